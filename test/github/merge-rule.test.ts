import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../scripts/github/candidate.ts';
import { mergeRefusals, MAX_MERGED_FILES, type MergeGround } from '../../scripts/github/merge-rule.ts';
import { releaseFileOf } from '../../scripts/github/release-file.ts';
import { parseVersion } from '../../scripts/model/version.ts';

const SHA = 'a'.repeat(40);
const ANNA = { login: 'anna', id: 7 };
const EVE = { login: 'eve', id: 666 };

const RELEASE = 'releases/extensions/crm/1.5';

const added = (...paths: readonly string[]): Pick<Candidate, 'files' | 'modes' | 'changedFiles'> => ({
  files: paths.map((path) => ({ path, status: 'added' })),
  modes: new Map(paths.map((path) => [path, '100644'])),
  changedFiles: paths.length,
});

const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  open: true,
  draft: false,
  base: 'main',
  headSha: SHA,
  merge: { commit: 'f', base: '0', head: SHA, trees: { before: 'b', after: 'm' } },
  author: ANNA,
  headOwner: ANNA,
  pushers: [ANNA],
  ours: false,
  checks: [{ name: 'check', app: 'github-actions', state: 'green' }],
  objectors: [],
  ...added(
    `${RELEASE}/crm.cfe`,
    `${RELEASE}/crm.cfe.passport.json`,
    `${RELEASE}/notes.ru.md`,
    `${RELEASE}/release.yaml`,
  ),
  ...change,
});

const versions = ['1.4', '1.4.1'].flatMap((text) => parseVersion(text) ?? []);

const ground = (change: Partial<MergeGround> = {}): MergeGround => ({
  base: 'main',
  checkedSha: SHA,
  pusher: ANNA,
  releases: 'releases',
  required: ['check'],
  extensions: new Map([
    ['crm', { owners: [{ login: 'anna', account: 7 }], versions }],
    ['orphan', { owners: [], versions }],
  ]),
  ...change,
});

const codes = (one: Candidate, on: MergeGround = ground()): readonly string[] => [
  ...new Set(mergeRefusals(one, on).map(({ code }) => code)),
];

const changed = (path: string, status: Candidate['files'][number]['status']): Partial<Candidate> => ({
  files: [{ path, status }],
  modes: new Map([[path, '100644']]),
  changedFiles: 1,
});

