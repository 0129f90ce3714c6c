/**
 * Programs that verify a repository with nothing of ours: people copy them from the trust page. The address is the
 * publisher's own, checked by the manifest's schema; it is quoted as JSON because that is a literal in both languages.
 */

/** Node.js with `tuf-js`: trusts `root.json` beside it, refreshes, and downloads the catalogue. */
export const tufJsProgram = (url: string): string =>
  `// npm install tuf-js; node verify.mjs
import { copyFileSync, mkdirSync } from 'node:fs';
import { Updater } from 'tuf-js';

mkdirSync('trusted', { recursive: true });
copyFileSync('root.json', 'trusted/root.json'); // the root that the publisher gave you
const updater = new Updater({
  metadataDir: 'trusted',
  metadataBaseUrl: ${JSON.stringify(`${url}metadata`)},
  targetDir: '.',
  targetBaseUrl: ${JSON.stringify(`${url}targets`)},
});
await updater.refresh();
const catalog = await updater.getTargetInfo('catalog.json');
console.log(await updater.downloadTarget(catalog, 'catalog.json'));`;

/** Python with `tuf` (python-tuf): the same. */
export const pythonTufProgram = (url: string): string =>
  `# pip install tuf; python verify.py
from pathlib import Path
from tuf.ngclient import Updater

updater = Updater(
    metadata_dir="trusted",
    metadata_base_url=${JSON.stringify(`${url}metadata/`)},
    target_dir=".",
    target_base_url=${JSON.stringify(`${url}targets/`)},
    bootstrap=Path("root.json").read_bytes(),  # the root that the publisher gave you
)
updater.refresh()
catalog = updater.get_targetinfo("catalog.json")
print(updater.download_target(catalog))`;
