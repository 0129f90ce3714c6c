import type { ReleaseTree } from '../../model/release-tree.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';

/** Cyrillic letters as people spell them in addresses (ГОСТ 7.79-2000, system B, without marks). */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:x ц:c ч:ch ш:sh щ:shh ' +
    'ъ: ы:y ь: э:e ю:yu я:ya'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/** `[a-z0-9-]{2,64}` (`formats.md`, section 1). */
const ID = /^[a-z0-9-]{2,64}$/;

/** A proposal for an id from an inner name: words apart, Latin letters, no prefix of dashes. */
export function proposeId(name: string): string {
  const words = name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2').toLowerCase();
  const latin = Array.from(words, (letter) => LETTERS[letter] ?? letter).join('');
  return latin
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 64);
}

/**
 * Id of the extension with an inner name: as asked for, as an existing extension has it, or as a person answers.
 * Throws `WrongUse` where nobody can say.
 */
export async function extensionId(
  name: string,
  { asked, tree }: { readonly asked: string | undefined; readonly tree: ReleaseTree },
  { world, text }: Session,
): Promise<string> {
  const known = tree.extensions.find(({ manifest }) => manifest.value.name === name)?.id;
  const id = asked ?? known ?? (await world.terminal?.ask(text.add.askId(name), proposeId(name)));
  if (id === undefined) throw new WrongUse(text.add.idNeeded(name, proposeId(name)));
  if (!ID.test(id)) throw new WrongUse(text.add.badId(id));
  if (known !== undefined && known !== id) throw new WrongUse(text.add.otherId(name, known));
  return id;
}
