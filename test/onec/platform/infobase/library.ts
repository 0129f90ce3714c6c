import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import { present } from '../../runtime/presentation.ts';
import type { Value } from '../../runtime/value.ts';
import { BslMap } from '../collections/map.ts';
import { SERVER, textArgument, type NameGroup } from '../define.ts';
import { registerManager } from './data/managers.ts';
import { attaches } from './extensions-manager.ts';
import type { Infobase } from './infobase.ts';

const LIBRARY = 'СтандартныеПодсистемы';

/** `РегистрыСведений`: those of the test, and of БСП the one that installing needs. Source: platform-1c.md 1.4. */
class Registers extends NativeObject {
  get type(): BslType {
    return REGISTERS;
  }

  override getField(name: string, session: Session): Value {
    return registerManager(name, session) ?? super.getField(name, session);
  }

  override getIndex(index: Value, session: Session): Value {
    return this.getField(textArgument([index], 0), session);
  }
}

/** `РегистрыСведений.ПараметрыРаботыВерсийРасширений` of БСП. */
class ExtensionParameters extends NativeObject {
  get type(): BslType {
    return EXTENSION_PARAMETERS;
  }
}

/**
 * Refills БСП's caches in a background job with the extensions of the database. The first parameter is a
 * `Соответствие` of names, the second comes back with those that did not attach. Source: platform-1c.md 1.4, item 8,
 * 10 (a stack overflow while refilling); БСП 3.1 as published.
 */
function refill(args: Value[], { world: { infobase } }: Session): undefined {
  infobase.moment?.('refill');
  if (infobase.refillFails !== undefined) throw new BslException(infobase.refillFails);
  const wanted =
    args[0] instanceof BslMap ? [...args[0].entries.values()].map(({ key }) => present(key)) : [];
  const missing = wanted.filter((name) => !isAttached(name, infobase));
  if (args.length > 1 && missing.length > 0) args[1] = missing.join(', ');
  return undefined;
}

const isAttached = (name: string, infobase: Infobase): boolean =>
  infobase.extensions.some((one) => one.file.name === name && attaches(one, infobase));

const EXTENSION_PARAMETERS: BslType = defineType(ExtensionParameters, {
  name: 'РегистрСведенийМенеджер.ПараметрыРаботыВерсийРасширений',
  contexts: SERVER,
  methods: {
    ОбновитьПараметрыРаботыРасширений: method([0, 3], (_, args, session) => refill(args, session)),
  },
});

const PARAMETERS = new ExtensionParameters();

const REGISTERS: BslType = defineType(Registers, {
  name: 'РегистрыСведенийМенеджер|InformationRegistersManager',
  contexts: SERVER,
  properties: {
    ПараметрыРаботыВерсийРасширений: {
      get: (_, { world }) => {
        if (world.infobase.subsystems.includes(LIBRARY)) return PARAMETERS;
        throw new BslException(MESSAGES.noField('ПараметрыРаботыВерсийРасширений'));
      },
    },
  },
});

const REGISTERS_OF_BASE = new Registers();

/** `ПланыОбмена`: whether the infobase is a subordinate node. Source: platform-1c.md 10 (RIB nodes). */
class ExchangePlans extends NativeObject {
  get type(): BslType {
    return EXCHANGE_PLANS;
  }
}

const EXCHANGE_PLANS: BslType = defineType(ExchangePlans, {
  name: 'ПланыОбменаМенеджер|ExchangePlansManager',
  contexts: SERVER,
  methods: {
    'ГлавныйУзел|MasterNode': method([0, 0], (_, _args, { world }) =>
      world.infobase.isSubordinate === true ? 'ГлавныйУзел' : undefined,
    ),
  },
});

const PLANS = new ExchangePlans();

/** Parts of a configuration that the product asks when they are there. */
export const LIBRARY_NAMES: NameGroup = {
  properties: {
    'РегистрыСведений|InformationRegisters': { contexts: SERVER, get: () => REGISTERS_OF_BASE },
    'ПланыОбмена|ExchangePlans': { contexts: SERVER, get: () => PLANS },
  },
};
