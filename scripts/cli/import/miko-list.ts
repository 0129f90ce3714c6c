import { z } from 'zod';
import type { Session } from '../session/session.ts';
import { fileName, MAX_FOUND, type FoundFile, type FoundFiles } from './found-file.ts';
import { toldNotes } from './told-notes.ts';

const FILE = z.object({
  name: z.string().max(300),
  url: z.string().max(2_000),
  size: z.coerce.number().int().positive().optional().catch(undefined),
  md5: z
    .string()
    .regex(/^[0-9a-f]{32}$/i)
    .optional(),
});

const MODULE = z.object({
  name: z.string().max(300),
  version: z.coerce.string().max(100).optional(),
  description: z.string().optional().catch(undefined),
  changelog: z.string().optional().catch(undefined),
  lic_product_id: z.coerce.string().max(100).nullish(),
  files: z.union([z.array(FILE).max(50), FILE.transform((file) => [file])]),
});

const LIST = z.union([
  z.array(z.unknown()).max(MAX_FOUND),
  z.object({ modules: z.array(z.unknown()).max(MAX_FOUND) }).transform(({ modules }) => modules),
  z.object({ data: z.array(z.unknown()).max(MAX_FOUND) }).transform(({ data }) => data),
]);

/** UTF-16 units of a description that may become the summary of an extension. */
const MAX_SUMMARY = 500;

/** What is known of the list before it is read. */
export interface ListContext {
  readonly text: string;
  /** Somebody said which licences open the files: sold ones may be taken. */
  readonly isSold: boolean;
}

/**
 * Files of an answer to MIKO's question for modules: an array of modules, or an object with it as `modules` or `data`.
 * A module that is sold is refused where nobody says by which licences it is opened here: it must not become free by an
 * import. `undefined` where the text is no such list.
 */
export function mikoFiles({ text: json, isSold }: ListContext, session: Session): FoundFiles | undefined {
  const list = LIST.safeParse(jsonOf(json));
  if (!list.success) return undefined;
  const found: FoundFile[] = [];
  const refused: string[] = [];
  for (const [index, item] of list.data.entries()) {
    const module = MODULE.safeParse(item);
    if (!module.success) refused.push(session.text.import.badModule(index + 1));
    else if (isPaid(module.data) && !isSold) refused.push(session.text.import.sold(module.data.name));
    else found.push(...filesOf(module.data));
  }
  return { found, refused };
}

type Module = z.output<typeof MODULE>;

const isPaid = ({ lic_product_id }: Module): boolean => !['', '0'].includes(lic_product_id?.trim() ?? '');

function filesOf(module: Module): readonly FoundFile[] {
  return module.files.flatMap(({ name, url, size, md5 }): FoundFile[] => {
    const safe = fileName(name);
    if (safe === undefined || !URL.canParse(url)) return [];
    const digest = md5 !== undefined && { kind: 'md5' as const, hex: md5.toLowerCase() };
    return [
      {
        name: safe,
        url: new URL(url),
        shown: `${module.name} ${module.version ?? ''} ${name}`,
        ...(size !== undefined && { length: size }),
        ...(digest && { digest }),
        told: { notes: toldNotes(module.changelog ?? ''), ...summaryOf(module) },
      },
    ];
  });
}

function summaryOf({ name, description = '' }: Module): { title?: string; summary?: string } {
  const line = (text: string): string => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  const [title, summary] = [line(name).slice(0, 200), line(description).slice(0, MAX_SUMMARY)];
  return { ...(title !== '' && { title }), ...(summary !== '' && { summary }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
