import type { Plan, PlannedUpload } from '../../destination/plan.ts';
import { servedAs } from '../../destination/served-as.ts';
import { STAGES } from '../../destination/stage.ts';
import type { Superseded } from '../../destination/superseded.ts';
import { forTerminal } from '../../wording/index.ts';
import type { Session } from '../session/session.ts';

/** A plan as people read it before they let it happen: in the order in which it would. */
export function planReport(plan: Plan, { text }: Session): string {
  const { publish } = text;
  const uploads = STAGES.flatMap((stage) => {
    const rows = plan.uploads.filter((upload) => upload.stage === stage).map(uploadRow);
    return rows.length === 0 ? [] : [`${publish.stages[stage]}\n`, ...rows];
  });
  const [deleted, staying] = split(plan.superseded);
  return [
    ...uploads,
    ...(deleted.length === 0
      ? []
      : [`${publish.deleted}\n`, ...deleted.map(({ path }) => `  - ${forTerminal(path)}\n`)]),
    ...(staying.length === 0
      ? []
      : [`${publish.staying}\n`, ...staying.map((file) => stayingRow(file, publish))]),
    publish.planned({
      uploads: plan.uploads.length,
      deletions: deleted.length,
      unchanged: plan.unchanged,
      bytes: plan.uploads.reduce((sum, { file }) => sum + file.length, 0),
    }),
  ].join('');
}

function uploadRow({ file, condition }: PlannedUpload): string {
  const { contentType, cacheControl } = servedAs(file.path);
  const mark = condition === 'absent' ? '+' : '~';
  return `  ${mark} ${forTerminal(file.path)}  ${file.length}  ${contentType}  ${cacheControl}\n`;
}

type Until = Session['text']['publish']['until'];

function stayingRow({ path, deleted }: Superseded, { until }: { readonly until: Until }): string {
  const reason =
    deleted instanceof Date ? until.day(deleted.toISOString().slice(0, 10)) : until[reasonOf(deleted)];
  return `    ${forTerminal(path)}  ${reason}\n`;
}

const reasonOf = (deleted: string): 'byHand' | 'newest' => (deleted === 'by-hand' ? 'byHand' : 'newest');

const split = (files: readonly Superseded[]): readonly [deleted: Superseded[], staying: Superseded[]] => [
  files.filter(({ deleted }) => deleted === 'now'),
  files.filter(({ deleted }) => deleted !== 'now'),
];

/** The same for programs. */
export const planDocument = ({ uploads, superseded, unchanged }: Plan): string =>
  `${JSON.stringify(
    {
      uploads: uploads.map(({ file, stage, condition }) => ({
        path: file.path,
        length: file.length,
        sha256: file.sha256,
        stage,
        replaces: condition !== 'absent',
        ...servedAs(file.path),
      })),
      superseded,
      unchanged,
    },
    null,
    2,
  )}\n`;
