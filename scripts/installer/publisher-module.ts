import { bslLiteral } from './bsl-literal.ts';
import { bslTokens, meaningful, type BslModule, type BslToken } from './bsl-tokens.ts';
import { InstallerError } from './error.ts';

/** What is known of a publisher before anything is downloaded: it comes with the product. */
export interface StampedPublisher {
  readonly id: string;
  readonly name: string;
  /** Public addresses of the repository, mirrors after the first; each ends with `/`. */
  readonly addresses: readonly string[];
  readonly licensePrefix: string;
  /** The newest root, byte for byte. */
  readonly root: Uint8Array;
  /** Version of the product, the one of package.json. */
  readonly version: string;
  /** Channel that is offered until the user chooses another. */
  readonly channel: string;
  /** Extension that the auto-update looks after; empty in the installer. */
  readonly extension: string;
}

/** What a product is stamped with. */
export interface Stamp extends StampedPublisher {
  /** `Модуль.Метод` of a common module that proves in a background job that an extension attaches; empty: none. */
  readonly attachMethod: string;
}

/** Values by the keys under which `ВыпускИздатель.СведенияИздателя` returns them. */
const slotsOf = (publisher: Stamp): ReadonlyMap<string, string> =>
  new Map([
    ['Имя', bslLiteral(publisher.name)],
    ['Адреса', `СтрРазделить(${bslLiteral(publisher.addresses.join(' '))}, " ")`],
    ['ПрефиксЛицензий', bslLiteral(publisher.licensePrefix)],
    ['КореньBase64', bslLiteral(Buffer.from(publisher.root).toString('base64'))],
    ['ВерсияУстановщика', bslLiteral(publisher.version)],
    ['Канал', bslLiteral(publisher.channel)],
    ['Идентификатор', bslLiteral(publisher.extension)],
    ['МетодПроверки', bslLiteral(publisher.attachMethod)],
  ]);

/**
 * The module `ВыпускИздатель` with the publisher's values in place of those of the checked-in file: what stands after
 * the key in `Сведения.Вставить("Ключ", …)`. Throws `slot-missing` where a key is not there exactly once.
 */
export function publisherModule(module: BslModule, publisher: Stamp): BslModule {
  const words = meaningful(bslTokens(module));
  const replaced = [...slotsOf(publisher)]
    .map(([key, value]) => ({ ...slotOf(module, words, key), value }))
    .sort((a, b) => b.start - a.start);
  const text = replaced.reduce(
    (before, { start, end, value }) => `${before.slice(0, start)}${value}${before.slice(end)}`,
    module.text,
  );
  return { name: module.name, text };
}

interface Slot {
  readonly start: number;
  readonly end: number;
}

function slotOf(module: BslModule, words: readonly BslToken[], key: string): Slot {
  const keys = words.flatMap(({ text }, at) => (text === `"${key}"` && isKey(words, at) ? [at] : []));
  const [at] = keys;
  const closing = at === undefined || keys.length > 1 ? undefined : closingOf(words, at + 2);
  const first = at === undefined ? undefined : words[at + 2];
  if (!first || !closing) throw new InstallerError('slot-missing', { file: module.name, name: key });
  return { start: first.start, end: closing.start };
}

/** `…Вставить("Ключ",` around the place. */
const isKey = (words: readonly BslToken[], at: number): boolean =>
  words[at - 1]?.text === '(' && words[at - 2]?.text === 'Вставить' && words[at + 1]?.text === ',';

/** The bracket that ends the arguments which go on at `from`. */
function closingOf(words: readonly BslToken[], from: number): BslToken | undefined {
  let depth = 0;
  for (const word of words.slice(from)) {
    if (word.text === '(') depth += 1;
    if (word.text === ')') depth -= 1;
    if (depth < 0) return word;
  }
  return undefined;
}
