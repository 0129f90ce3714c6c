import { compareText } from '../model/problem.ts';
import { bslTokens, lineAt, type BslModule } from './bsl-tokens.ts';
import { InstallerError } from './error.ts';
import { requireDistinctMethods } from './module-methods.ts';
import { MODULE_REGIONS, moduleParts, type ModuleParts } from './module-regions.ts';
import { unqualified } from './unqualified.ts';

/** What becomes one module. */
export interface JoinedModules {
  /** The module of the product: its lines before the first region and after the last stay where they are. */
  readonly host: BslModule;
  readonly core: readonly BslModule[];
}

/**
 * One module of many: regions in the order of the standard, inside each the host's part and then one nested region for
 * each core module, by name. The same modules in any order give the same text. Throws `InstallerError`.
 */
export function joinModules({ host, core }: JoinedModules): string {
  const sorted = [...core].sort((a, b) => compareText(a.name, b.name));
  requireDistinctMethods([host, ...sorted]);
  const names = new Set(sorted.map(({ name }) => name.toLowerCase()));
  const freed = (module: BslModule): ModuleParts =>
    moduleParts({ name: module.name, text: unqualified(module, names) });
  const frame = freed(host);
  const parts = sorted.map((module) => requireOnlyComments(module, freed(module)));
  const regions = MODULE_REGIONS.flatMap((region) => joinedRegion(region, frame, parts));
  return `${[frame.before, ...regions, frame.after].filter((part) => part !== '').join('\n\n')}\n`;
}

function joinedRegion(region: string, frame: ModuleParts, parts: readonly ModuleParts[]): string[] {
  const own = frame.regions.get(region) ?? '';
  const nested = parts.flatMap(({ name, regions }) => {
    const body = regions.get(region) ?? '';
    return body === '' ? [] : [inRegion(name, body)];
  });
  const bodies = [own, ...nested].filter((body) => body !== '');
  return bodies.length === 0 ? [] : [inRegion(region, bodies.join('\n\n'))];
}

const inRegion = (name: string, body: string): string => `#Область ${name}\n\n${body}\n\n#КонецОбласти`;

/** Outside its regions a core module may explain itself and nothing else. */
function requireOnlyComments(module: BslModule, parts: ModuleParts): ModuleParts {
  for (const text of [parts.before, parts.after]) {
    const code = bslTokens({ name: module.name, text }).find(
      ({ kind }) => kind !== 'comment' && kind !== 'space',
    );
    if (!code) continue;
    const line = lineAt(module.text, module.text.indexOf(code.text));
    throw new InstallerError('code-outside-regions', { module: module.name, line });
  }
  return parts;
}
