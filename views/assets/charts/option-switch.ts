/** The control in a card's head that chooses how its chart is drawn. */
export interface OptionSwitch {
  /** What the reader chose; null as long as nothing was. */
  chosen: () => string | null;
  /** Shows which option is drawn. */
  show: (name: string) => void;
  /** Takes the control away where there is no room for a choice, or puts it back. */
  offer: (isOffered: boolean) => void;
}

/** Wakes the control of a card; `onChoose` runs after each choice. */
export const createOptionSwitch = (card: HTMLElement, onChoose: () => void): OptionSwitch => {
  const control = card.querySelector<HTMLElement>('[data-options]');
  const buttons = [...(control?.querySelectorAll<HTMLElement>('[data-option]') ?? [])];
  let chosen: string | null = null;
  for (const button of buttons) {
    button.addEventListener('click', () => {
      chosen = button.dataset['option'] ?? null;
      onChoose();
    });
  }
  return {
    chosen: () => chosen,
    show: (name) => {
      for (const button of buttons) {
        button.setAttribute('aria-pressed', String(button.dataset['option'] === name));
      }
    },
    offer: (isOffered) => control?.toggleAttribute('hidden', !isOffered),
  };
};
