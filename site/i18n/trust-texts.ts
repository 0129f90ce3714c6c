/** The trust page: keys, thresholds, expiry, and how to verify without our programs. */
export interface TrustTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly noRoot: string;
  readonly root: string;
  readonly rootVersion: (version: number) => string;
  readonly rootExpires: (date: string) => string;
  readonly rootFile: string;
  readonly roles: string;
  readonly roleMeaning: Readonly<Record<'root' | 'targets' | 'snapshot' | 'timestamp', string>>;
  readonly threshold: (needed: number, keys: number) => string;
  readonly keys: string;
  readonly keysLead: string;
  readonly columns: {
    readonly role: string;
    readonly meaning: string;
    readonly threshold: string;
    readonly keyid: string;
    readonly publicKey: string;
    readonly usedBy: string;
  };
  readonly verify: string;
  readonly verifyLead: string;
  readonly verifyTufJs: string;
  readonly verifyPython: string;
  readonly byHand: string;
  readonly byHandText: string;
  readonly limits: string;
  readonly limitList: readonly string[];
}
