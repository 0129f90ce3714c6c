import type { ExtensionFile, Infobase } from '../onec/index.ts';
import { OLD, SOMEBODY, standing, UNTOUCHED, UPDATED } from './installation.ts';
import { data } from './program.ts';
import type { Members } from './values.ts';

/** Changes the structure of data. */
export const DATA: Partial<ExtensionFile> = { changesData: true };
/** Keeps an extension from attaching. */
export const CRITICAL = { severity: 'critical', text: 'Не найден метод\n"А"' } as const;
/** Stops nothing. */
export const ORDINARY = { severity: 'ordinary', text: 'Метод устарел' } as const;
const STUCK = 'Переполнение стека встроенного языка на сервере';
const LIBRARY = ['СтандартныеПодсистемы'];

/** One update: what is odd about it, and what it leaves. */
export interface Row {
  readonly reason: string;
  readonly infobase?: Partial<Infobase>;
  readonly file?: Partial<ExtensionFile>;
  readonly plan?: Members;
  /** Set once the old version stands. */
  readonly then?: Partial<Infobase>;
  readonly code: string;
  readonly rollback?: string;
  readonly after: readonly unknown[];
}

/** Rows of an update: hostile first. */
export const UPDATES: readonly Row[] = [
  {
    reason: 'a file of another extension',
    plan: { Имя: 'Чужое' },
    code: 'file-name-unexpected',
    after: UNTOUCHED,
  },
  {
    reason: 'a file of another version',
    plan: { Версия: '1.3' },
    code: 'file-version-unexpected',
    after: UNTOUCHED,
  },
  {
    reason: 'bytes that are no extension',
    plan: { Данные: data('нет') },
    code: 'file-not-extension',
    after: UNTOUCHED,
  },
  {
    reason: 'settings as weak as before need no consent',
    plan: { ЗащитаОтОпасныхДействий: false, РазрешеныНастройки: false },
    code: 'installed',
    after: [['Скидки', '1.2', true, false, true, true]],
  },
  {
    reason: 'a profile that nobody agreed to',
    plan: { БезопасныйРежим: 'Профиль', РазрешеныНастройки: false },
    code: 'not-agreed',
    after: UNTOUCHED,
  },
  {
    reason: 'a profile that somebody agreed to',
    plan: { БезопасныйРежим: 'Профиль' },
    code: 'installed',
    after: [['Скидки', '1.2', 'Профиль', true, true, true]],
  },
  {
    reason: 'a critical problem',
    file: { problems: [ORDINARY, CRITICAL] },
    code: 'cannot-apply',
    after: UNTOUCHED,
  },
  {
    reason: 'another extension in the way',
    plan: { Конфликты: [{ Код: 'conflict', Аргументы: { name: 'Старое', action: 'refuse', ru: 'Двоит' } }] },
    code: 'conflict',
    after: UNTOUCHED,
  },
  {
    reason: 'others are working and the structure changes',
    file: DATA,
    then: { sessions: [SOMEBODY] },
    code: 'exclusive-lock',
    after: UNTOUCHED,
  },
  {
    reason: 'the same without the right to see them',
    file: DATA,
    then: {
      sessions: [SOMEBODY],
      rights: new Set(['АдминистрированиеРасширенийКонфигурации', 'Администрирование']),
    },
    code: 'exclusive-lock-unseen',
    after: UNTOUCHED,
  },
  {
    reason: 'the write fails',
    then: { failNextWrite: 'диск полон' },
    code: 'write-failed',
    after: UNTOUCHED,
  },
  {
    reason: 'memory cannot be written',
    then: { failNextSave: 'нет места' },
    code: 'memory-failed',
    after: UNTOUCHED,
  },
  {
    reason: 'written, yet does not attach',
    file: { failsToAttach: true },
    code: 'not-attached',
    rollback: 'restored',
    after: UNTOUCHED,
  },
  {
    reason: 'written, does not attach, and cannot be put back',
    file: { failsToAttach: true },
    then: { failRollback: 'занято' },
    code: 'not-attached',
    rollback: 'failed',
    after: UPDATED,
  },
  {
    reason: 'БСП fails to refill its caches',
    then: { subsystems: LIBRARY, refillFails: STUCK },
    code: 'not-attached',
    rollback: 'restored',
    after: UNTOUCHED,
  },
  {
    reason: 'БСП says that it does not attach',
    file: { failsToAttach: true },
    then: { subsystems: LIBRARY },
    code: 'not-attached',
    rollback: 'restored',
    after: UNTOUCHED,
  },
  {
    reason: 'received from the main node',
    then: { extensions: [standing(OLD, { fromMainNode: true })] },
    code: 'extension-from-main-node',
    after: UNTOUCHED,
  },
  { reason: 'no rights', then: { rights: new Set() }, code: 'right-missing', after: UNTOUCHED },
  {
    reason: 'safe mode off without the right',
    plan: { БезопасныйРежим: false },
    then: {
      extensions: [standing(OLD, { safeMode: true })],
      rights: new Set(['АдминистрированиеРасширенийКонфигурации']),
    },
    code: 'right-missing',
    after: [['Скидки', '1.1', true, false, true, true]],
  },
  {
    reason: 'safe mode on again without the right',
    then: { extensions: [standing(OLD)], rights: new Set(['АдминистрированиеРасширенийКонфигурации']) },
    code: 'right-missing',
    after: UNTOUCHED,
  },
  {
    reason: 'safe mode off as it is, without the right',
    plan: { БезопасныйРежим: false },
    then: { extensions: [standing(OLD)], rights: new Set(['АдминистрированиеРасширенийКонфигурации']) },
    code: 'installed',
    after: [['Скидки', '1.2', false, true, true, true]],
  },
  {
    reason: 'a profile in the place of no safe mode, without the right',
    plan: { БезопасныйРежим: 'Профиль' },
    then: { extensions: [standing(OLD)], rights: new Set(['АдминистрированиеРасширенийКонфигурации']) },
    code: 'right-missing',
    after: UNTOUCHED,
  },
  {
    reason: 'an extension of the same name that was published as another one',
    plan: { Идентификатор: 'other-discounts', РазрешеноЗаменить: false },
    code: 'not-agreed',
    after: UNTOUCHED,
  },
  {
    reason: 'the processor runs in safe mode',
    then: { safeMode: true },
    code: 'session-safe-mode',
    after: UNTOUCHED,
  },
  {
    reason: 'nobody agreed to replace what is not ours',
    plan: { РазрешеноЗаменить: false },
    then: { extensions: [standing({ ...OLD, synonym: 'другое' })] },
    code: 'not-agreed',
    after: UNTOUCHED,
  },
  {
    reason: 'no background job starts',
    then: { jobs: 'refused' },
    code: 'installed-unproven',
    after: UPDATED,
  },
  { reason: 'a job that never ends', then: { jobs: 'endless' }, code: 'installed-unproven', after: UPDATED },
  {
    reason: 'no job to run: the processor without БСП',
    plan: { МетодПроверки: '' },
    code: 'installed-unproven',
    after: UPDATED,
  },
  {
    reason: 'an ordinary problem stops nothing',
    file: { problems: [ORDINARY] },
    code: 'installed',
    after: UPDATED,
  },
  {
    reason: 'others are working and no structure changes',
    then: { sessions: [SOMEBODY] },
    code: 'installed',
    after: UPDATED,
  },
  {
    reason: 'БСП proves it',
    then: { subsystems: LIBRARY },
    plan: { МетодПроверки: '' },
    code: 'installed',
    after: UPDATED,
  },
  { reason: 'all is well', code: 'installed', after: UPDATED },
];
