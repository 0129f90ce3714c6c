import { z } from 'zod';
import type { LocalizedText } from '../../model/text.ts';
import { text } from './text-format.ts';

/** A text in Russian and, if somebody translated it, in English; a plain text is Russian. */
type WrittenText = string | { ru: string; en?: string };

/**
 * A text for readers. Line breaks, which YAML makes easy to type, and repeated spaces become one space: the text is
 * shown in lists and signed inside documents.
 */
export const localizedText = (format: 'line' | 'paragraph'): z.ZodType<LocalizedText, WrittenText> =>
  z
    .union([
      text(format),
      z.strictObject({
        ru: text(format).meta({ title: 'По-русски', description: 'In Russian.' }),
        en: text(format)
          .meta({ title: 'По-английски', description: 'In English; readers see Russian when it is absent.' })
          .exactOptional(),
      }),
    ])
    .transform(normalize);

function normalize(written: WrittenText): LocalizedText {
  if (typeof written === 'string') return { ru: inOneLine(written) };
  const ru = inOneLine(written.ru);
  return written.en === undefined ? { ru } : { ru, en: inOneLine(written.en) };
}

const inOneLine = (written: string): string => written.replace(/\s+/g, ' ').trim();
