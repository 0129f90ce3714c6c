import type { LicenseTexts } from '../i18n/license-texts.ts';
import type { LicensedRow, OpenExtension, OpenFile } from '../views/license-answer.ts';
import { element, link } from './element.ts';
import type { OpenedLicense } from './license-page.ts';

/** A licence as elements. `save` is what the button of a file does. */
export function drawLicense(
  { rows, extensions }: OpenedLicense,
  words: LicenseTexts,
  save: (file: OpenFile) => void,
): readonly Node[] {
  return [
    element('h2', { children: [words.products] }),
    element('div', { class: 'table-frame', children: [drawTable(rows, words)] }),
    element('h2', { children: [words.downloads] }),
    ...(extensions.length === 0 ? [element('p', { children: [words.nothingToDownload] })] : []),
    ...extensions.map((extension) => drawExtension(extension, save)),
  ];
}

function drawTable(rows: readonly LicensedRow[], { columns }: LicenseTexts): Node {
  const heads = [columns.product, columns.updates, columns.valid].map((text) => {
    const head = element('th', { children: [text] });
    head.scope = 'col';
    return head;
  });
  const lines = rows.map(({ product, updates, valid }) =>
    element('tr', { children: [product, updates, valid].map((text) => element('td', { children: [text] })) }),
  );
  return element('table', {
    children: [
      element('thead', { children: [element('tr', { children: heads })] }),
      element('tbody', { children: lines }),
    ],
  });
}

const drawExtension = ({ extension, releases }: OpenExtension, save: (file: OpenFile) => void): Node =>
  element('article', {
    class: 'card',
    children: [
      element('h3', { children: [link(extension)] }),
      ...releases.flatMap(({ release, date, files }) => [
        element('p', { children: [link(release), ` ${date}`] }),
        element('p', { class: 'chips', children: files.map((file) => drawButton(file, save)) }),
      ]),
    ],
  });

function drawButton(file: OpenFile, save: (file: OpenFile) => void): Node {
  const button = element('button', { class: 'button', children: [file.text] });
  button.type = 'button';
  button.addEventListener('click', () => save(file));
  return button;
}
