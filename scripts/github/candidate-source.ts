import type { Call, Repository } from './api.ts';

/** Where to ask, and of which pull request. */
export interface CandidateSource {
  readonly call: Call;
  readonly repository: Pick<Repository, 'owner' | 'repo'>;
  readonly number: number;
}
