/** A request that a module makes over HTTP, as the worker sends it. */
export interface HttpOrder {
  readonly kind: 'http';
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Milliseconds after which the worker gives up. */
  readonly timeout: number;
}

/** What came back. Duplicate headers are joined with a comma; nothing is decoded or followed. */
export type HttpReply =
  | {
      /** `cut`: the connection ended before the promised length came. */
      readonly kind: 'answer' | 'cut';
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array;
    }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'refused'; readonly message: string };

/** Opening of an archive. */
export interface UnzipOrder {
  readonly kind: 'unzip';
  readonly archive: Uint8Array;
  readonly password: string | undefined;
}

/** Files of an archive; `content` is missing where the password does not open one or its sum is wrong. */
export type UnzipReply =
  { readonly kind: 'entries'; readonly entries: readonly UnzippedEntry[] } | { readonly kind: 'notArchive' };

/** One file of an archive. */
export interface UnzippedEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly encrypted: boolean;
  readonly content: Uint8Array | undefined;
}

/** An answer a test wants for a path instead of the file there. */
export interface ServerRule {
  /** Path without the query. */
  readonly path: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Ends the connection after so many bytes of the body, although more were promised. */
  readonly cutAfter?: number;
  /** The rule holds for so many requests; without it for all. */
  readonly times?: number;
}

/** Start of a server of the files below `root` on a free port of the loopback. */
export interface ServeOrder {
  readonly kind: 'serve';
  readonly root: string | undefined;
  readonly rules: readonly ServerRule[];
}

/** A question to a running server. */
export interface ServerOrder {
  readonly kind: 'requests' | 'close' | 'rules';
  readonly port: number;
  readonly rules?: readonly ServerRule[];
}

/** A request that a server saw. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything the worker can be told to do. */
export type Order = HttpOrder | UnzipOrder | ServeOrder | ServerOrder;

/** What the worker says to each order. */
export type Reply =
  | HttpReply
  | UnzipReply
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'seen'; readonly requests: readonly SeenRequest[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly message: string };
