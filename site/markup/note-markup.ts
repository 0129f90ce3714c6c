import type { NoteItem, NoteNode } from '../notes-renderer/note-node.ts';
import { html, type Html } from './html.ts';

/** Draws the closed union of `notes-renderer/note-node.ts`. Texts of strangers are contents, never HTML. */
export const noteMarkup = (nodes: readonly NoteNode[]): Html => html`${nodes.map(noteNode)}`;

/** How each kind is drawn. A kind that is missing here does not compile. */
type Drawings = { readonly [Kind in NoteNode['kind']]: (node: Extract<NoteNode, { kind: Kind }>) => Html };

const DRAWINGS: Drawings = {
  text: ({ text }) => html`${text}`,
  inlineCode: ({ text }) => html`<code>${text}</code>`,
  break: () => html`<br />`,
  emphasis: ({ children }) => html`<em>${noteMarkup(children)}</em>`,
  strong: ({ children }) => html`<strong>${noteMarkup(children)}</strong>`,
  delete: ({ children }) => html`<del>${noteMarkup(children)}</del>`,
  link: ({ href, children }) =>
    html`<a href="${href}" rel="nofollow ugc noopener">${noteMarkup(children)}</a>`,
  image: ({ src, alt }) => html`<img src="${src}" alt="${alt}" loading="lazy" />`,
  footnoteReference: ({ number }) => html`<sup><a href="#note-${number}">${number}</a></sup>`,
  heading: ({ depth, children }) => html`<h${depth}>${noteMarkup(children)}</h${depth}>`,
  paragraph: ({ children }) => html`<p>${noteMarkup(children)}</p>`,
  quote: ({ children }) => html`<blockquote>${noteMarkup(children)}</blockquote>`,
  code: ({ text }) => html`<pre tabindex="0"><code>${text}</code></pre>`,
  rule: () => html`<hr />`,
  list: ({ start, items }) =>
    start === undefined
      ? html`<ul>
          ${items.map(listItem)}
        </ul>`
      : html`<ol start="${start}">
          ${items.map(listItem)}
        </ol>`,
  table: ({ header, rows }) =>
    html`<div class="table-frame" tabindex="0">
      <table>
        <thead>
          <tr>
            ${header.map((cell) => html`<th scope="col">${noteMarkup(cell)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(tableRow)}
        </tbody>
      </table>
    </div>`,
  note: ({ tone, title, children }) =>
    html`<aside class="note-box note-box-${tone}">
      ${title !== undefined && html`<p class="note-title">${title}</p>`}${noteMarkup(children)}
    </aside>`,
  steps: ({ children }) => html`<div class="note-steps">${noteMarkup(children)}</div>`,
  details: ({ summary, children }) =>
    html`<details>
      <summary>${summary}</summary>
      ${noteMarkup(children)}
    </details>`,
  screenshot: ({ src, alt, caption }) =>
    html`<figure>
      <img
        src="${src}"
        alt="${alt}"
        loading="lazy"
      />${caption !== undefined && html`<figcaption>${caption}</figcaption>`}
    </figure>`,
  footnotes: ({ items }) =>
    html`<ol class="note-footnotes">
      ${items.map(({ children }, at) => html`<li id="note-${at + 1}">${noteMarkup(children)}</li>`)}
    </ol>`,
};

/** The kind is named apart from the node, so that the compiler sees which drawing belongs to it. */
function noteNode<Kind extends NoteNode['kind']>(
  node: { readonly kind: Kind } & Extract<NoteNode, { kind: Kind }>,
): Html {
  return DRAWINGS[node.kind](node);
}

const listItem = ({ checked, children }: NoteItem): Html =>
  html`<li>
    ${checked !== undefined && html`<span aria-hidden="true">${checked ? '☑ ' : '☐ '}</span>`}${noteMarkup(children)}
  </li>`;

const tableRow = (row: readonly (readonly NoteNode[])[]): Html =>
  html`<tr>
    ${row.map((cell) => html`<td>${noteMarkup(cell)}</td>`)}
  </tr>`;
