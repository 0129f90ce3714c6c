import { z } from 'zod';
import type { ModuleSign } from '../../model/module-sign.ts';
import { text } from './text-format.ts';
import { rangeText } from './version-text.ts';

/** Members of the three kinds of sign. */
export const SIGN_SHAPES = {
  extension: {
    extension: text('identifier').meta({
      title: 'Расширение',
      description: 'Inner name of another extension, as Расширение.Имя has it.',
    }),
    versions: rangeText()
      .meta({ title: 'Версии', description: 'Range of its versions; all when absent.' })
      .exactOptional(),
  },
  subsystem: {
    subsystem: text('subsystem').meta({
      title: 'Подсистема',
      description: 'Subsystem of the configuration, nested ones through dots.',
    }),
  },
  object: {
    object: text('metadata-name').meta({
      title: 'Объект',
      description: 'Full name of a metadata object. Example: РегистрСведений.ОбменСCRM_Соответствия.',
    }),
  },
} as const;

/** How a module is recognised in an infobase: by an extension, a subsystem or an object. */
export const moduleSignSchema: z.ZodType<ModuleSign> = z.union([
  z.strictObject(SIGN_SHAPES.extension),
  z.strictObject(SIGN_SHAPES.subsystem),
  z.strictObject(SIGN_SHAPES.object),
]);
