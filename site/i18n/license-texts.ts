/** The page «My licence». */
export interface LicenseTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly needsScripts: string;
  readonly key: string;
  readonly keyHint: string;
  readonly file: string;
  readonly fileHint: string;
  readonly submit: string;
  readonly privacy: string;
  readonly nothingGiven: string;
  readonly working: string;
  readonly opened: (licensee: string) => string;
  readonly revoked: string;
  readonly products: string;
  readonly columns: { readonly product: string; readonly updates: string; readonly valid: string };
  readonly trial: string;
  readonly forEver: string;
  readonly downloads: string;
  readonly nothingToDownload: string;
  readonly downloading: string;
  readonly saved: (file: string) => string;
  readonly noRoot: string;
}
