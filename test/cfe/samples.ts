import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of real files. They belong to their authors: tests read them where they are, or skip. */
export const SAMPLES = path.resolve(import.meta.dirname, '../../../shared/samples');

/** Whether the real files are there; tests that need them are skipped otherwise. */
export const haveSamples = existsSync(path.join(SAMPLES, 'facts.json'));

/** Bytes of a sample, as a plain Uint8Array. */
export const sampleBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(SAMPLES, name)));

/** What a sample is known to hold. */
export interface SampleFacts {
  readonly sample: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** `facts.json` of the samples, empty when they are not there. */
export const sampleFacts: readonly SampleFacts[] = haveSamples
  ? (JSON.parse(readFileSync(path.join(SAMPLES, 'facts.json'), 'utf8')) as SampleFacts[])
  : [];

/** Lines of a table with tabs, without its head; empty when the samples are not there. */
export function sampleTable(name: string): readonly (readonly string[])[] {
  if (!haveSamples) return [];
  const lines = readFileSync(path.join(SAMPLES, name), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}
