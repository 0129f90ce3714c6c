import type { ContextName } from '../parser/contexts.ts';
import { BslException, MESSAGES } from '../runtime/errors.ts';
import { NativeObject, type BslType } from '../runtime/object.ts';
import { isSince } from '../runtime/platform-names.ts';
import type { Session } from '../runtime/session.ts';
import type { Value } from '../runtime/value.ts';
import type { PropertyDescription } from './define.ts';

function bareType(name: string, canCrossBorder: boolean): BslType {
  return {
    name,
    englishName: name,
    presentation: name,
    contexts: ['server', 'thinClient', 'webClient'],
    since: undefined,
    canCrossBorder,
    methods: new Map(),
    properties: new Map(),
    construct: undefined,
  };
}

/** One value of an enumeration of the platform, such as `ХешФункция.SHA256`. */
export class EnumerationValue extends NativeObject {
  readonly name: string;
  readonly #type: BslType;

  constructor(name: string, type: BslType) {
    super();
    this.name = name;
    this.#type = type;
  }

  get type(): BslType {
    return this.#type;
  }

  override present(): string {
    return this.name;
  }

  override equalityKey(): string {
    return this.name;
  }
}

/** The enumeration itself; a value that the version does not have yet is a field that is not there. */
class Enumeration extends NativeObject {
  readonly type: BslType;
  readonly #values: ReadonlyMap<
    string,
    { readonly value: EnumerationValue; readonly since: string | undefined }
  >;

  constructor(type: BslType, values: Enumeration['values']) {
    super();
    this.type = type;
    this.#values = values;
  }

  get values(): ReadonlyMap<
    string,
    { readonly value: EnumerationValue; readonly since: string | undefined }
  > {
    return this.#values;
  }

  override getField(name: string, session: Session): Value {
    const found = this.#values.get(name.toLowerCase());
    if (!found || !isSince(session.names.version, found.since))
      throw new BslException(MESSAGES.noField(name));
    return found.value;
  }
}

/** Names of an enumeration and of its values, `Русское|English`, with the version of those that came later. */
export interface EnumerationDescription<Names extends string> {
  readonly name: string;
  readonly contexts: readonly ContextName[];
  readonly since?: string;
  readonly values: Readonly<Record<Names, string>>;
  readonly valueSince?: Readonly<Partial<Record<Names, string>>>;
}

/** An enumeration for the doubles (`values.SHA1`) and for modules (`property`). */
export interface DefinedEnumeration<Names extends string> {
  readonly values: Readonly<Record<Names, EnumerationValue>>;
  readonly property: PropertyDescription;
}

/** Defines an enumeration: keys are the names the doubles use. */
export function defineEnumeration<Names extends string>(
  description: EnumerationDescription<Names>,
): DefinedEnumeration<Names> {
  const type = bareType(description.name.split('|')[0] ?? '', true);
  const byName = new Map<string, { readonly value: EnumerationValue; readonly since: string | undefined }>();
  const values: Partial<Record<Names, EnumerationValue>> = {};
  for (const key in description.values) {
    const names = description.values[key].split('|');
    const value = new EnumerationValue(names[0] ?? key, type);
    values[key] = value;
    for (const name of names) byName.set(name.toLowerCase(), { value, since: description.valueSince?.[key] });
  }
  const whole = new Enumeration(bareType(type.name, false), byName);
  const { contexts, since } = description;
  return {
    values: complete(values, description.values),
    property: { contexts, ...(since !== undefined && { since }), get: () => whole },
  };
}

function complete<Names extends string>(
  values: Partial<Record<Names, EnumerationValue>>,
  names: Readonly<Record<Names, string>>,
): Record<Names, EnumerationValue> {
  const isComplete = (
    given: Partial<Record<Names, EnumerationValue>>,
  ): given is Record<Names, EnumerationValue> => Object.keys(names).every((name) => name in given);
  if (!isComplete(values)) throw new Error('an enumeration lost a value');
  return values;
}
