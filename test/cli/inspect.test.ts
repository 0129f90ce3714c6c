import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { commandLine } from './command-line.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

const DEMO = path.join(PUBLISHER, 'extensions/crm-connector/1.2.1.1/crm-bp.cfe');
const SAMPLES = path.resolve(ROOT, '../shared/samples');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-inspect-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('inspect', () => {
  test('a refused file has a code and makes the status 1; the others are told all the same', async () => {
    const bad = path.join(folder, 'bad.cfe');
    await writeFile(bad, 'v1.0.5\n');
    const { code, out } = await commandLine(['inspect', bad, DEMO, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { file: bad, error: { code: 'not-a-container' } },
      { file: DEMO, name: 'РомашкаCRM', version: '1.2.1.1', purpose: 'Customization' },
    ]);
  });

  test('prints one object for each file with everything that programs ask for', async () => {
    const { code, out } = await commandLine(['inspect', DEMO, '--json']);
    const [facts] = JSON.parse(out) as Record<string, unknown>[];
    expect(code).toBe(0);
    for (const member of [
      ...['file', 'name', 'synonym', 'version', 'vendor', 'prefix', 'purpose', 'compatibilityMode'],
      ...['extensionCompatibilityMode', 'objects', 'httpServices', 'interceptions', 'changesDataStructure'],
      ...['integrity', 'warnings'],
    ]) {
      expect(facts, member).toHaveProperty(member);
    }
  });

  test('a name with terminal escapes stays text', async () => {
    const bytes = readFileSync(DEMO);
    const strange = path.join(folder, 'strange.cfe');
    await writeFile(strange, bytes.subarray(0, 3));
    const { out } = await commandLine(['inspect', strange]);
    expect(out).not.toMatch(/[^\n\P{Cc}]/u);
  });

  test.skipIf(!existsSync(SAMPLES))(
    'warnings alone leave the status 0 (needs samples beside the checkout)',
    async () => {
      const { code, out } = await commandLine([
        'inspect',
        path.join(SAMPLES, 'cfe/ermakov_Kanban_8321.cfe'),
        '--json',
      ]);
      const [facts] = JSON.parse(out) as { warnings: { code: string }[] }[];
      expect(code).toBe(0);
      expect(facts?.warnings.map((warning) => warning.code)).toContain('leftover-memory');
    },
  );
});
