import { describe, expect, test } from 'vitest';
import { writeContainer, type EntryToWrite } from '../../scripts/cfe/container-writer.ts';
import { containerWidth, readContainer } from '../../scripts/cfe/container.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import { WIDTH_32, WIDTH_64, type Width } from '../../scripts/cfe/width.ts';
import { haveSamples, sampleBytes, sampleFacts } from './samples.ts';

const read = (bytes: Uint8Array, width: Width) => readContainer(bytes, width, new WarningLog());

const entry = (name: string, length: number): EntryToWrite => ({
  name,
  created: 637_000_000_000_000,
  modified: 637_000_000_000_001,
  stored: Uint8Array.from({ length }, (_, at) => at % 251),
});

test.each([
  { width: WIDTH_32, count: 0, reason: 'an empty container' },
  { width: WIDTH_32, count: 1, reason: 'one entry' },
  { width: WIDTH_32, count: 42, reason: 'as many entries as the first page of contents holds' },
  { width: WIDTH_32, count: 43, reason: 'one more: a second page of contents, a record across the two' },
  { width: WIDTH_32, count: 300, reason: 'many pages of contents' },
  { width: WIDTH_64, count: 1, reason: '64 bits' },
  { width: WIDTH_64, count: 3000, reason: '64 bits, a second page of contents' },
])(
  'the reader reads what the writer writes: $width.bits bits, $count entries — $reason',
  ({ width, count }) => {
    const entries = Array.from({ length: count }, (_, index) => entry(`e${index}`, (index * 7) % 1500));
    const bytes = writeContainer(entries, { width });
    const container = read(bytes, width);
    expect(containerWidth(bytes)).toBe(width);
    expect([container.length, container.word3]).toEqual([bytes.length, count]);
    const found = [...container.entries.values()].toSorted((a, b) => a.address - b.address);
    expect(found.map(fingerprint)).toEqual(entries.map(fingerprint));
  },
);

const fingerprint = ({ name, created, modified, stored }: EntryToWrite): string =>
  [name, created, modified, Buffer.from(stored).toString('base64')].join(' ');

const platformFiles = sampleFacts.filter(({ sample }) => /^(cfe|epf)\//.test(sample));

describe.skipIf(!haveSamples)('writeContainer (skipped where the samples are not at hand)', () => {
  test.each(platformFiles)('writes $sample again byte for byte', ({ sample }) => {
    const bytes = sampleBytes(sample);
    const container = read(bytes, WIDTH_32);
    const entries = [...container.entries.values()].toSorted((a, b) => a.address - b.address);
    expect(Buffer.compare(writeContainer(entries, { word3: container.word3 }), bytes)).toBe(0);
  });
});
