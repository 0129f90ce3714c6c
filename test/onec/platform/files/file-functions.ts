import path from 'node:path';
import { dateOfMoment } from '../../runtime/date.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import { BslDate, type Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import {
  flagArgument,
  NOT_WEB,
  optionalText,
  textArgument,
  type FunctionDescription,
  type NameGroup,
} from '../define.ts';
import { TEXT_DOCUMENT, TEXT_READER, TEXT_WRITER } from './text-files.ts';

/** `Файл`: a name, whether it exists or not. */
class BslFile extends NativeObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  get type(): BslType {
    return FILE;
  }
}

const named = (part: (name: string) => string) => ({ get: ({ name }: BslFile) => part(name) });

const FILE: BslType = defineType(BslFile, {
  name: 'Файл|File',
  contexts: NOT_WEB,
  construct: method([0, 1], (_, args) => new BslFile(optionalText(args, 0))),
  properties: {
    'Имя|Name': named((name) => path.basename(name)),
    'ИмяБезРасширения|BaseName': named((name) => path.parse(name).name),
    'Расширение|Extension': named((name) => path.extname(name)),
    'ПолноеИмя|FullName': named((name) => name),
    'Путь|Path': named((name) => path.dirname(name) + path.sep),
  },
  methods: {
    'Существует|Exists': method([0, 0], ({ name }, _, { world }) => world.files.exists(name)),
    'ЭтоКаталог|IsDirectory': method(
      [0, 0],
      ({ name }, _, { world }) => world.files.facts(name)?.isDirectory ?? false,
    ),
    'ЭтоФайл|IsFile': method(
      [0, 0],
      ({ name }, _, { world }) => world.files.facts(name)?.isDirectory === false,
    ),
    'Размер|Size': method([0, 0], ({ name }, _, { world }) => BigInt(world.files.read(name).length)),
    'ПолучитьВремяИзменения|GetModificationTime': method([0, 0], ({ name }, _, { world }) => {
      const modified = world.files.facts(name)?.modified;
      return modified && new BslDate(dateOfMoment(modified).seconds + world.zoneMinutes * 60);
    }),
  },
});

const onDisk = (
  takes: readonly [number, number],
  run: (args: Value[], session: Session) => Value,
): FunctionDescription => ({ contexts: NOT_WEB, takes, run });

const acting = (
  takes: readonly [number, number],
  run: (args: Value[], session: Session) => void,
): FunctionDescription => ({
  contexts: NOT_WEB,
  isProcedure: true,
  takes,
  run: (args, session) => {
    run(args, session);
    return undefined;
  },
});

const matches = (mask: string, name: string): boolean =>
  new RegExp(
    `^${mask
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'i',
  ).test(name);

function find(
  session: Session,
  directory: string,
  { mask, deep }: { mask: string; deep: boolean },
): BslFile[] {
  const { files } = session.world;
  return files.list(directory).flatMap((name) => {
    const own = matches(mask, path.basename(name)) ? [new BslFile(name)] : [];
    const isDirectory = deep && files.facts(name)?.isDirectory === true;
    return isDirectory ? [...own, ...find(session, name, { mask, deep })] : own;
  });
}

function remove(args: readonly Value[], session: Session): void {
  const directory = textArgument(args, 0);
  if (args[1] === undefined) session.world.files.remove(directory);
  else
    for (const file of find(session, directory, { mask: textArgument(args, 1), deep: false })) {
      session.world.files.remove(file.name);
    }
}

/** Files. Not in the web client; in safe mode forbidden (platform-1c.md 1.7). */
export const FILES: NameGroup = {
  types: [FILE, TEXT_READER, TEXT_WRITER, TEXT_DOCUMENT],
  functions: {
    'КаталогВременныхФайлов|TempFilesDir': onDisk([0, 0], (_, { world }) => world.files.temporary),
    'ПолучитьИмяВременногоФайла|GetTempFileName': onDisk([0, 1], (args, { world }) =>
      world.files.temporaryName(optionalText(args, 0, 'tmp').replace(/^\./, '')),
    ),
    'ПолучитьРазделительПути|GetPathSeparator': onDisk([0, 0], () => path.sep),
    'ПолучитьРазделительПутиСервера|GetServerPathSeparator': onDisk([0, 0], () => path.sep),
    'НайтиФайлы|FindFiles': onDisk([1, 3], (args, session) => {
      const mask = optionalText(args, 1, '*');
      return new BslArray(find(session, textArgument(args, 0), { mask, deep: flagArgument(args, 2) }));
    }),
    'УдалитьФайлы|DeleteFiles': acting([1, 2], remove),
    'СоздатьКаталог|CreateDirectory': acting([1, 1], (args, { world }) => {
      world.files.createDirectory(textArgument(args, 0));
    }),
    'КопироватьФайл|FileCopy': acting([2, 2], (args, { world }) => {
      world.files.copy(textArgument(args, 0), textArgument(args, 1));
    }),
    'ПереместитьФайл|MoveFile': acting([2, 2], (args, { world }) => {
      world.files.move(textArgument(args, 0), textArgument(args, 1));
    }),
  },
};
