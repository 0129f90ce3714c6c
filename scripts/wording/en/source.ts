import type { SourceErrorArguments } from '../../source/source-error.ts';
import type { SourceProblemCode } from '../../source/source-problem.ts';
import { say, sayReason, type Untyped, type Words } from '../wording.ts';
import { expectedFormat, typeNames, yamlFault } from './source-terms.ts';

/** What can be wrong in the files of a release tree, in English. */
export const SOURCE_EN: Words<Untyped<SourceProblemCode>> = {
  'conflict-markers': () => ({
    message: say`Marks of a merge are left in the file (<<<<<<< and >>>>>>>): git could not join two changes by itself.`,
    cure: say`Keep the right text and delete the lines with <<<<<<<, ======= and >>>>>>>.`,
  }),
  'file-encoding': () => ({ message: say`The file is not UTF-8.`, cure: say`Save it as UTF-8.` }),
  'file-missing': ({ file }) => ({
    message: say`There is no ${file}.`,
    cure: say`Make it; for a new release vypusk add does.`,
  }),
  'file-too-large': ({ size, limit }) => ({
    message: say`The file has ${size} bytes, at most ${limit} are allowed.`,
    cure: say`Shorten it.`,
  }),
  'file-unreadable': (args) => sayReason(SOURCE_ERRORS_EN, args),
  'folder-name': ({ name, expected }) =>
    expected === 'version'
      ? {
          message: say`The name of the folder “${name}” is no version.`,
          cure: say`Name it after the version of the release, for example 1.2.0.3.`,
        }
      : {
          message: say`The name of the folder “${name}” is no code of an extension.`,
          cure: say`Name it with small Latin letters, digits and dashes, for example crm-connector.`,
        },
  'name-decomposed': ({ name }) => ({
    message: say`“${name}” is written in decomposed Unicode, as macOS does: it looks the same and is another name to git and in addresses.`,
    cure: say`Type the name again: ${name}. On macOS run: git config core.precomposeunicode true`,
  }),
  'name-reserved': ({ name }) => ({
    message: say`Windows cannot hold a file or folder “${name}”: nobody there could check this repository out.`,
    cure: say`Rename it: no names of devices (con, nul, com1 and others), none of < > : " | ? *, no dot at the end.`,
  }),
  'notes-twice': ({ locale }) => ({
    message: say`There are notes in the language “${locale}” as .md and as .mdx.`,
    cure: say`Keep one of the files.`,
  }),
  'passport-invalid': ({ field }) => ({
    message: field === '' ? say`The passport is no JSON.` : say`The field ${field} of the passport is wrong.`,
    cure: say`Do not edit passports by hand: make it again with vypusk add.`,
  }),
  'problems-omitted': ({ count }) => ({
    message: say`There are ${count} more problems in this file.`,
    cure: say`Mend those that are shown and check again.`,
  }),
  'schema-choice': ({ value, choices, nearest }) => ({
    message: say`“${value}” is not possible here.`,
    cure: nearest === '' ? say`Write one of: ${choices}.` : say`Write ${nearest}; possible are: ${choices}.`,
  }),
  'schema-duplicate': ({ value, field }) => ({
    message: say`“${value}” stands twice in the list ${field}.`,
    cure: say`Delete the repetition.`,
  }),
  'schema-either': ({ fields }) => ({
    message: say`None of these fields is there: ${fields}.`,
    cure: say`Write one of them.`,
  }),
  'schema-format': ({ value, field, format }) => ({
    message: say`The value “${value}” of ${field} is not spelled right.`,
    cure: say`Wanted: ${expectedFormat(format)}.`,
  }),
  'schema-required': ({ field }) => ({
    message: say`The required field ${field} is missing.`,
    cure: say`Add ${field}: …`,
  }),
  'schema-size': ({ bound, limit, unit }) => ({
    message:
      bound === 'least'
        ? say`Too little: at least ${limit}${sizeUnit(unit)} are needed.`
        : say`Too much: at most ${limit}${sizeUnit(unit)} are allowed.`,
    cure: bound === 'least' ? say`Add what is missing.` : say`Make it smaller.`,
  }),
  'schema-type': ({ field, received, expected }) => ({
    message: say`The field ${field} holds ${typeNames(received)}.`,
    cure: say`Wanted: ${typeNames(expected)}.`,
  }),
  'schema-unknown-field': ({ field, known, nearest }) => ({
    message: say`There is no field ${field} here.`,
    cure:
      nearest === ''
        ? say`Delete it; known fields: ${known}.`
        : say`Write ${nearest}, or delete it; known fields: ${known}.`,
  }),
  'symbolic-link': ({ name }) => ({
    message: say`“${name}” is a symbolic link: on another machine it would point elsewhere.`,
    cure: say`Put the file itself in its place.`,
  }),
  'too-many-entries': ({ limit }) => ({
    message: say`The folder has more than ${limit} files.`,
    cure: say`Remove what does not belong there.`,
  }),
  'unexpected-file': ({ name }) => ({
    message: say`Nobody reads “${name}” here.`,
    cure: say`Correct the name or delete the file.`,
  }),
  'yaml-alias': ({ alias }) => ({
    message: say`The alias *${alias} points at nothing.`,
    cure: say`Write the value out.`,
  }),
  'yaml-duplicate-key': ({ key }) => ({
    message: say`The field ${key} is written twice.`,
    cure: say`Keep one.`,
  }),
  'yaml-key': () => ({
    message: say`The name of a field must be plain text.`,
    cure: say`Write “name: value”.`,
  }),
  'yaml-many-documents': () => ({
    message: say`The file holds two YAML documents (a line ---).`,
    cure: say`Keep one document.`,
  }),
  'yaml-syntax': ({ reason }) => ({
    message: say`This is no YAML: ${yamlFault(reason)}.`,
    cure: say`Check indentation (spaces, no tabs), colons and quotes here.`,
  }),
  'yaml-tag': ({ tag }) => ({ message: say`The tag ${tag} is not needed.`, cure: say`Delete it.` }),
  'yaml-too-complex': ({ limit }) => ({
    message: say`The file has more than ${limit} values, or is nested too deep.`,
    cure: say`Make the file simpler.`,
  }),
};

