import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runChecks } from '../../scripts/checks/index.ts';
import { memoryFiles, readReleaseTree } from '../../scripts/source/index.ts';

const DOCS = fileURLToPath(new URL('../../site/content/docs/', import.meta.url));

const PUBLISHER = `id: demo
name: {ru: Демо, en: Demo}
url: https://demo.example/
licensePrefix: DEMO
channels: [stable]
locales: [ru, en]
`;
const CONFIGURATIONS = '- {name: Б, synonym: {ru: Б, en: B}, edition: "3.0", family: some}\n';
const EXTENSION = `name: Новый
title: {ru: Новый, en: New}
summary: {ru: Делает., en: Does.}
vendor: {name: {ru: Ромашка, en: Romashka}}
`;

test.each([['migrations.md'], ['en/migrations.md']])(
  'whoever copies the manifests of %s has nothing to mend',
  async (page) => {
    const blocks = readFileSync(DOCS + page, 'utf8').matchAll(/```yaml\n([^]*?)```/g);
    const [conflicts = '', migration = ''] = [...blocks].map(([, yaml = '']) => yaml);
    const { tree, problems } = await readReleaseTree(
      memoryFiles({
        'publisher.yaml': PUBLISHER,
        'configurations.yaml': CONFIGURATIONS,
        'extensions/new/extension.yaml': EXTENSION + conflicts,
        'extensions/new/migrate/crm-exchange/migration.yaml': migration,
      }),
    );
    if (tree === undefined) throw new Error(JSON.stringify(problems));
    const found = runChecks({ tree, inspected: new Map(), openRecords: new Map(), now: '2026-11-21' });
    expect([...problems, ...found].map(({ code, place, args }) => ({ code, place, args }))).toEqual([]);
    const [entry] = tree.extensions[0]?.migrations ?? [];
    expect(entry?.manifest.value.scenarios[0]?.steps).toHaveLength(5);
    expect(tree.extensions[0]?.manifest.value.conflicts).toHaveLength(2);
  },
);
