import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../site/setup/content-security-policy.ts';
import { inlineScriptHashes, inlineScripts } from '../../../site/setup/inline-scripts.ts';
import { siteSettings } from '../../../site/setup/site-settings.ts';
import { demoTree, writeTree } from '../fixtures/demo-tree.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vypusk-setup-'));
  writeTree(path.join(folder, 'releases'), demoTree);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('siteSettings', () => {
  test('without an environment everything lies where the repository has it', () => {
    expect(siteSettings({}, folder)).toEqual({
      releases: path.join(folder, 'releases'),
      trust: path.join(folder, 'releases', 'trust'),
      out: path.join(folder, 'dist'),
      cache: path.join(folder, 'node_modules', '.astro'),
      site: 'https://romashka.example',
      base: '/',
      publisher: { ru: 'Ромашка', en: 'Romashka' },
    });
  });

  test('the environment says otherwise, absolutely or relative to the repository', () => {
    const environment = { VYPUSK_RELEASES: 'releases', VYPUSK_TRUST: '/keys', VYPUSK_OUT: 'out/site' };
    expect(siteSettings(environment, folder)).toMatchObject({
      trust: path.resolve('/keys'),
      out: path.join(folder, 'out', 'site'),
    });
  });

  test('a public address below a path becomes the base', () => {
    const written = demoTree['publisher.yaml']?.replace('.example/', '.example/releases/') ?? '';
    writeFileSync(path.join(folder, 'publisher.yaml'), written);
    expect(siteSettings({ VYPUSK_RELEASES: '.' }, folder)).toMatchObject({ base: '/releases/' });
  });
});

describe('inline scripts', () => {
  test('only scripts that the compiler leaves alone are taken', () => {
    const source = '<script>\nbundled\n</script>\n<script is:inline aria-hidden="true">\n\tkept\n</script>';
    expect(inlineScripts(source)).toEqual(['\n\tkept\n']);
  });

  test('hashes are those of CSP', () => {
    writeFileSync(path.join(folder, 'A.astro'), '<script is:inline>alert(1)</script>');
    // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    expect(inlineScriptHashes(folder)).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
  });
});

describe('contentSecurityPolicy', () => {
  const directives = new Map(
    contentSecurityPolicy(["'sha256-a'"])
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

  test('scripts are ours or known by hash', () => {
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", "'sha256-a'"]);
  });

  test('no directive lets another host in, and none but style attributes is unsafe-inline', () => {
    const sources = [...directives].flatMap(([name, allowed]) =>
      allowed.map((source) => `${name} ${source}`),
    );
    expect(sources.filter((source) => /[.:]/.test(source))).toEqual(['img-src data:']);
    expect(sources.filter((source) => source.includes('unsafe-inline'))).toEqual([
      "style-src-attr 'unsafe-inline'",
    ]);
  });
});
