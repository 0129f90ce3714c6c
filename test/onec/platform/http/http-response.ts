import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { BslMap } from '../collections/map.ts';
import { BinaryData } from '../binary/binary-data.ts';
import { checkEncoding, decodeText } from '../binary/encoding.ts';
import { MemoryStream } from '../binary/stream.ts';
import { EVERYWHERE } from '../define.ts';

/**
 * `HTTPОтвет`. Names of headers keep the case in which they came, duplicates are joined with a comma; a body that went
 * to a file is Неопределено here. Source: platform-1c.md 3.
 */
export class HttpResponse extends NativeObject {
  readonly status: number;
  readonly headers = new BslMap();
  readonly body: Uint8Array | undefined;

  constructor(status: number, headers: readonly (readonly [string, string])[], body: Uint8Array | undefined) {
    super();
    this.status = status;
    for (const [name, value] of headers) this.headers.insert(name, value);
    this.body = body;
  }

  get type(): BslType {
    return HTTP_RESPONSE;
  }
}

/** Type of {@link HttpResponse}. */
export const HTTP_RESPONSE: BslType = defineType(HttpResponse, {
  name: 'HTTPОтвет|HTTPResponse',
  contexts: EVERYWHERE,
  properties: {
    'КодСостояния|StatusCode': { get: ({ status }) => BigInt(status) },
    'Заголовки|Headers': { get: ({ headers }) => headers },
  },
  methods: {
    'ПолучитьТелоКакДвоичныеДанные|GetBodyAsBinaryData': method(
      [0, 0],
      ({ body }) => body && new BinaryData(body),
    ),
    'ПолучитьТелоКакСтроку|GetBodyAsString': method([0, 1], ({ body }, [encoding]) => {
      checkEncoding(encoding);
      return body && decodeText(body);
    }),
    'ПолучитьТелоКакПоток|GetBodyAsStream': method(
      [0, 0],
      ({ body }) => body && new MemoryStream(body, 'read'),
    ),
    'Закрыть|Close': method([0, 0], () => undefined),
  },
});
