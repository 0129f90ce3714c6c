import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { present } from '../../runtime/presentation.ts';
import type { Value } from '../../runtime/value.ts';
import { BslMap } from '../collections/map.ts';
import { BinaryData } from '../binary/binary-data.ts';
import { encodeText } from '../binary/encoding.ts';
import { EVERYWHERE, objectArgument, optionalText, textArgument } from '../define.ts';

/** `HTTPЗапрос`. */
export class HttpRequest extends NativeObject {
  address: string;
  headers: BslMap;
  body = new Uint8Array(0);

  constructor(address: string, headers: BslMap) {
    super();
    this.address = address;
    this.headers = headers;
  }

  get type(): BslType {
    return HTTP_REQUEST;
  }

  headerTexts(): [string, string][] {
    return [...this.headers.entries.values()].map(({ key, value }) => [present(key), present(value)]);
  }
}

const headersArgument = (value: Value): BslMap => (value instanceof BslMap ? value : new BslMap());

/** Type of {@link HttpRequest}. */
export const HTTP_REQUEST: BslType = defineType(HttpRequest, {
  name: 'HTTPЗапрос|HTTPRequest',
  contexts: EVERYWHERE,
  construct: method([0, 2], (_, args) => new HttpRequest(optionalText(args, 0), headersArgument(args[1]))),
  properties: {
    'АдресРесурса|ResourceAddress': {
      get: ({ address }) => address,
      set: (self, value) => {
        self.address = textArgument([value], 0);
      },
    },
    'Заголовки|Headers': {
      get: ({ headers }) => headers,
      set: (self, value) => {
        self.headers = objectArgument([value], 0, BslMap);
      },
    },
  },
  methods: {
    'УстановитьТелоИзСтроки|SetBodyFromString': method([1, 3], (self, args) => {
      self.body = Uint8Array.from(encodeText(textArgument(args, 0)));
      return undefined;
    }),
    'УстановитьТелоИзДвоичныхДанных|SetBodyFromBinaryData': method([1, 1], (self, args) => {
      self.body = Uint8Array.from(objectArgument(args, 0, BinaryData).bytes);
      return undefined;
    }),
  },
});
