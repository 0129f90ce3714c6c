import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROCESSOR_NAME, type AssembledProduct } from '../../installer/assemble.ts';
import { extensionSteps, processorSteps, type BuildPlaces } from '../../installer/platform-steps.ts';
import { runSteps, type PlatformWorld } from '../../installer/run-steps.ts';
import { dumpBytes } from '../../installer/source-archive.ts';
import { writeWhole } from '../../disk/files.ts';

/**
 * Builds a product with an installed platform, in an infobase that is made for it and deleted after. The file appears
 * at `target` only when every step ended well. Throws `InstallerError`.
 */
export async function buildProduct(
  product: AssembledProduct,
  target: string,
  world: PlatformWorld,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-1c-'));
  try {
    const places: BuildPlaces = {
      infobase: path.join(folder, 'base'),
      sources: path.join(folder, 'src'),
      log: path.join(folder, 'out.log'),
      product: path.join(folder, path.basename(target)),
    };
    for (const file of product.files) {
      await writeWhole(path.join(places.sources, file.path), dumpBytes(file));
    }
    await runSteps(stepsOf(product, places), world);
    await writeWhole(target, await readFile(places.product));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const stepsOf = ({ name }: AssembledProduct, places: BuildPlaces) =>
  name === PROCESSOR_NAME
    ? processorSteps(places, path.join(places.sources, `${name}.xml`))
    : extensionSteps(places, name);
