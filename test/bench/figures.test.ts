import { beforeAll, describe, expect, test } from 'vitest';
import { generatedTree } from '../../scripts/bench/generated-tree.ts';
import type { GeneratedSize } from '../../scripts/bench/generated-tree.ts';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import { day, Operator } from '../signing/operator.ts';
import { Visitor } from '../signing/visitor.ts';

const BP = 'configurations/БухгалтерияПредприятия.json';

/** Publishes a generated tree with its real heads. */
async function published(size: GeneratedSize): Promise<Operator> {
  const { documents, heads, files } = buildCatalog(generatedTree(size), {
    readAgreement: () => new Uint8Array(),
  });
  const operator = await Operator.start();
  await operator.publish({ documents, heads, files });
  return operator;
}

/** Bytes of the answers to the requests of the last visit; an absent file costs nothing here. */
const bytesOf = ({ host }: Operator, { requests }: Visitor): number =>
  requests.reduce((sum, path) => sum + (host.get(decodeURIComponent(path))?.length ?? 0), 0);

// The numbers of product.md.
describe('50 extensions with 20 releases each', () => {
  let operator: Operator;
  beforeAll(async () => {
    operator = await published({ extensions: 50, releasesEach: 20, releasesPerRange: 20 });
  });

  test('cost a fresh infobase at most 6 requests and 40 KB', async () => {
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    const repository = await visitor.visit(day(1));
    await repository.document(BP);
    expect(visitor.requests.length).toBeLessThanOrEqual(6);
    expect(bytesOf(operator, visitor)).toBeLessThanOrEqual(40 * 1024);
  });

  test('cost an update check at most 2 KB, whatever the number of releases', async () => {
    expect(operator.host.get('metadata/timestamp.json')!.length).toBeLessThanOrEqual(2 * 1024);
  });
});

test('a bin is not asked for the first list of a large repository', async () => {
  const operator = await published({ extensions: 400, releasesEach: 1 });
  const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
  const repository = await visitor.visit(day(1));
  await repository.document(BP);
  expect(visitor.requests.filter((path) => path.includes('bin-'))).toEqual([]);
  await repository.document('extensions/ext-7.json');
  expect(visitor.requests.filter((path) => path.includes('bin-'))).toHaveLength(1);
});
