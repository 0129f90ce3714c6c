/** Where a browser keeps what was typed, for all pages of this site. */
const KEPT = 'vypusk-infobase';

/**
 * Fills the form: from the address, so that an answer can be sent to a colleague, or else with what was typed here the
 * last time. Neither leaves the browser: what follows `#` is not sent. Tells whether that was enough for an answer.
 */
export function recallFields(form: HTMLFormElement): boolean {
  const given = new URLSearchParams(location.hash.slice(1));
  const fields = given.has('configuration') ? given : new URLSearchParams(kept());
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) recallChoice(control, fields.get(control.name));
    if (!(control instanceof HTMLInputElement)) continue;
    if (control.type === 'checkbox') control.checked = fields.has(control.name);
    else control.value = fields.get(control.name) ?? '';
  }
  // A link may name the configuration alone: then the person is asked for more.
  const isChosen =
    fields.has('configuration') && new FormData(form).get('configuration') === fields.get('configuration');
  return isChosen && fields.size > 1;
}

/** A choice that the list does not have leaves the first one. */
function recallChoice(list: HTMLSelectElement, value: string | null): void {
  const isThere = value !== null && [...list.options].some((option) => option.value === value);
  if (isThere) list.value = value;
}

/** Keeps the filled fields for other pages, and puts them behind `#` of the address. */
export function rememberFields(form: HTMLFormElement): void {
  const filled = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
  );
  const fields = new URLSearchParams(filled).toString();
  history.replaceState(null, '', `#${fields}`);
  keep(fields);
}

/** A browser may be told to keep nothing; then every page asks again. */
function kept(): string {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

function keep(fields: string): void {
  try {
    localStorage.setItem(KEPT, fields);
  } catch {
    // Nothing is lost but the next typing.
  }
}
