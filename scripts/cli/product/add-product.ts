import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { appendItem } from '../../source/index.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import type { ShopOptions } from '../license/options.ts';
import { shopOf } from '../license/shop.ts';
import { requireLine } from '../license/words.ts';
import type { Session } from '../session/session.ts';

/** Options of `product add`. */
export interface AddProductOptions extends ShopOptions {
  readonly title: string;
  readonly titleEn?: string;
}

const ID = /^[a-z0-9-]{2,64}$/;

/** `vypusk product add`: begins to sell a product. Its secret follows from its name, so nothing secret is needed. */
export async function addProduct(id: string, options: AddProductOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const { root, licensing } = await shopOf(options, session);
  if (licensing === undefined) throw new WrongUse(text.license.nothingSold);
  if (!ID.test(id)) throw new WrongUse(text.license.badProduct(id));
  if (licensing.products.some((product) => product.id === id)) {
    throw new WrongUse(text.license.productExists(id));
  }
  const ru = requireLine('--title', options.title, session);
  const en = options.titleEn === undefined ? undefined : requireLine('--title-en', options.titleEn, session);
  const item = { id, title: en === undefined ? ru : { ru, en } };
  const file = path.join(root, 'licensing.yaml');
  const edit = { kind: 'licensing', path: ['products'], item, whenAbsent: 'make' } as const;
  await writeWhole(file, appendItem(await readFile(file, 'utf8'), edit));
  const shown = path.relative(world.cwd, file);
  world.out(
    options.json ? `${JSON.stringify({ id, file: shown }, null, 2)}\n` : text.license.productAdded(id, shown),
  );
  session.finish(EXIT.fine);
}
