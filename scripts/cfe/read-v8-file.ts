import { CONFIGINFO } from './configinfo.ts';
import { Elements } from './elements.ts';
import { readExtension } from './extension-facts.ts';
import type { ModuleFacts, ObjectFacts, V8Facts } from './facts.ts';
import { InterceptionLog } from './interceptions.ts';
import { LeftoverSearch } from './leftovers.ts';
import { ModuleCollector } from './module-collector.ts';
import { readRooted } from './rooted-facts.ts';
import { openV8File } from './v8-file.ts';
import { WarningLog } from './warning.ts';
import { WorkBudget } from './work-budget.ts';

/**
 * Reads a file of the 1C platform without the platform: `.cfe`, `.cf`, `.epf`, `.erf`. What the file is, its content
 * decides, never its name. Everything inside is read, so damage anywhere is found; what is odd but readable comes out
 * as warnings. `onModule` is given the text of each module in passing; nothing of it is kept.
 *
 * @throws {CfeError} when the file is not one, or breaks a rule or a limit of the format
 */
export async function readV8File(
  bytes: Uint8Array,
  work = WorkBudget.ofFile(bytes.length),
  onModule?: (path: string, text: string) => void,
): Promise<V8Facts> {
  const log = new WarningLog();
  const file = openV8File(bytes, log, work);
  const { entries } = file.container;
  const leftovers = new LeftoverSearch(work);
  const interceptions = new InterceptionLog(log);
  const onFirstInflated = (_name: string, element: Uint8Array): void => leftovers.add(element);
  const elements = new Elements({ entries, fileBytes: bytes.length, log, work, onFirstInflated });
  const modules = new ModuleCollector({
    elements,
    log,
    onText: (path, text) => {
      interceptions.add(path, text);
      onModule?.(path, text);
    },
  });
  const source = { elements, modules, log, interceptions };
  const reading = elements.has(CONFIGINFO) ? await readExtension(source, entries) : readRooted(source);
  modules.collectUnclaimed();
  elements.seeAll();
  for (const { path } of modules.list().filter(hidesInterceptions(reading)))
    log.add('module-protected', { module: path });
  const found = leftovers.facts();
  if (found.pieces > 0) log.add('leftover-memory', { pieces: found.pieces, bytes: found.bytes });
  return {
    ...reading,
    ...file.facts,
    inflatedBytes: elements.inflatedBytes,
    modules: modules.list(),
    ordinaryForms: modules.ordinaryForms,
    leftovers: found,
    warnings: log.list(),
  };
}

/**
 * Whether a closed module may intercept something: only objects that were adopted can, so a closed module of an object
 * of the extension's own is nothing odd.
 */
function hidesInterceptions(
  reading: Readonly<Pick<V8Facts, 'type'>> & { readonly objects?: readonly ObjectFacts[] },
) {
  const own = new Set(
    reading.type === 'ConfigurationExtension'
      ? (reading.objects ?? [])
          .filter(({ belonging }) => belonging === 'own')
          .map(({ kind, name }) => `${kind}.${name}`)
      : [],
  );
  return (module: ModuleFacts): boolean => module.protected && !own.has(module.path.split('.', 2).join('.'));
}
