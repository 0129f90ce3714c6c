import { readContainer, type Container } from './container.ts';
import { isBlockHeader } from './block-header.ts';
import type { WarningLog } from './warning.ts';
import { WIDTH_32 } from './width.ts';
import type { WorkBudget } from './work-budget.ts';

/**
 * The container inside an inflated element, `undefined` when the element is something else. Nested containers are
 * always of 32 bits and their documents are not deflated. Their documents are never looked into for containers again.
 *
 * @throws {CfeError} what a container is refused for
 */
export function readNestedContainer(
  bytes: Uint8Array,
  log: WarningLog,
  work: WorkBudget,
): Container | undefined {
  return isBlockHeader(bytes, WIDTH_32.headerBytes, WIDTH_32)
    ? readContainer(bytes, WIDTH_32, log, work)
    : undefined;
}
