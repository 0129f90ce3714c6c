/** What an extension is for: correct, adapt or add (`Исправление`, `Адаптация`, `Дополнение`). */
export type Purpose = 'Patch' | 'Customization' | 'AddOn';

/** An object of the extension: its own, or adopted («заимствованный») from the configuration it extends. */
export interface PassportObject {
  /** Kind as XML dumps spell it: `Catalog`, `CommonModule`, … */
  readonly kind: string;
  readonly name: string;
  readonly belonging: 'own' | 'adopted';
}

/** A published HTTP service: what an administrator opens to the network. */
export interface HttpService {
  readonly name: string;
  /** The service answers below `/hs/<rootUrl>`. */
  readonly rootUrl: string;
  readonly routes: readonly { readonly template: string; readonly methods: readonly string[] }[];
}

/** How a method of the configuration is intercepted: `&Перед`, `&После`, `&Вместо`, `&ИзменениеИКонтроль`. */
export type InterceptionKind = 'Before' | 'After' | 'Around' | 'ChangeAndValidate';

/** A method of the configuration that the extension intercepts. */
export interface Interception {
  /** Owner of the module, for example `Document.РеализацияТоваровУслуг.ObjectModule`. */
  readonly module: string;
  /** Method of the configuration that is intercepted. */
  readonly method: string;
  readonly kind: InterceptionKind;
  /** Method of the extension that runs. */
  readonly handler: string;
}

/**
 * What a `.cfe` says about itself, in the amount that customers and reviewers need. `add` writes it beside the file
 * as `<file>.passport.json`, so that a pull request shows in plain text what a new binary adds and intercepts, and so
 * that files which cannot be opened in CI (paid ones, files on other hosts) are still described. `check` derives it
 * again wherever the file can be read.
 */
export interface Passport {
  readonly formatVersion: 1;
  /** Lower-case hex SHA-256 of the clear `.cfe` that it describes. */
  readonly sha256: string;
  /** Bytes of the clear `.cfe`. */
  readonly length: number;
  readonly name: string;
  readonly synonym: Readonly<Record<string, string>>;
  readonly version: string;
  readonly vendor: string;
  readonly prefix: string;
  readonly purpose: Purpose;
  /** Compatibility mode of the extended configuration, as dumps spell it (`Version8_3_24`). */
  readonly compatibilityMode: string;
  /** Compatibility mode of the extension: the least platform that can attach it. */
  readonly extensionCompatibilityMode: string;
  readonly changesDataStructure: boolean;
  /** Sorted by kind, then name. */
  readonly objects: readonly PassportObject[];
  readonly httpServices: readonly HttpService[];
  readonly interceptions: readonly Interception[];
  /** Names of the extension's default roles. */
  readonly defaultRoles: readonly string[];
}
