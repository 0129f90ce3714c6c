import { z } from 'zod';
import type { Conflict } from '../../model/extension.ts';
import { localizedText } from './localized-text.ts';
import { SIGN_SHAPES } from './module-sign-schema.ts';

const answer = {
  action: z.enum(['refuse', 'warn']).default('refuse').meta({
    title: 'Что делать',
    description: 'refuse: do not offer the extension. warn: tell the user.',
  }),
  reason: localizedText('paragraph').meta({
    title: 'Почему',
    description: 'Why, for the person who installs it.',
  }),
};

/** One entry of `conflicts` in `extension.yaml`. */
export const conflictSchema = z
  .union([
    z.strictObject({ ...SIGN_SHAPES.extension, ...answer }),
    z.strictObject({ ...SIGN_SHAPES.subsystem, ...answer }),
    z.strictObject({ ...SIGN_SHAPES.object, ...answer }),
  ])
  .transform(({ action, reason, ...sign }): Conflict => ({ with: sign, action, reason }));
