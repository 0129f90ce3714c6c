import type { Locale } from '../../scripts/model/text.ts';
import { readerOf, type Reader } from '../views/reader.ts';
import { drawLicense } from './draw-license.ts';
import { failureText } from './failure-text.ts';
import { openFile, openLicense, type GivenLicense, type OpenedLicense } from './license-page.ts';
import type { PageRepository } from './page-repository.ts';
import { saveFile } from './save-file.ts';

/** Bytes of a licence file that are read; what is longer is none. */
const MAX_FILE_BYTES = 256 * 1024;

/** What the page «My licence» is given when it is built. */
type LicensePage = PageRepository & { readonly locale: Locale };

const form = document.querySelector('#license-form');
const answer = document.querySelector('#license-answer');
const status = document.querySelector('#license-status');
if (form instanceof HTMLFormElement && answer !== null && status !== null) {
  const page: unknown = JSON.parse(form.dataset.page ?? 'null');
  if (isLicensePage(page)) start({ form, answer, status, page, reader: readerOf(page.locale, page.base) });
}

// The build of this very site wrote it.
function isLicensePage(value: unknown): value is LicensePage {
  return typeof value === 'object' && value !== null && 'root' in value && 'base' in value;
}

interface LicenseElements {
  readonly form: HTMLFormElement;
  readonly answer: Element;
  readonly status: Element;
  readonly page: LicensePage;
  readonly reader: Reader;
}

function start(elements: LicenseElements): void {
  elements.form.hidden = false;
  elements.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void working(elements, elements.reader.texts.license.working, () => open(elements));
  });
}

/** Says that something is being done, does it, and says what came of it. */
async function working(
  { form, status, reader }: LicenseElements,
  message: string,
  work: () => Promise<string>,
): Promise<void> {
  status.textContent = message;
  form.ariaBusy = 'true';
  try {
    status.textContent = await work();
  } catch (error) {
    status.textContent = failureText(error, reader);
  } finally {
    form.ariaBusy = 'false';
  }
}

async function open(elements: LicenseElements): Promise<string> {
  const { form, answer, page, reader } = elements;
  answer.replaceChildren();
  const given = await givenLicense(new FormData(form));
  if (given === undefined) return reader.texts.license.nothingGiven;
  const opened = await openLicense(given, { page, reader, now: new Date() });
  answer.replaceChildren(...drawLicense(opened, reader.texts.license, saver(opened, elements)));
  const words = reader.texts.license;
  return opened.license.status === 'revoked' ? words.revoked : words.opened(opened.license.licensee);
}

/** What a button of a file does. */
const saver =
  ({ license }: OpenedLicense, elements: LicenseElements) =>
  (file: Parameters<typeof openFile>[0]): void => {
    const words = elements.reader.texts.license;
    void working(elements, words.downloading, async () => {
      const { name, bytes } = await openFile(file, license, elements.page);
      saveFile(name, bytes);
      return words.saved(name);
    });
  };

async function givenLicense(form: FormData): Promise<GivenLicense | undefined> {
  const [key, file] = [form.get('key'), form.get('file')];
  if (file instanceof File && file.size > 0)
    return new Uint8Array(await file.slice(0, MAX_FILE_BYTES).arrayBuffer());
  return typeof key === 'string' && key.trim() !== '' ? key : undefined;
}
