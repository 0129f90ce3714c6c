import { startOf } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';

/** Records are published as they are: one that anybody can open tells who the customer is and what he may open. */
export const licenseRecordOpen: Rule<'license-record-open'> = {
  code: 'license-record-open',
  severity: 'error',
  *check({ openRecords }) {
    for (const [file, reason] of openRecords ?? []) yield { place: startOf(file), args: { file, reason } };
  },
};
