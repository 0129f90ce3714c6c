import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../scripts/checks/index.ts';
import { SOURCE_RU } from '../../scripts/wording/ru/source.ts';

const DOCS = path.resolve(import.meta.dirname, '../../site/content/docs');
const FOLDERS = { ru: path.join(DOCS, 'checks'), en: path.join(DOCS, 'en/checks') } as const;

/** Sections that every page of a code has, in their order. */
const SECTIONS = {
  ru: ['## Что это значит', '## Почему это важно', '## Как исправить'],
  en: ['## What it means', '## Why it matters', '## How to mend it'],
} as const;

const SEVERITY = {
  ru: { error: 'Ошибка:', warning: 'Предупреждение:' },
  en: { error: 'An error:', warning: 'A warning:' },
} as const;

/** The page about reading manifests, where the codes of that share one page. */
const SHARED_PAGE = 'reading-manifests.md';

const pageOf = (locale: 'ru' | 'en', name: string): string =>
  readFileSync(path.join(FOLDERS[locale], name), 'utf8');

describe.each(['ru', 'en'] as const)('documentation (%s)', (locale) => {
  test.each(RULES.map(({ code, severity }) => [code, severity] as const))(
    '%s has its page',
    (code, severity) => {
      const page = pageOf(locale, `${code}.md`);
      expect(page).toMatch(new RegExp(`^---\\ntitle: ${code}\\ndescription: \\S.+\\n---\\n`));
      expect(page).toContain(`\n${SEVERITY[locale][severity]}`);
      expect(page.match(/^## .*/gm)?.slice(0, 3)).toEqual(SECTIONS[locale]);
      expect(page.match(/^```\w+$/gm)).toHaveLength(2);
    },
  );

  test('no page was left from a rule that is gone', () => {
    const known = new Set([SHARED_PAGE, ...RULES.map(({ code }) => `${code}.md`)]);
    expect(readdirSync(FOLDERS[locale]).filter((name) => !known.has(name))).toEqual([]);
  });

  test('the codes of reading manifests stand on one page', () => {
    const headings = pageOf(locale, SHARED_PAGE)
      .match(/^## .*/gm)
      ?.map((heading) => heading.slice(3));
    expect(headings).toEqual(Object.keys(SOURCE_RU).sort());
  });
});

test('every rule lies in the file that its code names', () => {
  const files = readdirSync(path.resolve(import.meta.dirname, '../../scripts/checks/rules'));
  expect(files.sort()).toEqual(RULES.map(({ code }) => `${code}.ts`).sort());
});
