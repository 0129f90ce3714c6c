import type { ContextName } from '../parser/contexts.ts';
import type { World } from './world.ts';

/** What a test decides about the simulated platform. */
export interface PlatformOptions {
  /** `8.3.24.1467` by default. */
  readonly version?: string;
  /** Which client the forms run in. */
  readonly client?: Exclude<ContextName, 'server'>;
  /** The clock; a fixed moment by default, so that tests repeat. */
  readonly now?: () => Date;
  /** Minutes ahead of universal time; Moscow by default. */
  readonly zoneMinutes?: number;
  /** Language of the session. */
  readonly language?: string;
}

const STANDARD_MOMENT = Date.UTC(2026, 10, 20, 9, 0, 0);

/** The world a set of options describes. */
export function createWorld(options: PlatformOptions): World {
  return {
    version: options.version ?? '8.3.24.1467',
    now: options.now ?? (() => new Date(STANDARD_MOMENT)),
    zoneMinutes: options.zoneMinutes ?? 180,
    language: options.language ?? 'ru',
  };
}
