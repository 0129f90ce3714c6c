import { describe, expect, test } from 'vitest';
import { BslException } from '../onec/index.ts';
import {
  documents,
  COUNT,
  NEW,
  THROUGH_COPY,
  IN_PLACE,
  oldBase,
  expectedRows,
  rowsIn,
  begin,
  doneIn,
  at,
  close,
  savedIn,
  withFile,
  LOAD,
  TRIAL,
  GO_ON,
  marked,
  install,
  beforeLoading,
} from './guide-steps.ts';
import { objectTables, SOURCE, TARGET, targetTable } from './migration-base.ts';
import { leaveNothingBehind } from './sandbox.ts';
import { textOf } from './values.ts';
import { WalkedBase } from './walked-base.ts';

leaveNothingBehind();

describe('before the first step', () => {
  test('an older module is pointed to, and its guide is the only way that the form offers', () => {
    const walk = oldBase().open();
    expect(walk.see('ПричинаНедоступности')).toBe(
      'Есть инструкция по переходу: «Обмен с CRM» и «Звонки CRM». Нажмите «Переход со старого модуля».',
    );
    expect(walk.item('КнопкаПереход', 'Доступность')).toBe(true);
  });

  test('nobody goes on without having read what is not carried over', () => {
    const walk = oldBase().guide();
    expect([walk.see('Страница'), walk.see('Узнан')]).toEqual([
      'СтраницаПределы',
      'Найден старый модуль: ОбменСCRM, ЗвонкиCRM, РегистрСведений.CRM_СоответствияОбъектов.',
    ]);
    expect(textOf(walk.see('Пределы'))).toContain('Старые документы останутся без записей разговоров');
    expect(() => walk.press('КнопкаКСценариям', 'КСценариям')).toThrow('cannot be pressed');
  });

  test('the core refuses too, whatever the form lets through', () => {
    const walk = oldBase().guide().press('КнопкаСпискомПределов', 'КСписку');
    walk.press('КнопкаПереход', 'ПерейтиСоСтарогоМодуля');
    walk.choose('Сценарии', IN_PLACE).press('КнопкаНачатьПереход', 'НачатьПереход');
    expect([walk.see('Страница'), walk.see('Сообщение')]).toEqual([
      'СтраницаПределы',
      'Сначала прочитайте, что не переносится, и подтвердите, что прочитали.',
    ]);
  });

  test('a step tells where, who, what, and what to do when it fails', () => {
    const walk = at(begin(oldBase().guide(), THROUGH_COPY), 'remove-old');
    const [row] = [2];
    expect(walk.cell('ШагиПерехода', row, 'Где')).toBe('рабочая база');
    expect(walk.cell('ШагиПерехода', 1, 'Где')).toBe('копия базы');
    expect(walk.cell('ШагиПерехода', row, 'Кто')).toBe('администратор');
    expect(walk.cell('ШагиПерехода', row, 'Состояние')).toBe('рано');
    expect(textOf(walk.see('ТекстШага'))).toMatch(
      /установщик сам его не удаляет никогда[^]*Если не получилось: Попросите/u,
    );
    expect(walk.item('КнопкаСделано', 'Доступность')).toBe(false);
  });
});

describe('in the working infobase, the form closed after every step', () => {
  test('every identifier arrives, once', () => {
    const base = oldBase();
    close(begin(base.guide(), IN_PLACE));
    expect(doneIn(marked(base, 'archive'))).toEqual(['archive']);

    const unloading = at(base.guide(), 'unload').press('КнопкаВыгрузить', 'ВыгрузитьИдентификаторы');
    expect([unloading.see('Страница'), unloading.see('ТекстОтчета')]).toEqual([
      'СтраницаОтчет',
      'Выгружено: 25.',
    ]);
    const file = savedIn(unloading);
    expect(file.name).toBe('crm-connector-crm-exchange-crm-objects.zip');

    const early = marked(base, 'remove-old');
    expect(early.see('Сообщение')).toContain('Старый модуль в этой базе еще есть');
    expect(base.extensions).toHaveLength(2);
    base.remove(['ОбменСCRM', 'ЗвонкиCRM', SOURCE]);
    expect(doneIn(marked(base, 'remove-old'))).toEqual(['archive', 'unload', 'remove-old']);

    expect(marked(base, 'install').see('Сообщение')).toContain('Расширение в этой базе еще не установлено');
    install(base);

    const trial = withFile(at(base.guide(), 'load'), file.bytes, TRIAL);
    expect(trial.see('ТекстОтчета')).toBe('Проба: в базу ничего не записано.\nЗагружено: 25.\nУже было: 0.');
    expect([rowsIn(base), trial.item('КнопкаЗагрузитьПослеПробы', 'Доступность')]).toEqual([[], true]);
    trial.press('КнопкаЗагрузитьПослеПробы', 'ЗагрузитьПослеПробы');
    expect(trial.see('ТекстОтчета')).toBe('Загружено: 25.\nУже было: 0.');
    expect(rowsIn(base)).toEqual(expectedRows(COUNT));

    const again = withFile(at(base.guide(), 'load'), file.bytes, LOAD);
    expect(again.see('ТекстОтчета')).toBe('Загружено: 0.\nУже было: 25.');
    expect(rowsIn(base)).toEqual(expectedRows(COUNT));
    expect(doneIn(marked(base, 'configure'))).toHaveLength(6);
  });

  test('an identifier that has nowhere to go is named with its reason', () => {
    const { base, file } = beforeLoading();
    base.table('Справочник.Контрагенты')?.rows.clear();
    const walk = withFile(at(base.guide(), 'load'), file.bytes, LOAD);
    expect(walk.see('ТекстОтчета')).toMatch(
      /^Загружено: 9\.\nУже было: 0\.\nПропущено: 16\.\nСтрока 2: В этой базе нет объекта Справочник\.Контрагенты/u,
    );
  });
});

