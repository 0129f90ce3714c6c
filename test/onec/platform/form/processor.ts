import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { BslObject, defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { HostNames } from '../../runtime/scope.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { SERVER, textArgument } from '../define.ts';
import { BinaryData } from '../binary/binary-data.ts';

/** An external data processor as its description names it. Source: platform-1c.md 7.2. */
export interface ProcessorShape {
  readonly attributes?: readonly string[];
  /** Templates with binary data. */
  readonly templates?: Readonly<Record<string, Uint8Array>>;
}

/** The object behind the module of a processor: attributes and templates. It lives on the server only. */
export class Processor extends NativeObject {
  readonly #attributes = new Map<string, Value>();
  readonly #templates: Readonly<Record<string, Uint8Array>>;
  /** What `ЭтотОбъект` is. */
  self: BslObject = this;

  constructor({ attributes = [], templates = {} }: ProcessorShape) {
    super();
    for (const name of attributes) this.#attributes.set(name.toLowerCase(), undefined);
    this.#templates = templates;
  }

  get type(): BslType {
    return PROCESSOR;
  }

  override getField(name: string, session: Session): Value {
    const key = name.toLowerCase();
    if (key === 'этотобъект' || key === 'thisobject') return this.self;
    return this.#attributes.has(key) ? this.#attributes.get(key) : super.getField(name, session);
  }

  override setField(name: string, value: Value, session: Session): void {
    if (this.#attributes.has(name.toLowerCase())) this.#attributes.set(name.toLowerCase(), value);
    else super.setField(name, value, session);
  }

  template(name: string): Uint8Array {
    const bytes = this.#templates[name];
    if (!bytes) throw new BslException(MESSAGES.wrongValue(1));
    return bytes;
  }
}

const PROCESSOR: BslType = defineType(Processor, {
  name: 'ВнешняяОбработкаОбъект|ExternalDataProcessorObject',
  contexts: SERVER,
  methods: {
    'ПолучитьМакет|GetTemplate': method(
      [1, 1],
      (self, args) => new BinaryData(self.template(textArgument(args, 0))),
    ),
  },
});

/** Names that the module of a processor sees as its own. */
export function processorNames({ attributes = [] }: ProcessorShape): HostNames {
  const own = ['ЭтотОбъект', 'ThisObject', ...attributes].map((name) => name.toLowerCase());
  return { fields: new Set(own), methods: new Set(PROCESSOR.methods.keys()) };
}
