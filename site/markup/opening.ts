import type { Chip, Link } from '../views/chip.ts';
import { html, type Html } from './html.ts';

/** Marks of a release or an extension. */
export const chipMarkup = (chips: readonly Chip[]): Html =>
  html`${chips.map(({ tone, text }) => html`<span class="chip chip-${tone}">${text}</span>`)}`;

/** Links to the sections of the page. */
export const inPageMarkup = (label: string, links: readonly Link[]): Html =>
  html`<nav class="in-page print:hidden" aria-label="${label}">${links.map(link)}</nav>`;

/** Where the page stands: links to what is above it. */
export interface Trail {
  readonly label: string;
  readonly links: readonly Link[];
}

/** Links to what is above the page. */
export const breadcrumbMarkup = ({ label, links }: Trail): Html =>
  html`<nav class="breadcrumbs" aria-label="${label}">
    <ol>
      ${links.map((one) => html`<li>${link(one)}</li>`)}
    </ol>
  </nav>`;

const link = ({ href, text }: Link): Html => html`<a href="${href}">${text}</a>`;
