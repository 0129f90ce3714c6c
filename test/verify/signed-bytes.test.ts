import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../scripts/verify/canonical-json.ts';
import { signedBytes } from '../../scripts/verify/signed-bytes.ts';
import { testKey } from './fixtures/test-key.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined): string | undefined => found && new TextDecoder().decode(found);

test.each([
  ['', 'nothing'],
  ['{}', 'no file'],
  ['{"signatures":[],"signed":{}', 'cut off'],
  ['{"signatures": [],"signed":{}}', 'white space'],
  ['{"signatures":[], "signed":{}}', 'white space'],
  ['{"signed":{},"signatures":[]}', 'another order'],
  ['{"signatures":[],"x":1,"signed":{}}', 'something between'],
  ['{"signatures":[],"signed":{}}\n', 'something after'],
  ['{"signatures":[],"signed":[]}', 'a list'],
])('is not laid out as ours: %j — %s', (file) => expect(signedBytes(bytes(file))).toBeUndefined());

test.each([
  ['{"signatures":[],"signed":{}}', '{}'],
  [
    '{"signatures":[{"keyid":"a","sig":"b"}],"signed":{"a":"],\\"signed\\":{}"}}',
    '{"a":"],\\"signed\\":{}"}',
  ],
])('%s', (file, signed) => expect(text(signedBytes(bytes(file)))).toBe(signed));

test('are the bytes that the signatures are over, whatever was signed', () => {
  const value = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())));
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 3 }), (signed, signers) => {
      const message = canonicalJson(signed);
      const signatures = Array.from({ length: signers }, (_, at) => testKey(`${at}`).sign(message));
      const file = bytes(`{"signatures":${JSON.stringify(signatures)},"signed":${text(message) ?? ''}}`);
      expect(signedBytes(file)).toEqual(message);
    }),
  );
});
