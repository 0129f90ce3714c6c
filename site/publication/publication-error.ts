import type { Problem } from '../../scripts/model/problem.ts';

/** Why there is nothing to show: the tree breaks rules, or a document is not what the catalogue promised. */
export type PublicationErrorCode = 'release-tree-refused' | 'document-missing' | 'root-refused';

/** The build of the site stops: a site that shows half of a release tree would contradict the signed index. */
export class PublicationError extends Error {
  readonly code: PublicationErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: PublicationErrorCode, subject: string, details: PublicationErrorDetails = {}) {
    const { problems = [], cause } = details;
    const places = problems.map(
      ({ place, code: what }) => `${place.file}:${place.line}:${place.column} ${what}`,
    );
    super([`${code} ${subject}`, ...places].join('\n'), { cause });
    this.name = 'PublicationError';
    this.code = code;
    this.problems = problems;
  }
}

/** What else is known about a refusal. */
export interface PublicationErrorDetails {
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}
