import type { Rule } from '../rule.ts';

/** A mode as a number that orders; `undefined` for `DontUse` and anything that is not a mode. */
function modeOrder(mode: string): number | undefined {
  const [, edition, release] = /^Version8_(\d{1,2})_(\d{1,2})$/.exec(mode) ?? [];
  return edition === undefined || release === undefined ? undefined : Number(edition) * 100 + Number(release);
}

/**
 * The platform refuses an extension whose compatibility mode is above the configuration's. The configuration has two
 * modes; the higher one counts, because which of them the platform asks is not verified.
 */
export const compatibilityMode: Rule = function* (touch, shape) {
  const wanted = modeOrder(touch.extensionCompatibilityMode);
  const given = [shape.compatibilityMode, shape.extensionCompatibilityMode].filter((mode) => mode !== '');
  const orders = given.map(modeOrder);
  if (wanted === undefined || given.length === 0 || orders.includes(undefined)) return;
  if (wanted <= Math.max(...orders.map((order) => order ?? Infinity))) return;
  yield {
    code: 'compatibility-mode',
    object: 'Configuration',
    method: '',
    state: given.join(' '),
  };
};
