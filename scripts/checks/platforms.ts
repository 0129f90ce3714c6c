import { overlap, parseRange, type VersionRange } from '../model/version-range.ts';
import { fixedRange } from './fixed-range.ts';

/** Platforms on which infobases can ask this repository at all: native SHA-512 and `Асинх` begin with 8.3.18. */
const ASKING = fixedRange('>=8.3.18');

/** The 8.3 line, which ends where 8.5 begins. */
const LINE_8_3 = fixedRange('>=8.3.18 <8.4');

/** The platform of a compatibility mode: `Version8_3_24` → `8.3.24`; nothing for other words (`DontUse`). */
export function platformOfMode(mode: string): string | undefined {
  const [, major, minor, build] = /^Version(\d+)_(\d+)_(\d+)$/.exec(mode) ?? [];
  return build === undefined ? undefined : `${major ?? ''}.${minor ?? ''}.${build}`;
}

/** Does the requirement let in a platform older than `platform`? A release without one lets in every platform. */
export function admitsOlderPlatform(required: VersionRange | undefined, platform: string): boolean {
  const older = parseRange(`>=8.3.18 <${platform}`);
  return older !== undefined && overlap(required ?? ASKING, older);
}

/** Does the requirement let in platforms of the 8.3 line? */
export const admitsLine83 = (required: VersionRange | undefined): boolean =>
  overlap(required ?? ASKING, LINE_8_3);
