/** A reader who types a date goes through others on the way; in milliseconds. */
const TYPED_AFTER = 600;
/** Nothing was launched before Sputnik: an earlier year is one that is still being typed. */
const EARLIEST = '1957-10-04';

const dateInputs = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('input[type=date]'),
];

/** A date the page put there to show how far the launches reach; it filters once the reader changes it. */
const isOnlyShown = (input: HTMLInputElement): boolean =>
  !input.classList.contains('is-filtering') && input.value === input.defaultValue;

const keepAddressShort = (form: HTMLFormElement): void => {
  form.addEventListener('formdata', ({ formData }) => {
    for (const input of dateInputs(form)) if (isOnlyShown(input)) formData.delete(input.name);
    for (const name of new Set(formData.keys())) {
      const values = formData.getAll(name).filter((value) => value !== '');
      formData.delete(name);
      for (const value of values) formData.append(name, value);
    }
  });
};

const isSettled = ({ value, validity }: HTMLInputElement): boolean =>
  validity.valid && (value === '' || value >= EARLIEST);

const submitOnDateChange = (form: HTMLFormElement): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const submit = () => {
    if (dateInputs(form).every(isSettled)) form.requestSubmit();
  };
  form.addEventListener('input', () => clearTimeout(timer));
  form.addEventListener('change', ({ target }) => {
    clearTimeout(timer);
    const isDate = target instanceof HTMLInputElement && target.type === 'date';
    if (isDate) timer = setTimeout(submit, TYPED_AFTER);
  });
};

const wasGoneBackTo = (): boolean => {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'back_forward';
};

/** The address says what the fields hold, not what they were changed to before the page was left. */
const followAddress = (form: HTMLFormElement): void => {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted || wasGoneBackTo()) form.reset();
  });
};

/**
 * Makes the filter form act on a changed date without its button and keeps fields that do not filter out of
 * the address. Without this module the form works all the same.
 */
export const startFilterForm = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    keepAddressShort(form);
    submitOnDateChange(form);
    followAddress(form);
  }
};
