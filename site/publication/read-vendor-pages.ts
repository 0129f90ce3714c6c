import { compareText } from '../../scripts/model/problem.ts';
import type { Notes, ReleaseTree } from '../../scripts/model/release-tree.ts';
import { type Locale, isLocale } from '../../scripts/model/text.ts';
import type { TreeFiles } from '../../scripts/source/index.ts';
import type { VendorPage } from './publication.ts';

/** Bytes of a page that are believed: a book of a hundred sheets. */
const MAX_PAGE_BYTES = 256 * 1024;

/** `exchange.ru.mdx`: the name is a part of an address. */
const PAGE = /^([a-z0-9][a-z0-9-]{0,63})\.(ru|en)\.(mdx?)$/;

/** Further pages of each extension by its id: `extensions/<id>/docs/<name>.<locale>.mdx` (or `.md`). */
export async function readVendorPages(
  { extensions }: ReleaseTree,
  files: TreeFiles,
): Promise<ReadonlyMap<string, readonly VendorPage[]>> {
  const pages = new Map<string, readonly VendorPage[]>();
  for (const { id } of extensions) {
    const beside = await files.list(`extensions/${id}`);
    const hasPages = beside.some(({ name, kind }) => name === 'docs' && kind === 'folder');
    if (hasPages) pages.set(id, await pagesIn(`extensions/${id}/docs`, files));
  }
  return pages;
}

async function pagesIn(folder: string, files: TreeFiles): Promise<readonly VendorPage[]> {
  const pages = new Map<string, Map<Locale, Notes>>();
  for (const { name: file, kind } of await files.list(folder)) {
    const [, name, locale, format] = kind === 'file' ? (PAGE.exec(file) ?? []) : [];
    if (name === undefined || !isLocale(locale)) continue;
    const path = `${folder}/${file}`;
    const text = new TextDecoder().decode(await files.read(path, MAX_PAGE_BYTES));
    const texts = pages.get(name) ?? new Map<Locale, Notes>();
    pages.set(name, texts.set(locale, { locale, format: format === 'mdx' ? 'mdx' : 'md', file: path, text }));
  }
  return [...pages].map(([name, texts]) => ({ name, texts })).toSorted((a, b) => compareText(a.name, b.name));
}
