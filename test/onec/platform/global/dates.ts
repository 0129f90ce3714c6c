import {
  dateOf,
  dateOfMoment,
  DAY_SECONDS,
  momentOf,
  parseDate,
  partsOf,
  type DateParts,
} from '../../runtime/date.ts';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import type { Session } from '../../runtime/session.ts';
import { BslDate, type Value } from '../../runtime/value.ts';
import {
  dateArgument,
  EVERYWHERE,
  SERVER,
  sizeArgument,
  type FunctionDescription,
  type NameGroup,
} from '../define.ts';

const everywhere = (
  takes: readonly [number, number],
  run: (args: Value[], session: Session) => Value,
): FunctionDescription => ({ contexts: EVERYWHERE, takes, run });

/** `Дата("20260101")` or `Дата(2026, 1, 1, …)`. */
function construct(args: readonly Value[]): BslDate {
  const [first] = args;
  if (first instanceof BslDate) return first;
  const part = (index: number): number => sizeArgument(args, index, 0);
  const date =
    typeof first === 'string'
      ? parseDate(first)
      : dateOf({
          year: part(0),
          month: part(1),
          day: part(2),
          hour: part(3),
          minute: part(4),
          second: part(5),
        });
  if (!date) throw new BslException(MESSAGES.cannotConvert('Дата'));
  return date;
}

const partOf = (name: keyof DateParts): FunctionDescription =>
  everywhere([1, 1], (args) => BigInt(partsOf(dateArgument(args, 0))[name]));

const dayStart = (date: BslDate): number => date.seconds - (date.seconds % DAY_SECONDS);

/** Same day of another month, or its last day when the month is shorter. */
function addMonths(args: readonly Value[]): BslDate {
  const parts = partsOf(dateArgument(args, 0));
  const months = parts.year * 12 + parts.month - 1 + sizeArgument(args, 1);
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  for (let day = parts.day; day > 27; day -= 1) {
    const date = dateOf({ ...parts, year, month, day });
    if (date) return date;
  }
  const date = dateOf({ ...parts, year, month });
  if (!date) throw new BslException(MESSAGES.wrongValue(2));
  return date;
}

function monthStart(args: readonly Value[]): BslDate {
  const { year, month } = partsOf(dateArgument(args, 0));
  return dateOf({ year, month, day: 1, hour: 0, minute: 0, second: 0 }) ?? new BslDate(0);
}

function monthEnd(args: readonly Value[]): BslDate {
  return new BslDate(addMonths([monthStart(args), 1n]).seconds - 1);
}

function sessionTime(session: Session): BslDate {
  return new BslDate(dateOfMoment(session.world.now()).seconds + session.world.zoneMinutes * 60);
}

const shifted = (sign: 1 | -1): FunctionDescription =>
  everywhere([1, 2], (args, { world }) => {
    return new BslDate(dateArgument(args, 0).seconds + sign * world.zoneMinutes * 60);
  });

/** Dates. Time comes from the clock of the world only. */
export const DATES: NameGroup = {
  functions: {
    'Дата|Date': everywhere([1, 6], construct),
    'ТекущаяДата|CurrentDate': everywhere([0, 0], (_, session) => sessionTime(session)),
    'ТекущаяДатаСеанса|CurrentSessionDate': {
      contexts: SERVER,
      takes: [0, 0],
      run: (_, session) => sessionTime(session),
    },
    'ТекущаяУниверсальнаяДата|CurrentUniversalDate': everywhere([0, 0], (_, { world }) =>
      dateOfMoment(world.now()),
    ),
    'ТекущаяУниверсальнаяДатаВМиллисекундах|CurrentUniversalDateInMilliseconds': everywhere(
      [0, 0],
      (_, { world }) => {
        const now = world.now();
        return BigInt(dateOfMoment(now).seconds) * 1000n + BigInt(now.getUTCMilliseconds());
      },
    ),
    'УниверсальноеВремя|ToUniversalTime': shifted(-1),
    'МестноеВремя|ToLocalTime': shifted(1),
    'Год|Year': partOf('year'),
    'Месяц|Month': partOf('month'),
    'День|Day': partOf('day'),
    'Час|Hour': partOf('hour'),
    'Минута|Minute': partOf('minute'),
    'Секунда|Second': partOf('second'),
    'НачалоДня|BegOfDay': everywhere([1, 1], (args) => new BslDate(dayStart(dateArgument(args, 0)))),
    'КонецДня|EndOfDay': everywhere([1, 1], (args) => {
      return new BslDate(dayStart(dateArgument(args, 0)) + DAY_SECONDS - 1);
    }),
    'НачалоМесяца|BegOfMonth': everywhere([1, 1], monthStart),
    'КонецМесяца|EndOfMonth': everywhere([1, 1], monthEnd),
    'ДобавитьМесяц|AddMonth': everywhere([2, 2], addMonths),
    'ДеньНедели|WeekDay': everywhere([1, 1], (args) => {
      return BigInt(((momentOf(dateArgument(args, 0)).getUTCDay() + 6) % 7) + 1);
    }),
  },
};
