import { CfeError, inspectionOf, readV8File } from '../../scripts/cfe/index.ts';
import { fromHex } from '../../scripts/verify/hex.ts';
import { SHIPPED_SCHEMES } from '../../scripts/verify/scheme.ts';

/** What a test may ask of a page that loaded the rooms. Answers are JSON or plain values. */
export interface RoomsOnWindow {
  /** Facts of a file at an address. */
  readonly inspect: (address: string) => Promise<string>;
  /** Code with which bytes are refused; `read` where they are not. */
  readonly refusalOf: (text: string) => Promise<string>;
  /** Whether an Ed25519 signature over nothing is genuine. Hex digits. */
  readonly isGenuine: (key: string, signature: string) => boolean | undefined;
}

declare global {
  // The page that loads this file; tests wait for it.
  var rooms: RoomsOnWindow;
}

globalThis.rooms = {
  inspect: async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    return JSON.stringify(inspectionOf(await readV8File(bytes)));
  },
  refusalOf: async (text) =>
    readV8File(new TextEncoder().encode(text)).then(
      () => 'read',
      (error: unknown) => (error instanceof CfeError ? error.code : 'thrown'),
    ),
  isGenuine: (key, signature) =>
    SHIPPED_SCHEMES.get('ed25519/ed25519')?.(key)?.verify(
      new Uint8Array(),
      fromHex(signature) ?? new Uint8Array(),
    ),
};