describe('through a copy of the infobase', () => {
  test('the place goes to the copy and comes back in the file', () => {
    const working = oldBase();
    close(begin(working.guide(), THROUGH_COPY));
    marked(working, 'archive');
    const copy = working.copy();
    expect(doneIn(copy.guide())).toEqual(['archive']);
    expect(doneIn(marked(copy, 'copy'))).toEqual(['archive', 'copy']);
    const file = savedIn(at(copy.guide(), 'unload').press('КнопкаВыгрузить', 'ВыгрузитьИдентификаторы'));

    const went = withFile(working.guide(), file.bytes, GO_ON);
    expect(doneIn(went)).toEqual(['archive', 'copy', 'unload']);
    close(went);
    working.remove(['ОбменСCRM', 'ЗвонкиCRM', SOURCE]);
    marked(working, 'remove-old');
    install(working);
    const loaded = withFile(at(working.guide(), 'load'), file.bytes, LOAD);
    expect(loaded.see('ТекстОтчета')).toBe('Загружено: 25.\nУже было: 0.');
    expect(rowsIn(working)).toEqual(expectedRows(COUNT));
    expect(copy.table(SOURCE)?.rows.size).toBe(COUNT);
    marked(working, 'configure');
    expect(doneIn(marked(working, 'compare'))).toHaveLength(8);
  });

  test('an infobase that never saw the older module takes the place from the file alone', () => {
    const old = oldBase();
    close(begin(old.guide(), THROUGH_COPY));
    marked(old, 'archive');
    marked(old, 'copy');
    const file = savedIn(at(old.guide(), 'unload').press('КнопкаВыгрузить', 'ВыгрузитьИдентификаторы'));
    const other = new WalkedBase({ tables: objectTables(), extensions: [], documents });
    const walk = other
      .guide()
      .type('ПределыПрочитаны', true, 'ПределыПрочитаныПриИзменении')
      .press('КнопкаКСценариям', 'КСценариям');
    expect(walk.see('Узнан')).toBe('Старого модуля в этой базе не видно.');
    withFile(walk, file.bytes, ['КнопкаИзФайла', 'ПродолжитьИзФайла']);
    expect(doneIn(walk)).toEqual(['archive', 'copy', 'unload']);
  });
});

