import type { Finding, FindingCode } from '../../compatibility/finding.ts';

/** What was found in a version of a configuration, in English. */
export const FINDINGS_EN: Readonly<Record<FindingCode, (finding: Finding) => string>> = {
  'compatibility-mode': ({ since }) =>
    `the extension's compatibility mode is above the configuration's since ${since}: the platform will refuse it`,
  'object-gone': ({ object, since }) => `${object} is gone since ${since}`,
  'field-gone': ({ object, method, since }) =>
    `${object} has no attribute or tabular section "${method}" since ${since}`,
  'form-gone': ({ object, method, since }) => `${object} has no form "${method}" since ${since}`,
  'method-gone': ({ object, method, since }) => `${object} has no method ${method} since ${since}`,
  'parameters-differ': ({ object, method, since }) =>
    `method ${method} of ${object} takes another number of parameters since ${since}`,
  'controlled-text-changed': ({ object, method, since }) =>
    `the text of ${method} in ${object} is not the one that ChangeAndValidate keeps, since ${since}`,
  'parameters-doubtful': ({ object, method }) =>
    `method ${method} of ${object} takes another number of parameters, but so it did in the tested version`,
  'controlled-text-doubtful': ({ object, method }) =>
    `the text of ${method} in ${object} is not the one that ChangeAndValidate keeps, but so it was in the tested version`,
  'controlled-comments-changed': ({ object, method, since }) =>
    `only comments or regions of ${method} in ${object} changed, since ${since}; what the platform says is not verified`,
  'event-handler-gone': ({ object, method, since }) =>
    `${object} has no handler of the event ${method} any more, since ${since}; what the platform says depends on its version`,
  'signature-changed': ({ object, method, since }) =>
    `names or defaults of parameters, export or the place of execution of ${method} in ${object} changed, since ${since}`,
  'body-changed': ({ object, method, since }) => `the text of ${method} in ${object} changed, since ${since}`,
  'object-never-there': ({ object }) =>
    `${object} is in no known version: perhaps the extension is for another configuration`,
  'part-never-there': ({ object, method }) => `"${method}" of ${object} is in no known version`,
  'method-never-there': ({ object, method }) => `method ${method} of ${object} is in no known version`,
  'module-protected': ({ object }) => `module ${object} is protected, its text cannot be read`,
  'body-not-compared': ({ object, method, since }) =>
    `the text of ${method} in ${object} is this one since ${since}; whether it fits is not known without the version that the extension was tested with`,
};
