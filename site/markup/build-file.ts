import type { CompatibilityTexts, Texts } from '../i18n/texts.ts';
import type { BuildFileView } from '../views/build-file.ts';
import type { Reader } from '../views/reader.ts';
import { html, type Html } from './html.ts';

/** How a file is drawn on the page of its release. */
export interface BuildFileDrawing {
  readonly reader: Reader;
  /** Files of a withdrawn release do not invite. */
  readonly isWithdrawn: boolean;
}

/** A file of a release: for which configurations, its size and hash, where else it lies. */
export function buildFileMarkup(file: BuildFileView, drawing: BuildFileDrawing): Html {
  const { reader } = drawing;
  const { texts } = reader;
  const words = texts.release;
  return html`<article class="card build-file">
    <div class="head">
      <h3 class="mono">${file.file}</h3>
      ${file.isProtected ? sealedMarkup(file, reader) : downloadMarkup(file, drawing)}
    </div>
    <ul role="list">
      ${file.configurations.map((fit) => fitMarkup(fit, texts.compatibility))}
    </ul>
    ${chips(file, texts)}
    <dl>
      <dt>${words.size}</dt>
      <dd>${file.exactSize}</dd>
      <dt>${words.sha256}</dt>
      <dd><code>${file.sha256}</code></dd>
      ${
        file.mirrors.length > 0 &&
        html`<dt>${words.otherAddresses}</dt>
          <dd>${mirrors(file)}</dd>`
      }
    </dl>
  </article>`;
}

const downloadMarkup = ({ href, size }: BuildFileView, { reader, isWithdrawn }: BuildFileDrawing): Html =>
  html`<a class="button${isWithdrawn && ' button-quiet'}" href="${href}" download rel="nofollow"
    >${reader.texts.extension.download} ${size}</a
  >`;

/** A sealed file opens with a key alone; the archive itself is for those who verify it. */
const sealedMarkup = ({ href, size }: BuildFileView, { texts, address, locale }: Reader): Html =>
  html`<p class="chips">
    <a class="button" href="${address.page(locale, 'license')}">${texts.purchase.openFile}</a>
    <a class="quiet" href="${href}" download rel="nofollow">${texts.purchase.closedFile(size)}</a>
  </p>`;

const fitMarkup = (
  { title, versions, tested }: BuildFileView['configurations'][number],
  words: CompatibilityTexts,
): Html =>
  html`<li>
    <strong>${title}</strong> ${versions}, ${tested === undefined ? words.untested : words.tested(tested)}
  </li>`;

function chips({ exclusive, isProtected }: BuildFileView, { release }: Texts): Html | undefined {
  if (!exclusive && !isProtected) return undefined;
  return html`<p class="chips">
    ${exclusive && html`<span class="chip chip-caution">${release.exclusive}</span>`}${
      isProtected && html`<span class="chip chip-neutral">${release.protectedFile}</span>`
    }
  </p>`;
}

const mirrors = (file: BuildFileView): readonly Html[] =>
  file.mirrors.map(({ href, text }) => html`<a href="${href}" rel="nofollow noopener">${text}</a> `);
