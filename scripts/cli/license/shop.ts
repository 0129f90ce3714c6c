import path from 'node:path';
import type { Licensing } from '../../model/licensing.ts';
import type { ReleaseTree } from '../../model/release-tree.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../session/moment.ts';
import { printProblems } from '../session/print-problems.ts';
import type { Session } from '../session/session.ts';
import type { ShopOptions } from './options.ts';

/** What is known before anything is sold. */
export interface Shop {
  /** Folder of the release tree. */
  readonly root: string;
  /** First part of licence keys. */
  readonly prefix: string;
  /** Nothing is sold yet where it is absent. */
  readonly licensing: Licensing | undefined;
  /** Day of the sale. */
  readonly today: string;
}

/** Reads who publishes and what is sold; releases are not looked at. Throws `WrongUse`. */
export async function shopOf(
  { releases, now }: Pick<ShopOptions, 'releases' | 'now'>,
  session: Session,
): Promise<Shop> {
  const root = path.resolve(session.world.cwd, releases);
  const tree = await readableTree({ root, releases, only: new Set() }, session);
  return {
    root,
    prefix: tree.publisher.value.licensePrefix,
    licensing: tree.licensing?.value,
    today: dayOf(momentOf(now, session)),
  };
}

/** A folder of releases, and which extensions of it are looked at. */
export interface TreeScope {
  readonly root: string;
  readonly releases: string;
  /** Absent: all of them. */
  readonly only?: ReadonlySet<string>;
}

/** A part of the release tree. Throws `WrongUse` after showing what is wrong with it. */
export async function readableTree(
  { root, releases, only }: TreeScope,
  session: Session,
): Promise<ReleaseTree> {
  const { tree, problems } = await readReleaseTree(directoryFiles(root), only ? { only } : {});
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (tree !== undefined && errors.length === 0) return tree;
  printProblems(errors, { root }, session);
  throw new WrongUse(session.text.add.noTree(releases));
}

/** Refuses products that are not sold, with the name that was probably meant. Throws `WrongUse`. */
export function requireProducts(
  products: readonly string[],
  { licensing }: Pick<Shop, 'licensing'>,
  { text }: Session,
): void {
  if (products.length === 0) return;
  if (licensing === undefined) throw new WrongUse(text.license.nothingSold);
  const sold = licensing.products.map(({ id }) => id);
  const stranger = products.find((product) => !sold.includes(product));
  if (stranger === undefined) return;
  throw new WrongUse(text.license.unknownProduct(stranger, nearestName(stranger, sold) ?? sold.join(', ')));
}
