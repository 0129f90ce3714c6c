import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../scripts/source/manifest/read-manifest.ts';
import {
  extendReleaseManifest,
  newConfigurationsManifest,
  newExtensionManifest,
  newPublisherManifest,
  newReleaseManifest,
  withdrawRelease,
  type WrittenBuild,
  type WrittenRelease,
} from '../../scripts/source/index.ts';
import { releaseSchema } from '../../scripts/source/schema/release-schema.ts';
import {
  CONFIGURATIONS,
  EXTENSION,
  PUBLISHER,
  RELEASE,
  type ManifestShape,
} from '../../scripts/source/schema/written-schemas.ts';
import { RELEASE_YAML, SHA256, spoiled } from './written-manifests.ts';

function valueOf<T>(shape: ManifestShape<T>, text: string): T {
  const problems: unknown[] = [];
  const manifest = readManifest(
    shape,
    { path: 'm.yaml', bytes: new TextEncoder().encode(text) },
    problems as [],
  );
  if (manifest === undefined) throw new Error(`${JSON.stringify(problems)}\n${text}`);
  return manifest.value;
}

const BUILD: WrittenBuild = {
  sha256: SHA256,
  configurations: [{ tested: '11.5.20.30', name: 'УправлениеТорговлей', version: '~11.5' }],
  length: 42,
  file: 'crm-trade.cfe',
};

describe('a new manifest', () => {
  test('of a release looks as the formats say, whatever the order of its fields', () => {
    const written: WrittenRelease = {
      builds: [BUILD],
      withdrawn: {
        reason: { en: 'Broken: loses orders', ru: 'Теряет заказы' },
        date: '2026-11-09',
        replacement: '1.11',
      },
      rollout: { pausedAt: null, percent: 20 },
      install: { publish: ['httpServices'], safeMode: false },
      requires: { ssl: '>=3.1.5', platform: '>=8.3.20' },
      updateFrom: '*',
      importance: 'critical',
      channel: 'stable',
      date: '2026-11-01',
      version: '1.10',
    };
    expect(newReleaseManifest(written))
      .toBe(`# yaml-language-server: $schema=../../../schemas/release.schema.json
version: "1.10"
date: 2026-11-01
channel: stable
importance: critical
updateFrom: "*"
requires: {platform: ">=8.3.20", ssl: ">=3.1.5"}
install:
  safeMode: false
  publish: [httpServices]
builds:
  - file: crm-trade.cfe
    sha256: ${SHA256}
    length: 42
    configurations:
      - {name: УправлениеТорговлей, version: ~11.5, tested: 11.5.20.30}
rollout: {percent: 20, pausedAt: null}
withdrawn:
  date: 2026-11-09
  reason:
    ru: Теряет заказы
    en: "Broken: loses orders"
  replacement: "1.11"
`);
  });

  test('of an extension, a publisher and configurations reads back', () => {
    const extension = {
      summary: 'Да',
      vendor: { name: 'Ромашка' },
      title: { ru: 'CRM' },
      name: 'РомашкаCRM',
    };
    expect(valueOf(EXTENSION, newExtensionManifest(extension))).toMatchObject({ name: 'РомашкаCRM' });
    expect(newExtensionManifest(extension)).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/ext/,
    );
    const publisher = {
      id: 'ab',
      name: 'А',
      url: 'https://a.b/',
      licensePrefix: 'AB',
      channels: ['stable', 'beta'],
    };
    expect(newPublisherManifest(publisher)).toContain('channels: [stable, beta]\n');
    expect(valueOf(PUBLISHER, newPublisherManifest(publisher)).channels).toEqual(['stable', 'beta']);
    const configurations = [{ family: 'trade', edition: '11', synonym: 'УТ', name: 'УправлениеТорговлей' }];
    expect(newConfigurationsManifest(configurations)).toContain('    edition: "11"\n'.slice(2));
    expect(valueOf(CONFIGURATIONS, newConfigurationsManifest(configurations))[0]?.edition).toBe('11');
  });

  test('of any release reads back as the same release', () => {
    fc.assert(
      fc.property(writtenRelease, (written) => {
        expect(valueOf(RELEASE, newReleaseManifest(written))).toEqual(releaseSchema.parse(written));
      }),
      { numRuns: 300 },
    );
  });
});

