import { z } from 'zod';
import type { Statistics } from '../../model/statistics.ts';

/** Bytes of `statistics.json` that are believed: a year of ten thousand extensions. */
export const MAX_STATISTICS_BYTES = 8 * 1024 * 1024;

const day = z.iso.date();
const count = z.int().min(0);
const version = z.string().min(1).max(100);

const extension = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,64}$/),
  total: count,
  releases: z.array(z.strictObject({ version, downloads: count })).max(10_000),
  days: z.array(z.strictObject({ date: day, downloads: count })).max(400),
});

const source = z.strictObject({
  name: z.string().min(1).max(200),
  through: day,
  counters: z
    .array(z.strictObject({ asset: z.int().positive(), downloads: count }))
    .max(10_000)
    .exactOptional(),
});

const statisticsSchema = z.strictObject({
  formatVersion: z.literal(1),
  sources: z.array(source).max(100),
  extensions: z.array(extension).max(10_000),
}) satisfies z.ZodType<Statistics>;

/** What `statistics.json` of a release tree says; `undefined` where it is no such file. A program writes it. */
export function parseStatistics(bytes: Uint8Array): Statistics | undefined {
  try {
    const parsed = statisticsSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
