import type { Screen } from './form/dialogs.ts';
import type { FileSandbox } from './files/file-sandbox.ts';
import type { Infobase } from './infobase/infobase.ts';
import type { Value } from '../runtime/value.ts';
import type { Network } from './http/network.ts';

/** What surrounds the sessions of one simulated platform: everything a double may touch outside the language. */
export interface World {
  /** Version of the platform, `8.3.24.1467`. */
  readonly version: string;
  /** The moment it is; every function of dates asks here. */
  readonly now: () => Date;
  /** Minutes by which the time of the session is ahead of universal time. */
  readonly zoneMinutes: number;
  /** Language of the session, `ru` or `en`. */
  readonly language: string;
  readonly files: FileSandbox;
  readonly network: Network;
  readonly screen: Screen;
  readonly infobase: Infobase;
  /** What `ХранилищеОбщихНастроек` keeps. */
  readonly settings: Map<string, Value>;
  /** Temporary storage by address. */
  readonly temporary: Map<string, Value>;
  /** `ПараметрЗапуска`. */
  readonly launchParameter: string;
  /** A new unique identifier. */
  readonly nextId: () => string;
}
