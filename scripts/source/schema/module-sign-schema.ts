import { z } from 'zod';
import type { ModuleSign } from '../../model/module-sign.ts';
import { text } from './text-format.ts';
import { rangeText } from './version-text.ts';

const extensionSign = z.strictObject({
  extension: text('identifier').meta({
    title: 'Расширение',
    description: 'Inner name of another extension, as Расширение.Имя has it.',
  }),
  versions: rangeText()
    .meta({ title: 'Версии', description: 'Range of its versions; all when absent.' })
    .exactOptional(),
});

const subsystemSign = z.strictObject({
  subsystem: text('subsystem').meta({
    title: 'Подсистема',
    description: 'Subsystem of the configuration, nested ones through dots.',
  }),
});

const objectSign = z.strictObject({
  object: text('metadata-name').meta({
    title: 'Объект',
    description: 'Full name of a metadata object. Example: РегистрСведений.ОбменСCRM_Соответствия.',
  }),
});

/** How a module is recognised in an infobase: by an extension, a subsystem or an object. */
export const moduleSignSchema: z.ZodType<ModuleSign> = z.union([extensionSign, subsystemSign, objectSign]);
