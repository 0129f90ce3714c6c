import type { Rule } from '../rule.ts';

/** Modules of the extension whose text is compiled: what they intercept is not known. */
export const protectedModules: Rule = function* (touch) {
  for (const object of touch.protectedModules)
    yield { code: 'module-protected', object, method: '', state: '' };
};
