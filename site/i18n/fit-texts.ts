import type { Unknown } from '../../scripts/decide/partly-known.ts';

/** The page «What fits me»: its form, its answers, and what can go wrong on the way. */
export interface FitTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly needsScripts: string;
  readonly configuration: string;
  readonly chooseConfiguration: string;
  readonly otherConfiguration: string;
  readonly version: string;
  readonly versionHint: string;
  readonly platform: string;
  readonly platformHint: string;
  readonly more: string;
  readonly ssl: string;
  readonly sslHint: string;
  readonly channel: string;
  readonly untested: string;
  readonly basic: string;
  readonly cloud: string;
  readonly submit: string;
  readonly whereToLook: string;
  readonly privacy: string;
  readonly badVersion: string;
  readonly badConfiguration: string;
  readonly working: string;
  readonly verified: (moment: string) => string;
  readonly noRoot: string;
  readonly failed: string;
  /** How the answer is announced: so many fit, of so many it is not clear yet, so many do not. */
  readonly counts: (fitting: number, open: number, refused: number) => string;
  readonly nothingMade: string;
  readonly nothingAtAll: string;
  readonly fits: string;
  readonly fitsLicense: string;
  readonly refused: string;
  readonly nearest: string;
  readonly nearestLead: string;
  /** Why an extension is near, for a mark. */
  readonly nearReason: Readonly<Record<'family' | 'subsystems' | 'reach', string>>;
  readonly shared: (subsystems: string) => string;
  readonly adopts: (names: string, more: number) => string;
  readonly intercepts: (names: string, more: number) => string;
  readonly adapt: string;
  readonly madeFor: (configurations: string) => string;
  readonly release: string;
  readonly install: string;
  readonly clarify: string;
  readonly clarifyLead: (asked: string) => string;
  /** What is to be found out, after «It depends on». */
  readonly missing: Readonly<Record<Unknown, string>>;
  /** What a release needs of it. */
  readonly needs: Readonly<Record<Unknown, (range: string) => string>>;
  readonly possible: (release: string, conditions: string) => string;
  readonly whereSsl: string;
  readonly about: string;
  readonly aboutHint: string;
  readonly aboutRead: string;
  readonly aboutUnread: string;
}