/** Ways to lay out the same release. */
const LAYOUTS: readonly [string, string][] = [
  ['as `add` writes it', RELEASE_YAML],
  [
    'with comments everywhere',
    spoiled(`# top\n${RELEASE_YAML}# bottom\n`, 'builds:', '# files\nbuilds: # here'),
  ],
  [
    'with a comment after the last build',
    spoiled(RELEASE_YAML, '3.0.171.9}\n', '3.0.171.9} # tried\n    # more to come\n'),
  ],
  ['with blank lines', RELEASE_YAML.replaceAll('\n', '\n\n')],
  ['with the line ends of Windows', RELEASE_YAML.replaceAll('\n', '\r\n')],
  ['without an end of line', RELEASE_YAML.trimEnd()],
  ['with builds at the margin', RELEASE_YAML.replace(/^ {2}/gm, '')],
  ['with builds far in', RELEASE_YAML.replace(/^ {2}/gm, '        ')],
  ['with builds in the middle', spoiled(RELEASE_YAML, 'version: 1.4.2.7\n', '') + 'version: 1.4.2.7\n'],
  ['with its own spaces in one line', spoiled(RELEASE_YAML, '{name: Б', '{   name:   Б')],
  ['with a folded text', `${RELEASE_YAML}install:\n  safeMode: >-\n    Профиль\n    один\n`],
];

/** Layouts that leave no place for lines. */
const CRAMPED: readonly [string, string][] = [
  [
    'builds in one line',
    RELEASE_YAML.replace(
      /builds:[^]*/,
      `builds: [{file: a.cfe, sha256: ${SHA256}, length: 1, configurations: [{name: А, version: "1"}]}] # one\n`,
    ),
  ],
  [
    'everything in one line',
    `{version: "1.5", date: 2026-11-01, channel: stable, builds: [{file: a.cfe, sha256: ${SHA256}, length: 1, configurations: [{name: А, version: "1"}]}]}`,
  ],
  ['an end mark', `${RELEASE_YAML}...\n`],
  ['an anchor for a build', spoiled(RELEASE_YAML, '- file', '- &one\n    file')],
];

describe('one more build', () => {
  test.each(LAYOUTS)('%s: lines are put in and nothing else changes', (_layout, text) => {
    const extended = extendReleaseManifest(text, BUILD);
    const before = valueOf(RELEASE, text);
    const added = releaseSchema.shape.builds.parse([BUILD]);
    expect(valueOf(RELEASE, extended)).toEqual({ ...before, builds: [...before.builds, ...added] });
    expect(withoutInsertion(text, extended)).toBe(true);
    expect(/(^|[^\r])\n/.test(extended)).toBe(/(^|[^\r])\n/.test(text) || !text.includes('\n'));
  });

  test.each(CRAMPED)('%s: the file is laid out anew and says the same', (_layout, text) => {
    const before = valueOf(RELEASE, text);
    const extended = valueOf(RELEASE, extendReleaseManifest(text, BUILD));
    expect(extended.builds).toHaveLength(before.builds.length + 1);
    expect({ ...extended, builds: extended.builds.slice(0, -1) }).toEqual(before);
  });

  test('twice gives two', () => {
    const twice = extendReleaseManifest(extendReleaseManifest(RELEASE_YAML, BUILD), {
      ...BUILD,
      file: 'b.cfe',
    });
    expect(valueOf(RELEASE, twice).builds.map(({ file }) => file)).toEqual([
      'crm.cfe',
      'crm-trade.cfe',
      'b.cfe',
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a list', '- a\n'],
    ['no builds', 'version: 1.0\n'],
    ['builds that are no list', 'builds: one\n'],
    ['not YAML', 'builds: [\n'],
    ['a key twice', 'builds: []\nbuilds: []\n'],
  ])('to %s is refused', (_reason, text) => {
    expect(() => extendReleaseManifest(text, BUILD)).toThrow(
      expect.objectContaining({ code: 'manifest-unusable' }),
    );
  });
});

describe('a withdrawal', () => {
  const WITHDRAWAL = { date: '2026-11-09', reason: { ru: 'Теряет заказы' }, replacement: '1.5' };

  test.each([...LAYOUTS, ['an end mark', `${RELEASE_YAML}...\n`] as const])(
    '%s: the manifest says so',
    (layout, text) => {
      const withdrawn = withdrawRelease(text, WITHDRAWAL);
      expect(valueOf(RELEASE, withdrawn)).toEqual({
        ...valueOf(RELEASE, text),
        withdrawn: releaseSchema.shape.withdrawn.parse(WITHDRAWAL),
      });
      if (layout !== 'an end mark') expect(withdrawn.startsWith(text.trimEnd())).toBe(true);
    },
  );

  test('takes the place of an earlier one', () => {
    const again = withdrawRelease(withdrawRelease(RELEASE_YAML, WITHDRAWAL), {
      date: '2026-11-10',
      reason: 'Ещё',
    });
    expect(valueOf(RELEASE, again).withdrawn).toEqual({ date: '2026-11-10', reason: { ru: 'Ещё' } });
    expect(again.match(/withdrawn:/g)).toHaveLength(1);
  });
});

/** Whether `longer` is `shorter` with one run of characters put in (an end of line at the end aside). */
function withoutInsertion(shorter: string, longer: string): boolean {
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start++;
  return longer.endsWith(shorter.slice(start));
}

const version = fc
  .array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));
