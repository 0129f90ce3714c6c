import { BslException } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { equalityKey } from '../../runtime/operators.ts';
import { present } from '../../runtime/presentation.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE } from '../define.ts';
import { KeyAndValue } from './key-and-value.ts';

/** `Соответствие`: any value is a key; a key that is not there reads as Неопределено. */
export class BslMap extends NativeObject {
  readonly entries = new Map<unknown, { readonly key: Value; value: Value }>();

  get type(): BslType {
    return MAP;
  }

  /** Value under a key, Неопределено without one. */
  value(key: Value): Value {
    return this.entries.get(equalityKey(key))?.value;
  }

  /** Adds or replaces. */
  insert(key: Value, value: Value): void {
    const at = equalityKey(key);
    this.entries.set(at, { key: this.entries.get(at)?.key ?? key, value });
  }

  override getIndex(key: Value): Value {
    return this.value(key);
  }

  override setIndex(key: Value, value: Value): void {
    if (this.type === FIXED_MAP) throw new BslException('Индексированное значение недоступно для записи');
    this.insert(key, value);
  }

  /** The platform promises no order; the bench takes one that is neither insertion nor alphabet. */
  override *iterate(_session: Session): Generator<Value> {
    const scattered = [...this.entries.values()].map((entry) => ({ entry, rank: scatter(entry.key) }));
    scattered.sort((left, right) => left.rank - right.rank);
    for (const { entry } of scattered) yield new KeyAndValue(entry.key, entry.value);
  }

  override isFilled(): boolean {
    return this.entries.size > 0;
  }

  override copyAcross(carry: (value: Value) => Value): Value {
    const copy = this.type === FIXED_MAP ? new FixedMap() : new BslMap();
    for (const { key, value } of this.entries.values()) copy.insert(carry(key), carry(value));
    return copy;
  }
}

/** A number that scatters keys (FNV-1a over their presentation). */
function scatter(key: Value): number {
  let hash = 0x811c9dc5;
  for (const letter of present(key)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** `ФиксированноеСоответствие`. */
export class FixedMap extends BslMap {
  override get type(): BslType {
    return FIXED_MAP;
  }
}

function filled<T extends BslMap>(map: T, source: Value): T {
  if (source instanceof BslMap) for (const { key, value } of source.entries.values()) map.insert(key, value);
  return map;
}

const READ = {
  'Получить|Get': method<BslMap>([1, 1], (self, [key]) => self.value(key)),
  'Количество|Count': method<BslMap>([0, 0], ({ entries }) => BigInt(entries.size)),
} as const;

/** Type of {@link BslMap}. */
export const MAP: BslType = defineType(BslMap, {
  name: 'Соответствие|Map',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([0, 1], (_, [source]) => filled(new BslMap(), source)),
  methods: {
    ...READ,
    'Вставить|Insert': method([1, 2], (self, [key, value]) => {
      self.insert(key, value);
      return undefined;
    }),
    'Удалить|Delete': method([1, 1], ({ entries }, [key]) => void entries.delete(equalityKey(key))),
    'Очистить|Clear': method([0, 0], ({ entries }) => {
      entries.clear();
      return undefined;
    }),
  },
});

/** Type of {@link FixedMap}. */
export const FIXED_MAP: BslType = defineType(FixedMap, {
  name: 'ФиксированноеСоответствие|FixedMap',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([1, 1], (_, [source]) => filled(new FixedMap(), source)),
  methods: READ,
});
