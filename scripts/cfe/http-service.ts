import { atomAt, listAt, numberAt, quotedAt, type BraceList, type BraceNode } from './brace-node.ts';
import { CfeError } from './error.ts';
import type { HttpMethodFacts, HttpServiceFacts, HttpTemplateFacts } from './facts.ts';
import { MAX_HTTP_TEMPLATES } from './limits.ts';
import type { WarningLog } from './warning.ts';

/** Method codes: GET and POST compared with dumps, the others as v8unpack (saby) and ibcmd-rs name them. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['2', 'DELETE'],
  ['3', 'GET'],
  ['10', 'PATCH'],
  ['11', 'POST'],
  ['14', 'PUT'],
]);

const REUSE_SESSIONS = ['DontUse', 'Use', 'AutoUse'];

/**
 * An HTTP service from its descriptor: `{1,{2,"rootUrl",header,reuse,age},1,{guid,n,{{0,"template",header},1,{guid,m,
 * {{0,"handler",method,header},0} x m}} x n}}`.
 *
 * @throws {CfeError} `count-disagrees`, `too-many-http-templates`
 */
export function readHttpService(
  descriptor: BraceNode | undefined,
  name: string,
  log: WarningLog,
): HttpServiceFacts {
  const reuse = atomAt(descriptor, 1, 3);
  const templates = collection(listAt(descriptor, 3), `templates of ${name}`);
  if (templates.length > MAX_HTTP_TEMPLATES) {
    throw new CfeError('too-many-http-templates', { count: templates.length, limit: MAX_HTTP_TEMPLATES });
  }
  return {
    name,
    rootUrl: quotedAt(descriptor, 1, 1) ?? '',
    reuseSessions: REUSE_SESSIONS[Number(reuse)] ?? `code:${reuse}`,
    sessionMaxAge: atomAt(descriptor, 1, 4),
    templates: templates.map((template) => readTemplate(template, log)),
  };
}

function readTemplate(template: BraceNode, log: WarningLog): HttpTemplateFacts {
  const name = quotedAt(template, 0, 2, 2) ?? '';
  return {
    template: quotedAt(template, 0, 1) ?? '',
    name,
    methods: collection(listAt(template, 2), `methods of ${name}`).map((method) => readMethod(method, log)),
  };
}

function readMethod(method: BraceNode, log: WarningLog): HttpMethodFacts {
  const code = atomAt(method, 0, 2);
  const known = METHODS.get(code);
  const name = quotedAt(method, 0, 3, 2) ?? '';
  if (known === undefined) log.add('http-method-unknown', { code, name });
  return { name, method: known ?? `code:${code}`, handler: quotedAt(method, 0, 1) ?? '' };
}

/** Items of `{guid, n, item x n}`. */
function collection(list: BraceList, what: string): readonly BraceNode[] {
  const declared = numberAt(list, 1) ?? 0;
  const items = list.slice(2);
  if (declared !== items.length)
    throw new CfeError('count-disagrees', { what, declared, found: items.length });
  return items;
}
