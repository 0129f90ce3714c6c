import { bslTokens, lineAt, type BslModule, type BslToken } from './bsl-tokens.ts';
import { InstallerError } from './error.ts';

/**
 * Regions of common and object modules, in the order that 1C's standard 455 gives them (platform-1c.md, section 9).
 * Modules of forms have others and are never joined.
 */
export const MODULE_REGIONS = [
  'ПрограммныйИнтерфейс',
  'ОбработчикиСобытий',
  'СлужебныйПрограммныйИнтерфейс',
  'СлужебныеПроцедурыИФункции',
] as const;

/** A module cut at its outermost regions. */
export interface ModuleParts {
  readonly name: string;
  /** What stands before the first region, and after the last. */
  readonly before: string;
  readonly after: string;
  /** Text of each region without its two lines, trimmed of empty lines. */
  readonly regions: ReadonlyMap<string, string>;
}

const OPENING = /^#\s*(?:Область|Region)\s+(\S+)/iu;
const CLOSING = /^#\s*(?:КонецОбласти|EndRegion)/iu;

/** Cuts a module at its regions. Throws `region-unknown`, `code-outside-regions`, `module-unreadable`. */
export function moduleParts(module: BslModule): ModuleParts {
  const found = outermost(module);
  const regions = new Map<string, string>();
  for (const { region, start, end } of found) {
    if (!MODULE_REGIONS.some((known) => known === region) || regions.has(region)) {
      throw new InstallerError('region-unknown', { module: module.name, region });
    }
    regions.set(region, module.text.slice(start, end).replace(/^\s*\n|\s+$/g, ''));
  }
  requireNothingBetween(module, found);
  return {
    name: module.name,
    before: module.text.slice(0, found[0]?.opens ?? module.text.length).trim(),
    after: module.text.slice(found.at(-1)?.closes ?? module.text.length).trim(),
    regions,
  };
}

interface Span {
  readonly region: string;
  /** Where the line of the region begins, and where the line that ends it ends. */
  readonly opens: number;
  readonly closes: number;
  /** Text between the two lines. */
  readonly start: number;
  readonly end: number;
}

function outermost(module: BslModule): readonly Span[] {
  const spans: Span[] = [];
  const open: BslToken[] = [];
  for (const token of bslTokens(module)) {
    if (token.kind !== 'instruction') continue;
    if (OPENING.test(token.text)) open.push(token);
    if (!CLOSING.test(token.text)) continue;
    const opening = open.pop();
    if (opening && open.length === 0) spans.push(spanOf(opening, token));
  }
  return spans;
}

const spanOf = (opening: BslToken, closing: BslToken): Span => ({
  region: OPENING.exec(opening.text)?.[1] ?? '',
  opens: opening.start,
  start: opening.start + opening.text.length,
  end: closing.start,
  closes: closing.start + closing.text.length,
});

function requireNothingBetween(module: BslModule, spans: readonly Span[]): void {
  for (const [at, { closes }] of spans.entries()) {
    const next = spans[at + 1];
    if (next && module.text.slice(closes, next.opens).trim() !== '') {
      throw new InstallerError('code-outside-regions', {
        module: module.name,
        line: lineAt(module.text, closes) + 1,
      });
    }
  }
}