describe('what waits for a person', () => {
  test.each<[Partial<Candidate>, readonly string[], string]>([
    [
      changed('releases/extensions/crm/extension.yaml', 'modified'),
      [
        'merge-not-added',
        'merge-outside',
        'merge-no-owners',
        'merge-author-not-owner',
        'merge-pusher-not-owner',
        'merge-fork-not-owners',
      ],
      'a fork that makes itself an owner: the default branch is asked, and says no',
    ],
    [
      added(`${RELEASE}/release.yaml`, 'releases/extensions/crm/extension.yaml'),
      ['merge-outside'],
      'an extension.yaml said to be new, hidden behind a release',
    ],
    [{ author: EVE, headOwner: EVE }, ['merge-author-not-owner', 'merge-fork-not-owners'], 'a stranger'],
    [
      { author: { login: 'anna', id: 8 } },
      ['merge-author-not-owner'],
      'a name that was given up and taken by another',
    ],
    [
      { headOwner: EVE },
      ['merge-fork-not-owners'],
      'an owner led to open the branch of a stranger, who can push later',
    ],
    [
      { modes: new Map([[`${RELEASE}/release.yaml`, '120000']]) },
      ['merge-not-plain-file'],
      'a symbolic link',
    ],
    [{ modes: new Map() }, ['merge-not-plain-file'], 'a file below a link is not found in the tree'],
    [
      { ...added(`${RELEASE}/crm.cfe`), modes: new Map([[`${RELEASE}/crm.cfe`, '160000']]) },
      ['merge-not-plain-file'],
      'a submodule',
    ],
    [
      { ...added(`${RELEASE}/crm.cfe`), modes: new Map([[`${RELEASE}/crm.cfe`, '100755']]) },
      ['merge-not-plain-file'],
      'a program',
    ],
    [
      changed(`${RELEASE}/crm.cfe`, 'renamed'),
      ['merge-not-added'],
      'a rename: out of another extension, it takes a file away',
    ],
    [
      changed('releases/extensions/crm/1.4/crm.cfe', 'modified'),
      ['merge-not-added', 'merge-release-known'],
      'a published file',
    ],
    [
      added('releases/extensions/crm/1.4/more.cfe'),
      ['merge-release-known'],
      'one more file in a published release',
    ],
    [
      added('releases/extensions/crm/1.4.0/release.yaml'),
      ['merge-release-known'],
      'the same version in another spelling',
    ],
    [
      changed('releases/extensions/crm/1.4/release.yaml', 'removed'),
      ['merge-not-added', 'merge-release-known'],
      'a release that vanishes',
    ],
    [added(`${RELEASE}/release.yaml`, '.github/workflows/check.yml'), ['merge-outside'], 'a workflow'],
    [added(`${RELEASE}/release.yaml`, 'releases/trust/2.root.json'), ['merge-outside'], 'a root'],
    [added(`${RELEASE}/release.yaml`, 'releases/publisher.yaml'), ['merge-outside'], 'the publisher'],
    [added(`${RELEASE}/release.yaml`, 'releases/licensing.yaml'), ['merge-outside'], 'licence keys'],
    [added(`${RELEASE}/release.yaml`, 'package.json'), ['merge-outside'], 'the program'],
    [
      added(`${RELEASE}/release.yaml`, `${RELEASE}/notes.ru.mdx`),
      ['merge-outside'],
      'notes that are code, if only a little',
    ],
    [
      added(`${RELEASE}/release.yaml`, 'releases/extensions/orphan/1.5/release.yaml'),
      ['merge-several-extensions'],
      'two extensions at once',
    ],
    [
      added('releases/extensions/orphan/1.5/release.yaml'),
      ['merge-no-owners', 'merge-author-not-owner', 'merge-pusher-not-owner', 'merge-fork-not-owners'],
      'an extension without owners',
    ],
    [
      added('releases/extensions/new-one/1.0/release.yaml'),
      [
        'merge-extension-unknown',
        'merge-no-owners',
        'merge-author-not-owner',
        'merge-pusher-not-owner',
        'merge-fork-not-owners',
      ],
      'a new extension',
    ],
    [
      { ours: true, pushers: [ANNA, EVE] },
      ['merge-pusher-not-owner'],
      'a release that another vendor put below the last commit of an owner',
    ],
    [{ headSha: 'b'.repeat(40) }, ['merge-head-moved'], 'a push by force after the checks'],
    [
      { changedFiles: 3_001 },
      ['merge-too-many-files', 'merge-files-unlisted'],
      'more files than GitHub lists',
    ],
    [{ changedFiles: 5 }, ['merge-files-unlisted'], 'a file that GitHub counts and does not list'],
    [
      { ...added() },
      [
        'merge-files-unlisted',
        'merge-no-owners',
        'merge-author-not-owner',
        'merge-pusher-not-owner',
        'merge-fork-not-owners',
      ],
      'nothing at all',
    ],
    [{ base: 'metadata' }, ['merge-other-base'], 'into the branch of what is published'],
    [{ draft: true }, ['merge-draft'], 'a draft'],
    [{ open: false }, ['merge-not-open'], 'closed'],
    [{ checks: [] }, ['merge-check-missing'], 'no check at all'],
    [
      { checks: [{ name: 'check', app: 'evil-app', state: 'green' }] },
      ['merge-check-missing'],
      'a check of the name by another application',
    ],
    [
      { checks: [...candidate().checks, { name: 'test', app: 'github-actions', state: 'pending' }] },
      ['merge-check-pending'],
      'a check that still runs',
    ],
    [
      { checks: [...candidate().checks, { name: 'legal', app: '', state: 'red' }] },
      ['merge-check-red'],
      'a status that is red',
    ],
    [{ objectors: ['boris'] }, ['merge-objection'], 'a person asked for changes'],
  ])('%# %j — %s', (change, expected) => {
    expect(codes(candidate(change))).toEqual(expected);
  });

  test('a collaborator who pushes his content to the branch of an owner', () => {
    expect(codes(candidate({ ours: true }), ground({ pusher: EVE }))).toEqual(['merge-pusher-not-owner']);
  });

  test('a fork that is gone', () => {
    const { headOwner, ...rest } = candidate();
    expect(headOwner).toEqual(ANNA);
    expect(codes(rest)).toEqual(['merge-fork-not-owners']);
  });
});

