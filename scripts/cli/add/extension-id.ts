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

/** What is known of the id before anybody is asked. */
interface AskedId {
  readonly asked: string | undefined;
  readonly tree: ReleaseTree;
  /** Ids that were given in this run. */
  readonly taken: ReadonlySet<string>;
  /** Take the proposal. */
  readonly yes: true | undefined;
}

/** The proposal, with a number behind it while another extension has it. */
function freeId(proposal: string, tree: ReleaseTree, taken: ReadonlySet<string>): string {
  const base = proposal.length < 2 ? `extension-${proposal}`.replace(/-$/, '') : proposal;
  const isTaken = (id: string): boolean => taken.has(id) || tree.extensions.some((entry) => entry.id === id);
  let id = base;
  for (let number = 2; isTaken(id); number++) id = `${base.slice(0, 60)}-${number}`;
  return id;
}

/**
 * Id of the extension with an inner name: as asked for, as an existing extension has it, or as a person answers.
 * Throws `WrongUse` where nobody can say.
 */
export async function extensionId(
  name: string,
  { asked, tree, taken, yes }: AskedId,
  { world, text }: Session,
): Promise<string> {
  const known = tree.extensions.find(({ manifest }) => manifest.value.name === name)?.id;
  const proposal = freeId(proposeId(name), tree, taken);
  const id = asked ?? known ?? (yes ? proposal : await world.terminal?.ask(text.add.askId(name), proposal));
  if (id === undefined) throw new WrongUse(text.add.idNeeded(name, proposal));
  if (!ID.test(id)) throw new WrongUse(text.add.badId(id));
  if (known !== undefined && known !== id) throw new WrongUse(text.add.otherId(name, known));
  return id;
}
