/** What one file of a dump is, by its path. */
export type DumpPlace =
  /** The configuration's own record. */
  | { readonly is: 'root' }
  /** An object's record. */
  | { readonly is: 'object'; readonly path: string }
  /** A module's text; one that is compiled cannot be read. */
  | { readonly is: 'module'; readonly path: string; readonly isProtected: boolean };

/** Kinds whose folder is not the kind with an `s`. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['BusinessProcesses', 'BusinessProcess'],
  ['ChartsOfAccounts', 'ChartOfAccounts'],
  ['ChartsOfCalculationTypes', 'ChartOfCalculationTypes'],
  ['ChartsOfCharacteristicTypes', 'ChartOfCharacteristicTypes'],
  ['FilterCriteria', 'FilterCriterion'],
]);

const kindOf = (folder: string): string => IRREGULAR.get(folder) ?? folder.replace(/s$/, '');

/** Folders inside an object that hold objects of their own. */
const INNER: ReadonlySet<string> = new Set(['Forms', 'Commands', 'Subsystems', 'Recalculations', 'Tables']);

const MODULE_ENDING = /\.(bsl|bin)$/;

/**
 * What a file below the root of a dump is: of a Designer dump (`Catalogs/К.xml`, `Catalogs/К/Ext/ObjectModule.bsl`) or
 * of an EDT project's `src` (`Catalogs/К/К.mdo`, `Catalogs/К/ObjectModule.bsl`). `undefined` for all others.
 */
export function dumpPlace(file: string): DumpPlace | undefined {
  if (file === 'Configuration.xml' || file === 'Configuration/Configuration.mdo') return { is: 'root' };
  const steps = withoutHollow(file.split('/'));
  const last = steps.pop() ?? '';
  if (MODULE_ENDING.test(last)) return modulePlace(steps, last);
  if (last.endsWith('.xml')) return objectPlace(steps, last.slice(0, -'.xml'.length));
  const name = last.endsWith('.mdo') ? last.slice(0, -'.mdo'.length) : undefined;
  return name !== undefined && steps.at(-1) === name ? objectPlace(steps.slice(0, -1), name) : undefined;
}

/**
 * Without the folders that Designer puts between an object and its module: `Ext` where a kind would stand, `Form`
 * behind it. An object may bear these names too.
 */
function withoutHollow(steps: readonly string[]): string[] {
  const kept: string[] = [];
  for (const [index, step] of steps.entries()) {
    const isExt = step === 'Ext' && kept.length % 2 === 0;
    const isForm = step === 'Form' && steps[index - 1] === 'Ext' && kept.length % 2 === 0;
    if (!isExt && !isForm) kept.push(step);
  }
  return kept;
}

/** Records of top-level objects and nested subsystems; forms and commands stand in their owner's. */
function objectPlace(steps: readonly string[], name: string): DumpPlace | undefined {
  const isTop = steps.length === 1;
  const isSubsystem = steps.every((step, index) => index % 2 === 1 || step === 'Subsystems');
  if (steps.length % 2 === 0 || !(isTop || isSubsystem)) return undefined;
  return { is: 'object', path: objectPath([...steps, name]) };
}

function modulePlace(steps: readonly string[], last: string): DumpPlace | undefined {
  const isProtected = last.endsWith('.bin');
  const module = last.replace(MODULE_ENDING, '');
  if (isProtected && !module.endsWith('Module')) return undefined;
  if (steps.length === 0 || (steps.length === 1 && steps[0] === 'Configuration')) {
    return { is: 'module', path: `Configuration.${module}`, isProtected };
  }
  if (steps.length % 2 === 1 || steps.some((step, at) => at > 0 && at % 2 === 0 && !INNER.has(step)))
    return undefined;
  const path = objectPath(steps);
  const isForm = steps.at(-2) === 'Forms' || steps.at(-2) === 'CommonForms';
  return { is: 'module', path: `${path}.${isForm ? 'Form' : module}`, isProtected };
}

/** `['Catalogs', 'К', 'Forms', 'Ф']` → `Catalog.К.Form.Ф` */
const objectPath = (steps: readonly string[]): string =>
  steps.map((step, index) => (index % 2 === 0 ? kindOf(step) : step)).join('.');