test.each<[Partial<Candidate>, string]>([
  [{}, 'from his own fork'],
  [{ ours: true, headOwner: EVE }, 'from a branch of our own repository'],
  [added(`${RELEASE}/crm.cfe`, 'releases/extensions/crm/1.6/crm.cfe'), 'two releases'],
  [added(`${RELEASE}/РомашкаCRM (БП).cfe.zip`), 'a Russian name, a sold file'],
  [{ author: { login: 'anna-renamed', id: 7 } }, 'an owner who changed his name'],
])('%# an owner’s new release is merged — %s', (change) => {
  expect(codes(candidate(change))).toEqual([]);
});

describe('paths', () => {
  test.each([
    ['releases/extensions/crm/1.5/../1.4/crm.cfe', 'up'],
    ['releases/extensions/crm/../../trust/2.root.json', 'up and away'],
    ['releases/extensions/crm/1.5/deep/crm.cfe', 'deeper'],
    ['releases/extensions/crm/1.5', 'a file in the place of a folder'],
    ['releases/extensions/crm/1.5/.gitattributes', 'settings of git'],
    ['releases/extensions/crm/1.5/crm.cfe\u202efdp', 'direction of text'],
    ['releases/extensions/crm/1.5/a\\..\\crm.cfe', 'backslashes'],
    ['releases/extensions/crm/1.5/release.yaml ', 'a space at the end'],
    ['releases/extensions/crm/01.5/release.yaml', 'another spelling of a version'],
    ['releases/extensions/CRM/1.5/release.yaml', 'another case'],
    ['Releases/extensions/crm/1.5/release.yaml', 'another case of the tree'],
    ['x/releases/extensions/crm/1.5/release.yaml', 'below something else'],
    ['releases/extensions/crm/v1/release.yaml', 'no version'],
    [`releases/extensions/crm/1.5/${'a'.repeat(400)}.cfe`, 'too long'],
  ])('%j is no file of a release — %s', (path) => {
    expect(releaseFileOf(path, 'releases')).toBeUndefined();
  });

  test('whatever is accepted is four steps deep, in the folder it says', () => {
    const step = fc.oneof(
      fc.constantFrom('releases', 'extensions', 'crm', '1.5', '..', '.', '', 'release.yaml', 'a.cfe'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const path = steps.join('/');
        const file = releaseFileOf(path, 'releases');
        if (file === undefined) return;
        expect(path).toMatch(/^releases\/extensions\/[a-z0-9-]+\/[^/]+\/[^/]+$/);
        expect(path).toContain(`/${file.id}/${file.version.text}/`);
        expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)/);
      }),
      { numRuns: 500 },
    );
  });
});

test('any file that is not added keeps a pull request waiting, whatever else is in it', () => {
  const status = fc.constantFrom(
    'modified',
    'removed',
    'renamed',
    'copied',
    'changed',
    'unchanged',
    'ADDED',
    '',
  );
  fc.assert(
    fc.property(status, fc.nat(3), (word, at) => {
      const files = candidate().files.map((file, index) => (index === at ? { ...file, status: word } : file));
      expect(codes(candidate({ files }))).toContain('merge-not-added');
    }),
  );
});

test('the largest change that is merged has the files that GitHub lists on two pages', () => {
  const many = Array.from({ length: MAX_MERGED_FILES }, (_, n) => `${RELEASE}/f${n}.cfe`);
  expect(codes(candidate(added(...many)))).toEqual([]);
  expect(codes(candidate(added(...many, `${RELEASE}/more.cfe`)))).toEqual(['merge-too-many-files']);
});