const UNITS: ReadonlyMap<unknown, string> = new Map([
  ['characters', ' characters'],
  ['items', ' items'],
]);

const sizeUnit = (unit: unknown): string => UNITS.get(unit) ?? '';

/** Why a file or a git revision cannot be read, in English. */
export const SOURCE_ERRORS_EN: Words<SourceErrorArguments> = {
  'file-not-found': ({ file }) => ({
    message: say`There is no ${file}.`,
    cure: say`Check the name and the folder.`,
  }),
  'file-too-large': ({ file, size, limit }) => ({
    message: say`${file} has ${size} bytes, at most ${limit} are allowed.`,
    cure: say`Shorten it.`,
  }),
  'file-unreadable': ({ file }) => ({
    message: say`${file} cannot be read.`,
    cure: say`Check that it is a file and that you may read it.`,
  }),
  'git-failed': ({ command, reason }) => ({
    message: say`git ${command} failed (${reason}).`,
    cure: say`Check that git is installed, that the folder lies in a repository and that the remote can be reached.`,
  }),
  'manifest-unusable': () => ({
    message: say`The manifest cannot be read, so nothing can be added to it.`,
    cure: say`Mend it (vypusk check shows what is wrong) and try again.`,
  }),
  'path-outside': ({ path }) => ({
    message: say`The path “${path}” leads out of the folder.`,
    cure: say`Give a path inside the folder of releases.`,
  }),
  'revision-unknown': ({ revision }) => ({
    message: say`There is no revision “${revision}”.`,
    cure: say`Name one that exists, for example origin/main; in CI fetch the history (fetch-depth: 0).`,
  }),
};
