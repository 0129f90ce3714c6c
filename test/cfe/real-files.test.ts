import { describe, expect, test } from 'vitest';
import { CfeError, inspectionOf, readV8File } from '../../scripts/cfe/index.ts';
import { haveSamples, sampleBytes, sampleFacts, sampleTable } from './samples.ts';

/** Facts about the file itself, and sums that the inspection does not repeat. */
const NOT_IN_INSPECTION = new Set(['file', 'bytes', 'sha256', 'counts', 'hashTable', 'error']);

describe.skipIf(!haveSamples)('readV8File on real files (skipped where the samples are not at hand)', () => {
  test.each(sampleFacts.filter(({ facts }) => facts.error === undefined))(
    'tells of $sample everything that is known about it',
    async ({ sample, facts }) => {
      const inspection = inspectionOf(await readV8File(sampleBytes(sample)));
      const known = Object.fromEntries(
        Object.entries(facts).filter(([member]) => !NOT_IN_INSPECTION.has(member)),
      );
      expect(inspection).toMatchObject(known);
      expect({ hashTable: inspection.integrity }).toMatchObject(
        'hashTable' in facts ? { hashTable: facts.hashTable } : {},
      );
    },
  );

  test.each(sampleFacts.filter(({ facts }) => facts.error !== undefined))(
    'refuses $sample',
    async ({ sample }) => {
      await expect(readV8File(sampleBytes(sample))).rejects.toThrow(CfeError);
    },
  );
});

/** What each hostile sample must get, as codes; the table beside the samples says it in words. */
const VERDICTS: Readonly<
  Record<string, { readonly error: string } | { readonly warnings: readonly string[] }>
> = {
  'h01_toc_chain_cycle.cfe': { error: 'block-cycle' },
  'h03_declared_size_2g.cfe': { error: 'size-exceeds-file' },
  'h05_two_records_one_block.cfe': { error: 'block-claimed-twice' },
  'h07_deep_braces_200k.cfe': { error: 'brace-nesting-too-deep' },
  'h09_path_traversal_name.cfe': { warnings: ['entry-name-suspicious', 'integrity-unlisted'] },
  'h11_lone_surrogate_name.cfe': { warnings: ['entry-name-surrogate', 'integrity-unlisted'] },
  'h13_trailing_after_deflate.cfe': { warnings: ['integrity-mismatch', 'deflate-trailing-bytes'] },
  'h15_nonhex_block_header.cfe': { error: 'block-header-malformed' },
  'h17_counts_lie.cfe': { error: 'count-disagrees' },
  'h19_truncated_60pct.cfe': { error: 'truncated' },
  'h21_zero_page_size.cfe': { error: 'zero-progress-page' },
  'h23_100k_records_same_block.cfe': { error: 'too-many-entries' },
  'h26_blocks_without_output_1mb.cfe': { error: 'too-much-work' },
  'h25_stray_closing_brace.cfe': { warnings: ['integrity-mismatch', 'stray-closing-brace'] },
};

describe.skipIf(!haveSamples)('readV8File on hostile samples (skipped where they are not at hand)', () => {
  test.each(sampleTable('hostile/EXPECT.tsv'))('%s (%s bytes): %s', async (name) => {
    const verdict = VERDICTS[name];
    expect(verdict).toBeDefined();
    const reading = readV8File(sampleBytes(`hostile/${name}`));
    if (verdict !== undefined && 'error' in verdict)
      await expect(reading).rejects.toMatchObject({ code: verdict.error });
    else
      expect(new Set((await reading).warnings.map(({ code }) => code))).toEqual(new Set(verdict?.warnings));
  });
});
