import path from 'node:path';
import { LOCALES, type Locale } from '../../model/text.ts';
import { publisherSchema } from '../../source/schema/publisher-schema.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { FORGES, type Forge } from './forges.ts';

/** What `init` may be told; what it is not told it asks, or with `--yes` takes by itself. */
export interface InitOptions extends PassphraseOptions {
  readonly yes?: true;
  readonly id?: string;
  readonly name?: string;
  readonly nameEn?: string;
  readonly url?: string;
  readonly email?: string;
  readonly locales?: string;
  readonly licensePrefix?: string;
  readonly forge?: string;
  readonly keys?: string;
  readonly program?: string;
}

/** A new repository as its publisher wants it. */
export interface Answers {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  /** Ends with a slash. */
  readonly url: string;
  readonly email?: string;
  readonly locales: readonly Locale[];
  readonly licensePrefix: string;
  readonly forge: Forge;
  /** Folder of private keys, as later commands in the new folder name it. */
  readonly keys: string;
}

/** Asks for what the options leave open. Throws `WrongUse` for an answer that no manifest may hold. */
export async function answersOf(options: InitOptions, folder: string, session: Session): Promise<Answers> {
  const { init } = session.text;
  const ask = asker(options, session);
  const id = await ask(options.id, init.askId, path.basename(folder).toLowerCase());
  const name = await ask(options.name, init.askName, id);
  const url = withSlash(await ask(options.url, init.askUrl, undefined));
  const forge = await ask(options.forge, init.askForge(FORGES.join(', ')), 'none');
  const keys = await ask(options.keys, init.askKeys, `../${path.basename(folder)}-keys`);
  const answers: Answers = {
    id,
    name,
    url,
    locales: localesOf(options.locales ?? 'ru', session),
    forge: forgeOf(forge, session),
    keys,
    ...(options.nameEn !== undefined && { nameEn: options.nameEn }),
    ...(options.email !== undefined && { email: options.email }),
    licensePrefix: options.licensePrefix ?? prefixOf(id),
  };
  requireWritable(answers, session);
  return answers;
}

type Ask = (given: string | undefined, question: string, fallback: string | undefined) => Promise<string>;

/** Asks where somebody sits and did not say `--yes`; a question without an answer by default must be answered. */
function asker({ yes }: InitOptions, { world, text }: Session): Ask {
  return async (given, question, fallback) => {
    if (given !== undefined) return given;
    const answer =
      yes || world.terminal === undefined ? fallback : await world.terminal.ask(question, fallback);
    if (answer === undefined || answer === '') throw new WrongUse(text.init.unanswered(question));
    return answer;
  };
}

/** Nobody who sells nothing should have to think of one: `acme-soft` has `ACMESOFT`. */
const prefixOf = (id: string): string =>
  id
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8)
    .padEnd(2, 'X');

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

function localesOf(written: string, { text }: Session): readonly Locale[] {
  const names = written.split(',').map((name) => name.trim());
  const locales = LOCALES.filter((locale) => names.includes(locale));
  if (locales.length !== names.length) throw new WrongUse(text.init.badLocales(written, LOCALES.join(',')));
  return locales;
}

function forgeOf(written: string, { text }: Session): Forge {
  const forge = FORGES.find((name) => name === written);
  if (forge === undefined) throw new WrongUse(text.init.badForge(written, FORGES.join(', ')));
  return forge;
}

/** The manifest's own schema says what it may hold, so that the first `check` cannot fail on what `init` wrote. */
function requireWritable(answers: Answers, { text }: Session): void {
  const { error } = publisherSchema.safeParse(publisherOf(answers));
  const wrong = error?.issues[0];
  if (wrong === undefined) return;
  const field = String(wrong.path[0] ?? '');
  const hint = field === 'url' ? text.init.urlHint : field === 'id' ? text.init.idHint : '';
  throw new WrongUse(text.init.badField(field, hint));
}

/** `publisher.yaml` as plain values. */
export const publisherOf = ({ id, name, nameEn, url, email, locales, licensePrefix }: Answers): object => ({
  id,
  name: nameEn === undefined ? name : { ru: name, en: nameEn },
  url,
  ...(email !== undefined && { email }),
  licensePrefix,
  locales: [...locales],
});
