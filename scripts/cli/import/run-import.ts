import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReleaseTree } from '../../model/release-tree.ts';
import { forTerminal } from '../../wording/index.ts';
import { gatherFiles, type OfferedFile } from '../add/offered-file.ts';
import type { AddOptions } from '../add/options.ts';
import { planAdditions, type Additions } from '../add/plan-additions.ts';
import { replacedFile, treeToAddTo, writeAdditions } from '../add/write-additions.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { Download } from '../session/download.ts';
import { fetchFound } from './fetch-found.ts';
import type { FoundFiles } from './found-file.ts';

/** What is imported. */
export interface Import extends FoundFiles {
  readonly options: AddOptions;
  readonly authority?: Download['authority'];
}

/**
 * Downloads what was found, adds what the tree does not have, and tells about the rest. Files that cannot be taken stop
 * no others; the command then ends with problems. A second run downloads and adds what is left.
 */
export async function runImport(imported: Import, session: Session): Promise<void> {
  const { options, found, authority } = imported;
  const root = path.resolve(session.world.cwd, options.releases);
  const tree = await treeToAddTo(root, session);
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-import-'));
  try {
    const asked = { folder, known: digestsOf(tree), ...(authority && { authority }) };
    const fetched = await fetchFound(found, asked, session);
    const gathered = await gatherFiles([...fetched.files.keys()], { ...options, yes: true }, session);
    const offered = gathered.offered.map((file) => ({ ...file, ...toldOf(fetched.files.get(file.path)) }));
    const { single, doubled } = distinct(offered, session);
    const additions = await planAdditions(single, { options, tree, root }, session);
    const replaced = await replacedFile(additions, root);
    if (replaced !== undefined) throw new WrongUse(session.text.submit.published(replaced));
    if (options.dryRun === undefined) await writeAdditions(additions, root);
    const left = additions.left.map(({ file, why }) => `${file.name}: ${why}`);
    const refused = [...imported.refused, ...fetched.refused, ...gathered.refused, ...doubled, ...left];
    report({ additions, refused, skipped: fetched.skipped }, options, session);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const toldOf = (file: FoundFiles['found'][number] | undefined): Pick<OfferedFile, 'told'> =>
  file === undefined ? {} : { told: file.told };

/** SHA-256 of every `.cfe` that the tree has, as its vendor made it. */
const digestsOf = ({ extensions }: ReleaseTree): ReadonlySet<string> =>
  new Set(
    extensions.flatMap(({ releases }) =>
      releases.flatMap(({ manifest }) =>
        manifest.value.builds.map(({ sha256, clear }) => clear?.sha256 ?? sha256),
      ),
    ),
  );

/** Files of which no two would lie at one place. Vendors forget to raise the version; the first one found stays. */
function distinct(
  offered: readonly OfferedFile[],
  { text }: Session,
): { readonly single: readonly OfferedFile[]; readonly doubled: readonly string[] } {
  const taken = new Map<string, OfferedFile>();
  const doubled: string[] = [];
  for (const file of offered) {
    const place = [file.facts.name, file.version.text, file.name.toLowerCase()].join('\n');
    const before = taken.get(place);
    if (before === undefined) taken.set(place, file);
    else if (before.sha256 !== file.sha256) doubled.push(text.import.doubled(file.name, file.version.text));
  }
  return { single: [...taken.values()], doubled };
}

interface Imported {
  readonly additions: Additions;
  readonly refused: readonly string[];
  readonly skipped: number;
}

function report({ additions, refused, skipped }: Imported, options: AddOptions, session: Session): void {
  const { world, text, finish } = session;
  const written = additions.files.map(({ file }) => path.posix.join(options.releases, file));
  const known = additions.known.length + skipped;
  finish(refused.length > 0 ? EXIT.problems : EXIT.fine);
  if (options.json) {
    world.out(`${JSON.stringify({ written, known, refused }, null, 2)}\n`);
    return;
  }
  for (const file of written) world.out(text.message.written(file));
  for (const sentence of refused) world.err(`${forTerminal(sentence)}\n`);
  if (known > 0) world.out(text.import.known(known));
  if (written.length > 0) world.out(options.dryRun ? text.add.wouldWrite : text.add.next);
  else if (known === 0) world.out(text.import.nothing);
}
