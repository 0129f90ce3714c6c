import type { LocalizedText } from './text.ts';

/** Public half of a key that signs licences. */
export interface LicenseSigner {
  /** How envelopes of licences name the key; 64 hexadecimal digits. */
  readonly keyid: string;
  /** 32 bytes in hexadecimal. */
  readonly public: string;
}

/** What licences are sold for. */
export interface Product {
  /** `[a-z0-9-]{2,64}`; its secret follows from the name, so a product is never renamed. */
  readonly id: string;
  readonly title: LocalizedText;
}

/** Whose licences are believed, and what they are sold for (`licensing.yaml`). Nothing in it is secret. */
export interface Licensing {
  readonly keys: readonly LicenseSigner[];
  readonly products: readonly Product[];
}
