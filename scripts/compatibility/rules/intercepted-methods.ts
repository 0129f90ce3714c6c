import type { HashedMethod } from '../../bsl/hashed-method.ts';
import { isPlatformEvent } from '../platform-events.ts';
import type { FindingCode, Observation } from '../finding.ts';
import { methodIn, type KnownVersions } from '../known-versions.ts';
import type { Rule } from '../rule.ts';
import type { TouchedMethod } from '../touch.ts';

/** Intercepted methods: whether they are there, take as many parameters, and are what the release was tested with. */
export const interceptedMethods: Rule = function* (touch, shape, known) {
  for (const touched of touch.methods) {
    const method = methodIn(shape, touched);
    const former = methodIn(known.baseline, touched);
    if (method === null) yield observation('module-protected', touched);
    else if (method === undefined) yield* absent(touched, former, known);
    else {
      yield* parameters(touched, method, former);
      yield* body(touched, method, former);
    }
  }
};

/** A platform event needs no handler in the base; whether the platform minds that one is gone is not verified. */
function* absent(
  touched: TouchedMethod,
  former: HashedMethod | null | undefined,
  known: KnownVersions,
): Iterable<Observation> {
  const wasThere = known.everHad((other) => Boolean(methodIn(other, touched)));
  if (isPlatformEvent(touched.method)) {
    if (wasThere && former !== undefined) yield observation('event-handler-gone', touched);
    else if (known.baseline === undefined) yield observation('method-never-there', touched);
    return;
  }
  yield observation(wasThere ? 'method-gone' : 'method-never-there', touched);
}

/**
 * The numbers of parameters must agree; their names and defaults need not. Where they disagreed in the version that
 * the release was tested with as well, the platform took it, so it is no proof.
 */
function* parameters(
  touched: TouchedMethod,
  method: HashedMethod,
  former: HashedMethod | null | undefined,
): Iterable<Observation> {
  const wanted = touched.own.parameters;
  if (method.parameters !== wanted) {
    const isDoubtful = former?.parameters !== undefined && former.parameters !== wanted;
    yield observation(
      isDoubtful ? 'parameters-doubtful' : 'parameters-differ',
      touched,
      String(method.parameters),
    );
  } else if (former && signatureOf(former) !== signatureOf(method)) {
    yield observation('signature-changed', touched, signatureOf(method));
  }
}

const signatureOf = ({ signature, sort, isExport, isAsync, directives }: HashedMethod): string =>
  [signature, sort, isExport, isAsync, ...directives].join(' ');

function body(
  touched: TouchedMethod,
  method: HashedMethod,
  former: HashedMethod | null | undefined,
): readonly Observation[] {
  if (touched.kind === 'ChangeAndValidate') return controlled(touched, method, former);
  if (!former) return [observation('body-not-compared', touched, `${signatureOf(method)} ${method.code}`)];
  return former.code === method.code ? [] : [observation('body-changed', touched, method.code)];
}

/** The platform compares the text that «ИзменениеИКонтроль» keeps of the base with the base's own. */
function controlled(
  touched: TouchedMethod,
  method: HashedMethod,
  former: HashedMethod | null | undefined,
): readonly Observation[] {
  const { own } = touched;
  if (own.code !== method.code) {
    const isDoubtful = former?.code !== undefined && former.code !== own.code;
    const code = isDoubtful ? 'controlled-text-doubtful' : 'controlled-text-changed';
    return [observation(code, touched, method.code)];
  }
  return own.text === method.text ? [] : [observation('controlled-comments-changed', touched, method.text)];
}

const observation = (code: FindingCode, { module, method }: TouchedMethod, state = ''): Observation => ({
  code,
  object: module,
  method,
  state,
});