describe('what goes wrong is said, and the walk stays where it was', () => {
  const { base, file } = beforeLoading();
  const changed = Uint8Array.from(file.bytes, (byte, place) => (place === 200 ? byte ^ 1 : byte));

  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['no archive at all', Uint8Array.from([1, 2, 3]), /Это не файл идентификаторов/u],
    ['a cut file', file.bytes.slice(0, -30), /Это не файл идентификаторов/u],
    ['a changed file', changed, /изменился|не файл идентификаторов/u],
  ])('%s', (_title, bytes, words) => {
    for (const button of [LOAD, TRIAL, GO_ON]) {
      const walk = withFile(at(base.guide(), 'load'), bytes, button);
      expect(walk.see('Страница')).toBe('СтраницаШаги');
      expect(walk.see('Сообщение')).toMatch(words);
      expect(doneIn(walk)).toEqual(['archive', 'unload', 'remove-old', 'install']);
      close(walk);
    }
    expect(rowsIn(base)).toEqual([]);
  });

  test('a dialog that was closed changes nothing', () => {
    const walk = at(base.guide(), 'load');
    walk.platform.world.screen.files.push(undefined);
    walk.press(...LOAD);
    expect([walk.see('Страница'), walk.see('Сообщение')]).toEqual(['СтраницаШаги', '']);
  });

  test('loading before the extension is there is too early, and the file proves the unloading all the same', () => {
    const early = oldBase();
    close(begin(early.guide(), IN_PLACE));
    marked(early, 'archive');
    early.install(NEW, [targetTable()]);
    const walk = withFile(at(early.guide(), 'load'), file.bytes, LOAD);
    expect(walk.see('Сообщение')).toContain('Шаг «load» делать рано');
    expect([doneIn(early.guide()), rowsIn(early)]).toEqual([['archive', 'unload'], []]);
  });

  test.each([
    ['Чтение', SOURCE, 'unload'],
    ['Изменение', TARGET, 'load'],
  ])('no right: %s %s', (right, table, step) => {
    const denied = [`${right} ${table}`];
    if (step === 'unload') {
      const poor = oldBase(COUNT, { denied });
      close(begin(poor.guide(), IN_PLACE));
      marked(poor, 'archive');
      const walk = at(poor.guide(), 'unload').press('КнопкаВыгрузить', 'ВыгрузитьИдентификаторы');
      expect(walk.see('Сообщение')).toContain(`Нет права «${right}»`);
      expect(doneIn(walk)).toEqual(['archive']);
    } else {
      const poor = beforeLoading(COUNT, { denied });
      const walk = withFile(at(poor.base.guide(), 'load'), poor.file.bytes, LOAD);
      expect(walk.see('Сообщение')).toContain(`Нет права «${right}»`);
      expect(rowsIn(poor.base)).toEqual([]);
    }
  });

  test('leaving asks first, and forgets the place only', () => {
    const left = oldBase();
    close(begin(left.guide(), IN_PLACE));
    const walk = marked(left, 'archive');
    walk.platform.world.screen.answers.push('Нет');
    walk.press('КнопкаОставить', 'ОставитьПереход');
    const again = left.guide();
    expect(doneIn(again)).toEqual(['archive']);
    again.platform.world.screen.answers.push('Да');
    again.press('КнопкаОставить', 'ОставитьПереход');
    expect([again.see('Страница'), left.guide().see('Страница')]).toEqual([
      'СтраницаСписок',
      'СтраницаПределы',
    ]);
    expect([left.extensions.length, left.table(SOURCE)?.rows.size]).toEqual([2, COUNT]);
  });
});

describe('a loading that stops in the middle', () => {
  const MANY = 3_500;

  test('a row that the infobase does not take is repeated, then left out', () => {
    let refuse = true;
    const touch = (act: string, table: string, key: string): void => {
      if (refuse && act === 'write' && table === TARGET && key.includes('000000003'))
        throw new BslException('занято');
    };
    const { base, file } = beforeLoading(12, { touch });
    const walk = withFile(at(base.guide(), 'load'), file.bytes, LOAD);
    expect(walk.see('ТекстОтчета')).toMatch(/^Строка \d+ не записалась/u);
    walk.press('КнопкаПродолжитьЗагрузку', 'ПродолжитьЗагрузку');
    expect(walk.see('ТекстОтчета')).toMatch(/^Строка \d+ не записалась/u);
    walk.press('КнопкаПропустить', 'ПропуститьСтроку');
    expect(walk.see('ТекстОтчета')).toMatch(/^Загружено: 11\.[^]*Пропущено: 1\./u);
    expect(rowsIn(base)).toHaveLength(11);
    refuse = false;
    const again = withFile(at(base.guide(), 'load'), file.bytes, LOAD);
    expect(again.see('ТекстОтчета')).toBe('Загружено: 1.\nУже было: 11.');
  });

  test('the form is closed between portions: what was loaded stays, loading once more adds the rest', () => {
    let writes = 0;
    const touch = (act: string): void => {
      if (act !== 'write') return;
      writes += 1;
      if (writes === 2_500) throw new BslException('связь прервалась');
    };
    const { base, file } = beforeLoading(MANY, { touch });
    const walk = withFile(at(base.guide(), 'load'), file.bytes, LOAD);
    expect(textOf(walk.see('ТекстХода'))).toMatch(/2.000 из 3.500/u);
    expect(rowsIn(base)).toHaveLength(2_000);
    close(walk);
    const again = withFile(at(base.guide(), 'load'), file.bytes, LOAD);
    expect(textOf(again.see('ТекстОтчета')).replaceAll(/\u00A0/g, '')).toBe(
      'Загружено: 1500.\nУже было: 2000.',
    );
    expect(rowsIn(base)).toEqual(expectedRows(MANY));
  });
});
