import type { ReleaseNotes } from '../publication/release-notes.ts';
import type { Link } from '../views/chip.ts';
import type { Reader } from '../views/reader.ts';
import type { ReleaseView, WithdrawalView } from '../views/release.ts';
import { buildFileMarkup } from './build-file.ts';
import { html, type Html } from './html.ts';
import { installStepsMarkup } from './install-steps.ts';
import { noteMarkup } from './note-markup.ts';
import { breadcrumbMarkup, chipMarkup, inPageMarkup } from './opening.ts';
import { changesMarkup } from './release-changes.ts';

/** What the page of a release is drawn from. */
export interface ReleaseDrawing {
  readonly view: ReleaseView;
  /** Absent where nobody wrote any. */
  readonly notes: ReleaseNotes | undefined;
  readonly reader: Reader;
}

/**
 * Everything inside of the frame of a release's page. Drawn without components: there are thousands of these pages,
 * and a component costs ten times as much.
 */
export function releaseBody(drawing: ReleaseDrawing): Html {
  const { view, reader } = drawing;
  const { texts } = reader;
  const isWithdrawn = view.withdrawal !== undefined;
  return html`${opening(drawing)}
  ${view.withdrawal && withdrawalMarkup(view.withdrawal, texts.release.withdrawnReplacement)}
  ${section('notes', texts.release.notes, notesMarkup(drawing))}
  ${section('files', texts.release.files, html`${view.files.map((file) => buildFileMarkup(file, { reader, isWithdrawn }))}`)}
  ${view.changes && section('changes', texts.changes.title, changesMarkup(view.changes, texts.changes))}
  ${view.guide && section('install', texts.release.install, installStepsMarkup(view.guide, texts.install.troubles))}
  ${section('verify', texts.release.verify, verifyMarkup(drawing))} ${neighboursMarkup(view, reader)}`;
}

const section = (id: string, title: string, contents: Html): Html =>
  html`<section>
    <h2 id="${id}">${title}</h2>
    ${contents}
  </section>`;

function opening({ view, reader }: ReleaseDrawing): Html {
  const home = { text: reader.texts.shell.catalogue, href: reader.address.home(reader.locale) };
  const trail = { label: reader.texts.shell.breadcrumbs, links: [home, view.extension] };
  return html`<header class="opening">
    ${breadcrumbMarkup(trail)}
    <h1 id="_top">${view.title}</h1>
    <div class="chips">
      ${chipMarkup(view.marks)}<time class="quiet" datetime="${view.isoDate}">${view.released}</time>
    </div>
    ${inPageMarkup(view.title, view.sections)}
  </header>`;
}

const notesMarkup = ({ notes, reader }: ReleaseDrawing): Html =>
  notes === undefined
    ? html`<p class="quiet">${reader.texts.release.noNotes}</p>`
    : html`<div class="notes" lang="${notes.language}">${noteMarkup(notes.nodes)}</div>`;

const withdrawalMarkup = ({ title, reason, replacement }: WithdrawalView, label: string): Html =>
  html`<aside class="banner">
    <p class="title">${title}</p>
    <p>${reason}</p>
    ${replacement && html`<p>${label} <a href="${replacement.href}">${replacement.text}</a></p>`}
  </aside>`;

const verifyMarkup = ({ view, reader }: ReleaseDrawing): Html =>
  html`<p>${reader.texts.release.verifyLead}</p>
    <dl class="hash-commands">
      ${view.commands.map(
        ({ system, command }) =>
          html`<div>
            <dt>${system}</dt>
            <dd><pre tabindex="0">${command}</pre></dd>
          </div>`,
      )}
    </dl>
    <p><a href="${reader.address.page(reader.locale, 'trust')}">${reader.texts.release.verifyTrust}</a></p>`;

function neighboursMarkup({ older, newer }: ReleaseView, { texts }: Reader): Html {
  const words = texts.release;
  const neighbour = ({ href, text }: Link, label: string, rel: string): Html =>
    html`<a href="${href}" rel="${rel}"><span class="quiet">${label}</span> ${text}</a>`;
  return html`<nav class="neighbours print:hidden" aria-label="${words.older}, ${words.newer}">
    ${older && neighbour(older, words.older, 'prev')}${newer && neighbour(newer, words.newer, 'next')}
  </nav>`;
}
