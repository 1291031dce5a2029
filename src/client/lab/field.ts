import { element } from './elements.ts';

/** A text that the reader may change, with its label, and beside it what is wrong with it. */
export interface Field {
  row: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  label: HTMLElement;
  /** Says what is wrong; '' when nothing is. What was typed stays. */
  complain(about: string): void;
}

let count = 0;

/**
 * @param lines of the text; more than one makes a text area
 * @param changed called when the reader has changed it
 */
export function field(name: string, value: string, lines: number, changed: () => void): Field {
  const id = `lab-field-${++count}`;
  const input = element(lines > 1 ? 'textarea' : 'input', {
    id,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-wrong`,
    ...(lines > 1 ? { rows: String(lines) } : { type: 'text', inputmode: 'decimal' }),
  });
  input.value = value;
  input.addEventListener('input', changed);
  const label = element('label', { for: id }, name);
  const wrong = element('span', { id: `${id}-wrong`, class: 'lab-wrong', 'aria-live': 'polite' });
  return {
    row: element('div', {}, label, input, wrong),
    input,
    label,
    complain(about) {
      if (wrong.textContent !== about) wrong.textContent = about;
      input.ariaInvalid = String(Boolean(about));
    },
  };
}
