import { Elements } from './elements.ts';
import { openV8File } from './v8-file.ts';
import { WarningLog } from './warning.ts';
import { WorkBudget } from './work-budget.ts';

/**
 * The elements of a file by name, for whoever compares single ones: nothing is read but what is asked for.
 *
 * @throws {CfeError} when the file is not a container, or breaks a rule or a limit of the format
 */
export function openElements(bytes: Uint8Array): Pick<Elements, 'has' | 'bytes' | 'names'> {
  const log = new WarningLog();
  const work = WorkBudget.ofFile(bytes.length);
  const { entries } = openV8File(bytes, log, work).container;
  return new Elements({ entries, fileBytes: bytes.length, log, work, onFirstInflated: () => undefined });
}