const range = fc.oneof(
  version.map((one) => `>=${one}`),
  version.map((one) => `~${one}`),
  fc.tuple(version, version).map(([from, to]) => `${from} - ${to}`),
  fc.constantFrom('*', '3.x', '1 || 2', '>=3.0.140 <3.1'),
);
const date = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const line = fc
  .oneof(
    fc.constantFrom(
      'да',
      'null',
      'true',
      '1.0',
      '# нет',
      'a: b',
      '- a',
      "'",
      '"',
      '{x}',
      '&a',
      '*a',
      '!tag',
      '%',
      '`',
      '🌼',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .filter((text) => releaseSchema.shape.install.safeParse({ safeMode: text }).success);
const reason = fc.oneof(line, fc.record({ ru: line, en: line }, { requiredKeys: ['ru'] }));

const configuration = fc.record(
  {
    name: fc.constantFrom('БухгалтерияПредприятия', 'УправлениеТорговлей', 'Розница'),
    version: range,
    tested: version,
  },
  { requiredKeys: ['name', 'version'] },
);
const build = fc.record({
  file: fc.constantFrom('crm.cfe', 'Ромашка (БП 3.0).cfe', '1.cfe.zip'),
  sha256: fc.string({
    unit: fc.constantFrom('0', '1', '7', '9', 'a', 'e', 'f'),
    minLength: 64,
    maxLength: 64,
  }),
  length: fc.integer({ min: 1, max: 1_000_000_000 }),
  configurations: fc.array(configuration, { minLength: 1, maxLength: 3 }),
});
const writtenRelease: fc.Arbitrary<WrittenRelease> = fc.record(
  {
    version,
    date,
    channel: fc.constantFrom('stable', 'beta', 'null', 'true'),
    importance: fc.constantFrom('normal', 'recommended', 'critical'),
    updateFrom: range,
    requires: fc.record({ platform: range, ssl: range }, { requiredKeys: [] }),
    install: fc.record(
      { safeMode: fc.oneof(fc.boolean(), line), exclusive: fc.constantFrom('auto', 'always') },
      { requiredKeys: [] },
    ),
    builds: fc.array(build, { minLength: 1, maxLength: 3 }),
    rollout: fc.record({ percent: fc.integer({ min: 0, max: 100 }), pausedAt: fc.option(date) }),
    withdrawn: fc.record({ date, reason, replacement: version }, { requiredKeys: ['date', 'reason'] }),
  },
  { requiredKeys: ['version', 'date', 'channel', 'builds'] },
);
