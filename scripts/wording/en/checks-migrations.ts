import type { MigrationCheckCode } from '../check-groups.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Checks of how to move from older modules, in English. */
export const MIGRATION_CHECKS_EN: Words<Untyped<MigrationCheckCode>> = {
  'migration-columns-mismatch': ({ mapping, side, missing, extra }) => ({
    message: say`Fields and columns (${side}) of the mapping “${mapping}” disagree: no columns for the fields [${missing}], too many: [${extra}].`,
    cure: say`Let columns hold every field of fields, and nothing else.`,
  }),
  'migration-key-missing': ({ mapping, fields }) => ({
    message: say`The mapping “${mapping}” has no key field: loading twice would double everything.`,
    cure: say`Write key: true at the fields that a row is recognised by (there are: ${fields}).`,
  }),
  'migration-load-before-unload': ({ step, scenario, mapping }) => ({
    message: say`In the scenario “${scenario}” the step “${step}” loads “${mapping}”, and nothing unloads it before: there is nothing to load.`,
    cure: say`Put a step kind: unload with mapping: ${mapping} before it.`,
  }),
  'migration-mapping-unknown': ({ step, kind, mapping, carries, known }) =>
    carries === ''
      ? {
          message: say`The step “${step}” (${kind}) carries nothing over, and names the mapping “${mapping}”.`,
          cure: say`Remove mapping, or make the step kind: unload or kind: load.`,
        }
      : {
          message: say`The step “${step}” (${kind}) carries “${mapping}” over, and mappings has none of that name.`,
          cure: say`Name one that is there: ${known}; or describe a new one in mappings.`,
        },
  'migration-owner-missing': ({ mapping, side, name, owner }) =>
    owner === ''
      ? {
          message: say`The mapping “${mapping}” (${side}) does not say whose objects carry the additional attribute “${name}”.`,
          cure: say`Add owner, for example owner: Справочник.Контрагенты.`,
        }
      : {
          message: say`The mapping “${mapping}” (${side}) names owner: ${owner}, and only an additional attribute has an owner.`,
          cure: say`Remove owner, or write kind: additionalAttribute.`,
        },
  'migration-step-needs': ({ step, needed, later, earlier }) =>
    later === ''
      ? {
          message: say`The step “${step}” needs the step “${needed}”, and the scenario has none of that name.`,
          cure: say`Name an earlier step: ${earlier}; or remove this line.`,
        }
      : {
          message: say`The step “${step}” needs the step “${needed}”, which does not stand before it: nobody gets there.`,
          cure: say`Put “${needed}” before it, or remove this line.`,
        },
  'migration-text-stray': ({ name, nearest }) => ({
    message: say`The text ${name} belongs to no step: nobody will see it.`,
    cure:
      nearest === ''
        ? say`Name the file “scenario.step.ru.md”, or delete it.`
        : say`Name the file ${nearest}.ru.md (.en.md).`,
  }),
  'migration-unload-after-removal': ({ step, removal }) => ({
    message: say`The step “${step}” unloads identifiers from an infobase from which the step “${removal}” has removed the older module with everything in it.`,
    cure: say`Unload before the removal, or in the copy (where: copy).`,
  }),
};
