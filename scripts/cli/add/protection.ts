import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { protectFile, type ProtectedFile } from '../../licensing/protect-file.ts';
import type { VendorSecrets } from '../../licensing/vendor-secrets.ts';
import { monthOf } from '../../license/month.ts';
import type { ExtensionEntry } from '../../model/release-tree.ts';
import { WrongUse } from '../session/exit-code.ts';
import { openSecrets } from '../license/secrets.ts';
import { requireProducts } from '../license/shop.ts';
import type { Session } from '../session/session.ts';
import type { AdditionContext } from './addition-context.ts';
import type { OfferedFile } from './offered-file.ts';

/**
 * Products that open the files of an extension: none for a free one. Those that are asked for, else those that the
 * extension lists. Throws `WrongUse`.
 */
export function productsOf(
  extension: ExtensionEntry | undefined,
  { options: { product: asked }, tree }: AdditionContext,
  session: Session,
): readonly string[] {
  const { license } = session.text;
  const products = [...new Set(asked)];
  requireProducts(products, { licensing: tree.licensing?.value }, session);
  if (extension === undefined) return products;
  const { id, price, products: listed } = extension.manifest.value;
  if (price === 'free' && products.length > 0) throw new WrongUse(license.paidNeedsProducts(id));
  const stranger = products.find((product) => !listed.includes(product));
  if (stranger !== undefined) throw new WrongUse(license.notItsProduct(stranger, id));
  return products.length > 0 ? products : listed;
}

/** Encrypts the files of one run; the secret is asked for when the first of them comes. */
export type Protector = (
  file: OfferedFile,
  sale: { readonly products: readonly string[]; readonly date: string },
) => Promise<ProtectedFile>;

/** Protects files on this machine. The clear bytes go from the vendor's file into the archive and nowhere else. */
export function protectorOf({ options, tree, root }: AdditionContext, session: Session): Protector {
  let opened: Promise<VendorSecrets> | undefined;
  return async (file, { products, date }) => {
    const { world, text } = session;
    if (!path.relative(root, file.path).startsWith('..')) {
      throw new WrongUse(text.license.clearInReleases(path.relative(world.cwd, file.path)));
    }
    opened ??= openSecrets(options, tree.licensing?.value, session);
    const clear = { name: file.name, bytes: new Uint8Array(await readFile(file.path)) };
    const audience = { products, month: monthOf(date) };
    return protectFile(clear, audience, { secrets: await opened, random: world.random });
  };
}
