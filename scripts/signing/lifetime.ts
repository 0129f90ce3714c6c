const DAY = 24 * 60 * 60 * 1000;

/** Days for which metadata is good (`formats.md`, section 3). */
export const LIFETIME_DAYS = { root: 365, targets: 365, snapshot: 365, timestamp: 14 } as const;

/** A time as metadata writes it: UTC, whole seconds (TUF 1.0.34, section 4.2). */
export const formatTime = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** When metadata signed now expires. */
export const expiryAfter = (days: number, now: Date): string =>
  formatTime(new Date(now.getTime() + days * DAY));

/** Whole days left until a time; negative when it has passed. */
export const daysUntil = (expires: string, now: Date): number =>
  Math.floor((Date.parse(expires) - now.getTime()) / DAY);

/** Metadata is expired from the second it names on (TUF 1.0.34, section 5.3.10). */
export const isExpired = (expires: string, now: Date): boolean => now.getTime() >= Date.parse(expires);

/**
 * Whether metadata that still says the right thing should be signed anew: less than a third of its life is left, so
 * that months remain to notice a publication that fails.
 */
export const isDue = (expires: string, days: number, now: Date): boolean =>
  Date.parse(expires) - now.getTime() < (days * DAY) / 3;
