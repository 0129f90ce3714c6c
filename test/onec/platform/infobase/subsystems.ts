import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { SERVER, textArgument } from '../define.ts';

/** A metadata object with a name. Source: platform-1c.md 6. */
export class MetadataObject extends NativeObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  get type(): BslType {
    return METADATA_OBJECT;
  }
}

const METADATA_OBJECT: BslType = defineType(MetadataObject, {
  name: 'ОбъектМетаданных|MetadataObject',
  contexts: SERVER,
  properties: { 'Имя|Name': { get: ({ name }) => name } },
});

/** `Метаданные.Подсистемы`, and the same of a subsystem. */
class Subsystems extends NativeObject {
  /** Names of the subsystems above, with a dot at the end. */
  readonly above: string;

  constructor(above: string) {
    super();
    this.above = above;
  }

  get type(): BslType {
    return SUBSYSTEMS;
  }

  /** Collections of metadata are walked through everywhere in БСП. */
  override iterate({ world }: Session): Iterable<Value> {
    const below = world.infobase.subsystems.filter((name) => name.toLowerCase().startsWith(this.above));
    const names = new Set(below.map((name) => name.slice(this.above.length).split('.')[0] ?? ''));
    return [...names].map((name) => new Subsystem(name, `${this.above}${name.toLowerCase()}.`));
  }
}

const SUBSYSTEMS: BslType = defineType(Subsystems, {
  name: 'КоллекцияОбъектовМетаданных|MetadataObjectCollection',
  contexts: SERVER,
  methods: {
    'Найти|Find': method([1, 1], ({ above }, args, { world }) => {
      const name = above + textArgument(args, 0).toLowerCase();
      const found = world.infobase.subsystems
        .map((subsystem) => subsystem.toLowerCase())
        .some((subsystem) => subsystem === name || subsystem.startsWith(`${name}.`));
      return found ? new Subsystem(textArgument(args, 0), `${name}.`) : undefined;
    }),
  },
});

/** `Метаданные.Подсистемы` of the infobase. */
export const SUBSYSTEMS_OF_BASE: NativeObject = new Subsystems('');

/** `Метаданные.Подсистемы.СтандартныеПодсистемы`. */
class Subsystem extends MetadataObject {
  readonly below: string;

  constructor(name: string, below: string) {
    super(name);
    this.below = below;
  }

  override get type(): BslType {
    return SUBSYSTEM;
  }
}

const SUBSYSTEM: BslType = defineType(Subsystem, {
  name: 'ОбъектМетаданных|MetadataObject',
  contexts: SERVER,
  properties: {
    'Имя|Name': { get: ({ name }) => name },
    'Подсистемы|Subsystems': { get: ({ below }) => new Subsystems(below) },
  },
});
