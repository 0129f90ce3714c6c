import type { ExtensionFacts } from '../../cfe/index.ts';
import { newExtensionManifest } from '../../source/write/new-manifest.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { Terminal } from '../session/world.ts';
import type { AdditionContext } from './addition-context.ts';
import type { ToldOfFile } from './offered-file.ts';
import type { PlannedFile } from './plan-release.ts';

/** An extension that is not in the tree yet. */
export interface NewExtension {
  readonly id: string;
  /** What its first file says. */
  readonly facts: ExtensionFacts;
  /** Products whose licences open it; none for a free one. */
  readonly products: readonly string[];
  /** What was said of its first file where it came from. */
  readonly told: ToldOfFile | undefined;
}

interface Asking {
  readonly ask: Terminal['ask'] | undefined;
  readonly options: Pick<AdditionContext['options'], 'yes'>;
  readonly text: Session['text'];
}

async function summaryOf(
  title: string,
  facts: ExtensionFacts,
  { ask, options, text }: Asking,
): Promise<string | undefined> {
  return options.yes ? proposedSummary(facts, title) : ask?.(text.add.askSummary(title));
}

/** What the file says of itself in a sentence, or else its title. */
function proposedSummary({ briefDescription, comment }: ExtensionFacts, title: string): string {
  const told = [briefDescription['ru'] ?? '', comment].map((text) => text.trim().replaceAll(/\s+/gu, ' '));
  return (told.find((text) => text !== '') ?? title).slice(0, 200);
}

/** The manifest of a new extension: what its file says, and what a person answers. Throws `WrongUse`. */
export async function newExtension(
  { id, facts, products, told }: NewExtension,
  { options, tree }: AdditionContext,
  { world, text }: Session,
): Promise<PlannedFile> {
  const synonym = told?.title ?? facts.synonym['ru'] ?? facts.name;
  const ask = options.yes ? undefined : world.terminal?.ask;
  const title = options.title ?? (await ask?.(text.add.askTitle, synonym)) ?? synonym;
  const summary = options.summary ?? told?.summary ?? (await summaryOf(title, facts, { ask, options, text }));
  if (summary === undefined || summary === '') throw new WrongUse(text.add.summaryNeeded);
  const vendor = { name: tree.publisher.value.name };
  const about = { name: facts.name, title, summary, vendor };
  const written = newExtensionManifest(
    products.length === 0 ? about : { ...about, price: 'paid', products: [...products] },
  );
  return { file: `extensions/${id}/extension.yaml`, content: { text: written } };
}
