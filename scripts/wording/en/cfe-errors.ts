import type { CfeErrorArguments } from '../../cfe/index.ts';
import { say, type Words } from '../wording.ts';

const SAVE_AGAIN = 'Save the extension to a file from the Designer again and take the new file.';
const DOWNLOAD_AGAIN = 'Take the file again: it did not arrive whole.';
const SUSPECT = 'The platform makes no such files. Do not install it, and find out where it came from.';
const SPLIT = 'If the file is genuine, split the extension into several and tell us about it.';

/** Why a 1C file was refused, in English. */
export const CFE_ERRORS_EN: Words<CfeErrorArguments> = {
  'attributes-malformed': ({ length }) => ({
    message: say`The attributes of an element take ${length} bytes and cannot be read.`,
    cure: SAVE_AGAIN,
  }),
  'block-claimed-twice': ({ offset }) => ({
    message: say`One block of the file (offset ${offset}) belongs to two elements at once.`,
    cure: SUSPECT,
  }),
  'block-cycle': ({ offset }) => ({
    message: say`A chain of blocks leads back to itself (offset ${offset}).`,
    cure: SUSPECT,
  }),
  'block-header-malformed': ({ offset }) => ({
    message: say`A block header should stand at offset ${offset}, and something else does.`,
    cure: SAVE_AGAIN,
  }),
  'block-outside-file': ({ offset }) => ({
    message: say`The address of a block, ${offset}, lies behind the end of the file.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'brace-nesting-too-deep': ({ limit }) => ({
    message: say`Braces are nested deeper than ${limit}.`,
    cure: SUSPECT,
  }),
  'brace-syntax': ({ why, offset }) => ({
    message: say`The brace text cannot be read (${why}, character ${offset}).`,
    cure: SAVE_AGAIN,
  }),
  'brace-too-many-nodes': ({ limit }) => ({
    message: say`One element has more than ${limit} values.`,
    cure: SPLIT,
  }),
  'class-unknown': () => ({
    message: say`It is no extension, no configuration, no data processor and no report.`,
    cure: SAVE_AGAIN,
  }),
  'configinfo-malformed': ({ what }) => ({
    message: say`The element configinfo cannot be read (${what}).`,
    cure: SAVE_AGAIN,
  }),
  'count-disagrees': ({ what, declared, found }) => ({
    message: say`${declared} records are declared and ${found} are there (${what}).`,
    cure: SUSPECT,
  }),
  'element-missing': ({ element }) => ({
    message: say`The file refers to an element ${element} and does not have it.`,
    cure: SAVE_AGAIN,
  }),
  'entry-name-empty': () => ({ message: say`One of the elements has no name.`, cure: SUSPECT }),
  'entry-name-repeated': ({ name }) => ({
    message: say`The element ${name} is there twice.`,
    cure: SUSPECT,
  }),
  'entry-name-too-long': ({ length }) => ({
    message: say`The name of an element takes ${length} bytes.`,
    cure: SUSPECT,
  }),
  'file-too-large': ({ length, limit }) => ({
    message: say`The file has ${length} bytes, at most ${limit} are allowed.`,
    cure: SPLIT,
  }),
  'inflate-corrupt': ({ element, why }) => ({
    message: say`The compressed data of element ${element} are damaged (${why}).`,
    cure: DOWNLOAD_AGAIN,
  }),
  'inflate-ratio': ({ element, limit }) => ({
    message: say`The element ${element} would unpack to more than ${limit} bytes: it looks like an archive bomb.`,
    cure: SUSPECT,
  }),
  'inflate-too-large': ({ element, limit }) => ({
    message: say`The element ${element} unpacks to more than ${limit} bytes.`,
    cure: SPLIT,
  }),
  'inflate-total-too-large': ({ limit }) => ({
    message: say`The file unpacks to more than ${limit} bytes.`,
    cure: SPLIT,
  }),
  'inflate-truncated': ({ element }) => ({
    message: say`The compressed data of element ${element} break off.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'not-a-container': () => ({
    message: say`It is no file of the 1C:Enterprise platform.`,
    cure: say`Check that it is the file you meant; save the extension to .cfe from the Designer.`,
  }),
  'root-malformed': ({ members }) => ({
    message: say`The root descriptor cannot be read (${members} properties).`,
    cure: say`If a new platform saved the file, tell us about it; otherwise save it again.`,
  }),
  'root-missing': ({ element }) => ({
    message: say`The file has no root descriptor (${element}).`,
    cure: SAVE_AGAIN,
  }),
  'size-exceeds-file': ({ offset, declared }) => ({
    message: say`The block at offset ${offset} claims ${declared} bytes, more than the file has.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'toc-record-malformed': ({ record }) => ({
    message: say`Record ${record} of the table of contents is damaged.`,
    cure: SAVE_AGAIN,
  }),
  'too-many-entries': ({ limit }) => ({
    message: say`The file has more than ${limit} elements.`,
    cure: SUSPECT,
  }),
  'too-many-http-templates': ({ count, limit }) => ({
    message: say`An HTTP service has ${count} URL templates, at most ${limit} are allowed.`,
    cure: SPLIT,
  }),
  'too-many-objects': ({ count, limit }) => ({
    message: say`The file has ${count} objects, at most ${limit} are allowed.`,
    cure: SPLIT,
  }),
  'too-much-work': ({ limit }) => ({
    message: say`Reading the file takes more than ${limit} steps for its size: it looks made to keep programs busy.`,
    cure: SUSPECT,
  }),
  truncated: ({ offset, length }) => ({
    message: say`The file breaks off: it has ${length} bytes, and data at offset ${offset} are needed.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'zero-progress-page': ({ offset }) => ({
    message: say`The block at offset ${offset} is empty, and its chain goes on.`,
    cure: SUSPECT,
  }),
};
