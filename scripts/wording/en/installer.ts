import type { InstallerErrorArguments } from '../../installer/error.ts';
import { say, type Words } from '../wording.ts';

/** Why the 1C side could not be assembled or built, in English. */
export const INSTALLER_EN: Words<InstallerErrorArguments> = {
  'code-outside-regions': ({ module, line }) => ({
    message: say`${module}, line ${line}: code outside the regions of the module.`,
    cure: say`Move it into a region: assembly joins modules by their regions.`,
  }),
  'method-repeated': ({ method, modules }) => ({
    message: say`Two modules have a method ${method}: ${modules}.`,
    cure: say`Rename one: assembly makes one module of them.`,
  }),
  'module-named-in-text': ({ module, line, name }) => ({
    message: say`${module}, line ${line}: a text names the module ${name}, which is gone after assembly.`,
    cure: say`Call the method directly, not by its name in a text.`,
  }),
  'module-unreadable': ({ module, line }) => ({
    message: say`${module}, line ${line}: a text is not closed.`,
    cure: say`Close it with a quote.`,
  }),
  'module-variable': ({ module, line }) => ({
    message: say`${module}, line ${line}: a variable of the module.`,
    cure: say`Pass the value as a parameter: joined modules would share their variables.`,
  }),
  'name-too-long': ({ name, limit }) => ({
    message: say`The name ${name} is longer than ${limit} characters.`,
    cure: say`Take a shorter prefix: --prefix.`,
  }),
  'platform-failed': ({ step, status, log }) => ({
    message: say`1cv8 did not manage the step ${step}, status ${status}. ${log}`,
    cure: say`If the log is empty, do the step in Designer: status 101 may come without a text.`,
  }),
  'platform-missing': ({ path }) => ({
    message: say`There is no program 1cv8 in ${path}.`,
    cure: say`Name the folder bin of an installed platform: --platform FOLDER.`,
  }),
  'prefix-invalid': ({ prefix }) => ({
    message: say`No name in 1C can begin with “${prefix}”.`,
    cure: say`Take letters and digits, a letter first, 30 characters at most, without “ё”.`,
  }),
  'region-unknown': ({ module, region }) => ({
    message: say`${module}: the standard has no region ${region}, or it is repeated.`,
    cure: say`Take a region of 1C’s standard 455.`,
  }),
  'slot-missing': ({ file, name }) => ({
    message: say`${file} has not exactly one place for “${name}”.`,
    cure: say`Take the sources of the 1C side of the same version as the program.`,
  }),
};
