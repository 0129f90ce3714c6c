import { textsFor } from '../i18n/texts-for.ts';
import { readerOf } from '../views/reader.ts';
import { readAbout } from '../views/about-text.ts';
import { drawFit } from './draw-fit.ts';
import { element } from './element.ts';
import { readFitForm, type FieldFault } from './fit-form.ts';
import { failureText } from './failure-text.ts';
import { askFit, type FitPage } from './fit-page.ts';
import { rememberFields } from './remembered-fields.ts';

/** The parts of the page that this program works with. */
interface FitElements {
  readonly form: HTMLFormElement;
  readonly answer: HTMLElement;
  readonly status: HTMLElement;
  readonly page: FitPage;
}

function findElements(): FitElements | undefined {
  const form = document.querySelector('#fit-form');
  const answer = document.querySelector('#fit-answer');
  const status = document.querySelector('#fit-status');
  const isThere =
    form instanceof HTMLFormElement && answer instanceof HTMLElement && status instanceof HTMLElement;
  if (!isThere) return undefined;
  const page: unknown = JSON.parse(form.dataset.page ?? 'null');
  return isFitPage(page) ? { form, answer, status, page } : undefined;
}

// The build of this very site wrote it.
function isFitPage(value: unknown): value is FitPage {
  return typeof value === 'object' && value !== null && 'root' in value && 'base' in value;
}

/**
 * Makes the check work: what is asked is answered, what is pasted fills the fields.
 *
 * @param isAsked whether somebody asked while this was on its way
 */
export function startFitCheck(isAsked: boolean): void {
  const elements = findElements();
  if (elements === undefined) return;
  const { form } = elements;
  form.addEventListener('submit', () => void ask(elements));
  const about = form.querySelector('#fit-about');
  if (about instanceof HTMLTextAreaElement) {
    about.addEventListener('input', () => fillFrom(about.value, elements));
    if (about.value !== '') fillFrom(about.value, elements);
  }
  if (isAsked) void ask(elements);
}

/** What the window «About» says goes into the fields; what it does not say stays as it was. */
function fillFrom(text: string, { form, status, page }: FitElements): void {
  const words = textsFor(page.locale).fit;
  const told = readAbout(text, page.configurations);
  for (const [name, value] of Object.entries(told)) fillField(form, name, value);
  if (text.trim() === '') status.textContent = '';
  else status.textContent = Object.keys(told).length === 0 ? words.aboutUnread : words.aboutRead;
}

function fillField(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true;
  else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
}

async function ask(elements: FitElements): Promise<void> {
  const { form, answer, status, page } = elements;
  const words = textsFor(page.locale).fit;
  const read = readFitForm(new FormData(form), words);
  showFaults(form, read.kind === 'faults' ? read.faults : []);
  if (read.kind === 'faults') return;
  rememberFields(form);
  answer.replaceChildren();
  status.textContent = words.working;
  form.ariaBusy = 'true';
  try {
    const given = await askFit(page, read.infobase, new Date());
    answer.replaceChildren(
      ...drawFit(given, words, page.extension === undefined ? 'h2' : 'h3'),
      element('p', { class: 'quiet', children: [given.verified] }),
    );
    status.textContent = given.summary;
  } catch (error) {
    status.textContent = failureText(error, readerOf(page.locale, page.base));
  } finally {
    form.ariaBusy = 'false';
  }
}

/** Says at each field what is wrong with it, and takes the person to the first one. */
function showFaults(form: HTMLFormElement, faults: readonly FieldFault[]): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const name = field.dataset.field ?? '';
    const fault = faults.find((one) => one.field === name);
    const control = field.querySelector('input, select');
    const place = field.querySelector('[data-fault]');
    control?.setAttribute('aria-invalid', String(fault !== undefined));
    if (place !== null) place.textContent = fault?.message ?? '';
  }
  const first = form.querySelector('[aria-invalid="true"]');
  if (!(first instanceof HTMLElement)) return;
  first.closest('details')?.setAttribute('open', '');
  first.focus();
}
