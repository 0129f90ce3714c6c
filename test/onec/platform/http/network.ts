/** What stands behind a host name on the bench. */
export interface Host {
  /** Port of the loopback that answers. */
  readonly port: number;
  /** Whether the certificate passes the check of the operating system; `valid` by default. */
  readonly certificate?: 'valid' | 'untrusted';
}

/** The network of the simulated computer. */
export interface Network {
  /** `false`: the internet is switched off, nothing answers. */
  online: boolean;
  /**
   * Whether a body shorter than its `Content-Length` is an error, as in libcurl. What the platform does was never
   * measured: modules must stand both.
   */
  noticesCuts: boolean;
  /** Names beyond `localhost` and `127.0.0.1`. */
  readonly hosts: ReadonlyMap<string, Host>;
  /** Milliseconds that the bench waits where a module gave no timeout and the platform would wait for ever. */
  readonly patience: number;
}
