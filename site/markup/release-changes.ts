import type { ChangesTexts } from '../i18n/changes-texts.ts';
import type { ReleaseChanges } from '../views/release-changes.ts';
import { html, type Html } from './html.ts';

/** What changed inside of the files since the previous release. */
export const changesMarkup = (changes: ReleaseChanges, words: ChangesTexts): Html =>
  html`<p class="quiet">${words.since(changes.since)}</p>
    ${changes.files.map((file) => fileMarkup(file, words))}`;

type ChangedFile = ReleaseChanges['files'][number];

const fileMarkup = ({ file, facts, groups }: ChangedFile, words: ChangesTexts): Html =>
  html`<article class="card changes">
    <h3 class="mono">${file}</h3>
    ${facts.map((fact) => html`<p>${fact}</p>`)}${
      groups.length === 0 && html`<p>${words.nothing}</p>`
    }${groups.map((group) => groupMarkup(group, words))}
  </article>`;

const groupMarkup = ({ title, added, removed }: ChangedFile['groups'][number], words: ChangesTexts): Html =>
  html`<h4>${title}</h4>
    <ul role="list">
      ${added.map((line) =>
        lineMarkup({ kind: 'added', sign: '+', label: words.added, line }),
      )}${removed.map((line) => lineMarkup({ kind: 'removed', sign: '−', label: words.removed, line }))}
    </ul>`;

interface ChangedLine {
  readonly kind: 'added' | 'removed';
  readonly sign: string;
  /** The sign in words, for readers who do not see it. */
  readonly label: string;
  readonly line: string;
}

const lineMarkup = ({ kind, sign, label, line }: ChangedLine): Html =>
  html`<li class="${kind}">
    <span class="sign"><span aria-hidden="true">${sign}</span><span class="sr-only">${label}:</span></span>
    ${line}
  </li>`;
