import { BinaryData } from '../binary/binary-data.ts';
import { BenchGap, BslException, MESSAGES } from '../../runtime/errors.ts';
import { BslObject } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { CLIENT, EVERYWHERE, optionalText, textArgument, type NameGroup } from '../define.ts';
import { later } from './dialogs.ts';

const ADDRESS = 'e1cib/tempstorage/';

/** Puts a value into the temporary storage of the session and gives its address. */
export function keep(value: Value, { world }: Session): string {
  const address = `${ADDRESS}${world.nextId()}`;
  world.temporary.set(address, value);
  return address;
}

function kept(args: readonly Value[], { world }: Session): Value {
  const address = textArgument(args, 0);
  if (!world.temporary.has(address)) throw new BslException(MESSAGES.wrongValue(1));
  return world.temporary.get(address);
}

/** A person chooses the file that the test left, or nothing; the answer arrives after the handler has ended. */
function put(args: readonly Value[], session: Session): undefined {
  const { screen } = session.world;
  if (screen.files.length === 0) throw new BenchGap('nobody chooses a file: the test left none');
  const file = screen.files.shift();
  const answer: readonly Value[] = file
    ? [true, keep(new BinaryData(file.bytes), session), file.name]
    : [false, '', ''];
  return later(args[0], answer, session);
}

/** A person saves the file; the name is what the module proposed. */
function save(args: readonly Value[], session: Session): boolean {
  const value = kept(args, session);
  if (!(value instanceof BinaryData)) throw new BslException(MESSAGES.wrongValue(1));
  session.world.screen.saved.push({ name: optionalText(args, 1), bytes: value.bytes });
  return true;
}

/** A form opens; the bench keeps its name, the test opens it by itself. */
function open(args: readonly Value[], { world }: Session): undefined {
  world.screen.opened.push(textArgument(args, 0));
  return undefined;
}

const shouldCross = (value: Value): Value => {
  if (value instanceof BslObject && !value.canCrossBorder) throw new BslException(MESSAGES.wrongType(1));
  return value;
};

/**
 * Files between client and server, forms and the parameter of the command line. Arguments and answers are those with
 * which БСП 3.1.12 calls them (`ФайловаяСистемаСлужебныйКлиент`, platform-1c.md, sources); `/C` gives `ПараметрЗапуска`
 * (section 8).
 */
export const TRANSFER: NameGroup = {
  properties: {
    'ПараметрЗапуска|LaunchParameter': { contexts: CLIENT, get: ({ world }) => world.launchParameter },
  },
  functions: {
    'ПоместитьВоВременноеХранилище|PutToTempStorage': {
      contexts: EVERYWHERE,
      takes: [1, 2],
      run: (args, session) => keep(shouldCross(args[0]), session),
    },
    'ПолучитьИзВременногоХранилища|GetFromTempStorage': { contexts: EVERYWHERE, takes: [1, 1], run: kept },
    'НачатьПомещениеФайла|BeginPutFile': { contexts: CLIENT, takes: [1, 6], run: put },
    'ПолучитьФайл|GetFile': { contexts: CLIENT, takes: [1, 3], run: save },
    'ОткрытьФорму|OpenForm': { contexts: CLIENT, takes: [1, 8], run: open },
  },
};
