import { atomAt, nodeAt } from './brace-node.ts';
import { CfeError } from './error.ts';
import { EXTERNAL_CLASSES, readExternalObject } from './external-object-facts.ts';
import type { ConfigurationFacts, ExternalObjectFacts, StorageFacts, WholeFileFacts } from './facts.ts';
import type { ObjectSource } from './objects.ts';
import { CONFIGURATION_CLASS } from './root-descriptor.ts';
import { readRoot } from './root-facts.ts';
import { storageFacts } from './storage.ts';

/** A configuration or external object without what is told of the file as a whole. */
export type RootedReading =
  Omit<ConfigurationFacts, keyof WholeFileFacts> | Omit<ExternalObjectFacts, keyof WholeFileFacts>;

/**
 * Reads a file whose element `root` names the root descriptor: everything but extensions. The class in the descriptor
 * says what the file is.
 *
 * @throws {CfeError} `root-missing`, `class-unknown`, and what the sorts of files are refused for
 */
export function readRooted(source: ObjectSource): RootedReading {
  const { elements } = source;
  if (!elements.has('root')) throw new CfeError('root-missing', { element: 'root' });
  const uuid = atomAt(elements.brace('root')[0], 1);
  if (!elements.has(uuid)) throw new CfeError('root-missing', { element: uuid });
  const storage = storageOf(source);
  const [descriptor] = elements.brace(uuid);
  const classGuid = atomAt(descriptor, 3, 0);
  if (classGuid === CONFIGURATION_CLASS) {
    return { type: 'Configuration', rootUuid: uuid, storage, ...readRoot(descriptor, source).facts };
  }
  const type = EXTERNAL_CLASSES.get(classGuid);
  if (type === undefined) throw new CfeError('class-unknown', { class: classGuid });
  return { storage, ...readExternalObject({ uuid, descriptor, type }, source) };
}

/** Storage version of the element `version`: `{{216,0,{80320,0}}}`. */
const storageOf = ({ elements }: ObjectSource): StorageFacts =>
  storageFacts(elements.has('version') ? nodeAt(elements.brace('version')[0], 0) : undefined);
