import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionInputs } from '../../scripts/cli/submit/action-inputs.ts';
import { authorizedGit, GitFailure } from '../../scripts/cli/submit/authorized-git.ts';
import { branchName, releasePlaces } from '../../scripts/cli/submit/branch-name.ts';
import { proposalText, type Proposed } from '../../scripts/cli/submit/proposal-text.ts';
import { releaseTree } from '../catalog/release-tree.ts';
import { ROOT } from '../architecture/sources.ts';

describe('the name of a branch', () => {
  test.each<[readonly string[], RegExp, string]>([
    [['1.0.0-a..b'], /^submit\/crm-[0-9a-f]{12}$/, 'two dots are a range to git'],
    [['1.0.0-x.lock'], /^submit\/crm-[0-9a-f]{12}$/, 'a lock file to git'],
    [['1.0.0+build'], /^submit\/crm-[0-9a-f]{12}$/, 'a plus is a space to some servers'],
    [['1.4.2.7'], /^submit\/crm-1\.4\.2\.7$/, 'one release is named'],
    [['1.4.2.7', '1.5'], /^submit\/crm-[0-9a-f]{12}$/, 'several have a digest'],
  ])('%j is %s — %s', (versions, name) => {
    expect(branchName(versions.map((version) => ({ id: 'crm', version })))).toMatch(name);
  });

  test('depends on nothing but the releases, and git takes it', () => {
    const version = fc.stringMatching(/^[0-9a-z][0-9a-zA-Z.+-]{0,40}$/);
    fc.assert(
      fc.property(fc.uniqueArray(version, { minLength: 1, maxLength: 4 }), (versions) => {
        const files = versions.flatMap((one) => [
          `extensions/crm/${one}/b.cfe`,
          `extensions/crm/${one}/a.cfe`,
        ]);
        const name = branchName(releasePlaces(files));
        expect(branchName(releasePlaces(files.toReversed()))).toBe(name);
        execFileSync('git', ['check-ref-format', `refs/heads/${name}`]);
      }),
      { numRuns: 30 },
    );
  });

  test('files outside releases count for nothing', () => {
    expect(releasePlaces(['publisher.yaml', 'extensions/crm/extension.yaml', 'trust/1.root.json'])).toEqual(
      [],
    );
  });
});

describe('git with a token', () => {
  const environment = {
    PATH: process.env['PATH'],
    GIT_DIR: '/nowhere',
    GIT_TRACE_CURL: '1',
    GITHUB_TOKEN: 'token-of-ours',
    VYPUSK_PUBLISHING_KEY: 'a key',
  };
  const git = authorizedGit({ server: 'https://github.test/', token: 'token-of-ours' }, { environment });

  test('sends it to its own server, in a header, and follows nobody elsewhere', async () => {
    const header = 'http.https://github.test/.extraheader';
    const basic = Buffer.from('x-access-token:token-of-ours').toString('base64');
    expect(await git(ROOT, ['config', '--get', header])).toBe(`Authorization: Basic ${basic}`);
    const found = ['--get-urlmatch', 'http.extraHeader'];
    await expect(git(ROOT, ['config', ...found, 'https://evil.test/'])).rejects.toThrow(GitFailure);
    await expect(git(ROOT, ['config', ...found, 'https://github.test.evil/'])).rejects.toThrow(GitFailure);
    expect(await git(ROOT, ['config', '--get', 'http.followRedirects'])).toBe('false');
  });

  test('no argument of it and no variable of before holds a secret', async () => {
    const seen = await git(ROOT, ['-c', 'alias.seen=!env; tr "\\0" " " < /proc/$PPID/cmdline', 'seen']);
    expect(seen).toContain('alias.seen');
    expect(seen).not.toMatch(/token-of-ours|a key|\/nowhere|GIT_TRACE/);
  });

  test('a complaint has no token and no control characters', async () => {
    const failure: unknown = await git(ROOT, ['rev-parse', '--verify', 'token-of-ours\u001b[31m']).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(GitFailure);
    expect(failure instanceof GitFailure && failure.reason).not.toMatch(/token-of-ours|\u001b/);
  });
});

describe('inputs of the action', () => {
  test.each<[Record<string, string>, object, string]>([
    [{ INPUT_RELEASES: '../..', INPUT_CHECKOUT: '/' }, {}, 'what is no input is no option'],
    [{ INPUT_CHANNEL: '  ' }, {}, 'an empty input is none'],
    [{ INPUT_NOTES: 'a\nb' }, { notes: 'a\nb' }, 'notes keep their lines'],
    [{ INPUT_NOTES_EN: 'x' }, { notesEn: 'x' }, 'two words'],
    [{ INPUT_TESTED: 'A=1\r\n\nB=2' }, { tested: ['A=1', 'B=2'] }, 'one a line, whatever ends it'],
  ])('%j are %j — %s', (environment, options) => {
    expect(actionInputs({ environment })).toEqual({ files: [], options });
  });
});

describe('the text of a pull request', () => {
  const proposed = (change: Partial<Proposed> = {}): Proposed => {
    const tree = releaseTree({ extensions: [{ id: 'crm', releases: [{ version: '1.4' }] }] });
    const releases = tree.extensions.flatMap((extension) =>
      extension.releases.map((release) => ({ extension, release })),
    );
    return { releases, offered: [], locale: 'en', locales: ['ru', 'en'], ...change };
  };

  test('a name that wants to be a link, a mention or HTML is a name', () => {
    const [first] = proposed().releases;
    if (first === undefined) throw new Error('no release in the sample');
    const { manifest } = first.extension;
    const title = { ru: '@admin [x](https://evil.test) <img src=x> | #1' };
    const extension = { ...first.extension, manifest: { ...manifest, value: { ...manifest.value, title } } };
    const text = proposalText(proposed({ releases: [{ ...first, extension }] }));
    expect(text.body).not.toMatch(/(?<!\\)\]\(|@admin|(?<!\\)<img|#1/);
    expect(text.title).not.toMatch(/@admin|#1/);
  });

  test('a thousand releases fit into what GitHub takes', () => {
    const { releases } = proposed();
    const many = Array.from({ length: 1_000 }, () => releases).flat();
    const text = proposalText(proposed({ releases: many }));
    expect(text.body.length).toBeLessThan(65_536);
    expect(text.title.length).toBeLessThan(256);
  });

  test('notes that are missing are the first thing to do', () => {
    const [first] = proposed().releases;
    if (first === undefined) throw new Error('no release in the sample');
    const without = { ...first, release: { ...first.release, notes: [] } };
    const { body } = proposalText(proposed({ releases: [without] }));
    expect(body.match(/- \[ \] Write `extensions\/\S+\/notes\.(ru|en)\.md`/g)).toHaveLength(2);
  });
});
