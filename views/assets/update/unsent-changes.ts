const isChanged = (control: Element): boolean => {
  if (control instanceof HTMLInputElement) {
    return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  return (
    control instanceof HTMLSelectElement &&
    [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
  );
};

/** True while a form holds what the reader typed or chose and has not sent. */
export const hasUnsentChanges = (): boolean =>
  [...document.forms].some((form) => [...form.elements].some(isChanged));
