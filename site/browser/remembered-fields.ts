/** Fields without which there is no answer. */
const NEEDED = ['configuration'];

/**
 * Fills the form from the address, so that an answer can be sent to a colleague. What follows `#` never leaves the
 * browser. Tells whether that was enough for an answer.
 */
export function recallFields(form: HTMLFormElement, fields: URLSearchParams): boolean {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) recallChoice(control, fields.get(control.name));
    if (!(control instanceof HTMLInputElement)) continue;
    if (control.type === 'checkbox') control.checked = fields.has(control.name);
    else control.value = fields.get(control.name) ?? '';
  }
  return NEEDED.every((name) => fields.has(name)) && fields.size > 1;
}

/** A choice that the list does not have leaves the first one. */
function recallChoice(list: HTMLSelectElement, value: string | null): void {
  const isThere = value !== null && [...list.options].some((option) => option.value === value);
  if (isThere) list.value = value;
}

/** Puts the filled fields behind `#` of the address. */
export function rememberFields(form: HTMLFormElement): void {
  const filled = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
  );
  history.replaceState(null, '', `#${new URLSearchParams(filled).toString()}`);
}
