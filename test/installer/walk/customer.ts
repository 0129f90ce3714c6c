import { assembleProcessor, PROCESSOR_NAME } from '../../../scripts/installer/assemble.ts';
import type { AssembledProduct } from '../../../scripts/installer/assemble.ts';
import {
  createPlatform,
  loadModules,
  type Infobase,
  type JsValue,
  type LivingObject,
  type ModuleSource,
  type Platform,
  type Program,
  type StoredExtension,
} from '../../onec/index.ts';
import type { Host } from '../../onec/platform/http/network.ts';
import { toJs } from '../../onec/platform/conversion.ts';
import { field } from '../field.ts';
import { formSource } from '../form-source.ts';
import { Walk } from '../form-walk.ts';
import { checkedIn } from '../installer-sources.ts';
import { standing } from '../installation.ts';
import { sandbox } from '../sandbox.ts';
import { listOf, membersOf, textOf, type Members } from '../values.ts';
import { HOST, type Repository } from './repository.ts';

/** An hour after the repository was signed. */
export const SOON = '2026-11-20T13:00:00Z';

/** What differs from a server base of 1C:Бухгалтерия with БСП 3.1.10 and an administrator alone in it. */
export interface Situation {
  readonly infobase?: Partial<Infobase>;
  readonly version?: string;
  readonly hosts?: Readonly<Record<string, Host>>;
  /** What БСП says of the cloud and of the internet, in words of the language. */
  readonly isCloud?: 'Истина';
  readonly mayUseInternet?: 'Ложь';
  readonly language?: string;
  readonly launchParameter?: string;
}

/** Somebody's infobase. It outlives every session in it. */
export class Customer {
  readonly repository: Repository;
  readonly platform: Platform;
  readonly #situation: Situation;
  #program: Program | undefined;
  #object: LivingObject | undefined;
  #now = SOON;

  constructor(repository: Repository, situation: Situation = {}) {
    this.repository = repository;
    this.#situation = situation;
    const { infobase, version, hosts, language, launchParameter } = situation;
    this.platform = createPlatform({
      directory: sandbox,
      hosts: { [HOST]: { port: repository.server.port }, ...hosts },
      now: () => new Date(this.#now),
      ...(version !== undefined && { version }),
      ...(language !== undefined && { language }),
      ...(launchParameter !== undefined && { launchParameter }),
      infobase: { understand: repository.understand, subsystems: ['СтандартныеПодсистемы'], ...infobase },
    });
  }

  /** Another infobase with the same extensions and the same memory. */
  twin(situation: Situation = {}): Customer {
    const twin = new Customer(this.repository, situation);
    twin.infobase.extensions.push(...this.infobase.extensions.map((extension) => ({ ...extension })));
    for (const [key, value] of this.platform.world.settings) twin.platform.world.settings.set(key, value);
    return twin;
  }

  /** Sets the clock of the computer. */
  at(moment: string): this {
    this.#now = moment;
    return this;
  }

  get infobase(): Infobase {
    return this.platform.world.infobase;
  }

  /** The data processor, as the button of a form calls it. */
  act(action: string, request: Members = {}, more: Members = {}): Answer {
    const object = this.#processor();
    const args: JsValue[] = [action, { ПоПросьбе: true, ...request }, more];
    return answerOf(object.call('РезультатВызова', args).value);
  }

  survey(request: Members = {}): Answer {
    return this.act('Обзор', request);
  }

  details(id: string, request: Members = {}): Answer {
    return this.act('Подробности', request, { Идентификатор: id });
  }

  checks(id: string, request: Members = {}): Answer {
    return this.act('Проверки', request, { Идентификатор: id });
  }

  download(id: string, request: Members = {}): Answer {
    return this.act('Скачать', request, { Идентификатор: id });
  }

  /** Installs with every consent but those that the test withholds. */
  install(id: string, { request = {}, consent = {} }: Asking = {}): Answer {
    const agreed = { ХешСоглашения: this.agreement(id, request), Заменить: true, Настройки: true };
    return this.act('Установить', request, { Идентификатор: id, Согласия: { ...agreed, ...consent } });
  }

  /** Hash of the agreement that is shown for an extension. */
  agreement(id: string, request: Members = {}): string {
    return textOf(field(this.details(id, request).answer, 'ХешСоглашения'));
  }

  /** Unattended: exit code and lines of the log. */
  byParameters(parameters: string): { readonly code: bigint; readonly log: readonly Members[] } {
    const done = this.#processor().call('ВыполнитьПоПараметрам', [parameters]).value;
    const code = field(done, 'КодВозврата');
    const lines = textOf(field(done, 'Журнал')).split('\n');
    const log = lines.map((line) => JSON.parse(line) as Members);
    return { code: typeof code === 'bigint' ? code : -1n, log };
  }

  /** Opens the form of the data processor. */
  open(): Walk {
    const { files } = this.#product();
    const source = formSource(files, `${PROCESSOR_NAME}/Forms/Форма`, this.#module());
    return new Walk(this.#loaded().openForm(source), this.platform);
  }

  /** What the infobase holds, in short: name, version, safe mode, protection, switched on. */
  get holds(): readonly string[] {
    return this.infobase.extensions.map(({ file, safeMode, warnsOfDangerousActions, active }) =>
      [
        `${file.name} ${file.version}`,
        safeMode === false ? 'unsafe' : 'safe',
        ...(warnsOfDangerousActions ? [] : ['unprotected']),
        ...(active ? [] : ['off']),
      ].join(' '),
    );
  }

  /** What the infobase remembers of the publisher. */
  get memory(): Members {
    const { name } = this.repository.publisher;
    return membersOf(toJs(this.platform.world.settings.get(`vypusk\n${name}\nvypusk.общие`.toLowerCase())));
  }

  /** Versions that the memory says we installed, by name. */
  get remembers(): JsValue {
    return mapOf(this.memory['Установленное']).map(
      ([name, record]) => `${textOf(name)} ${textOf(field(record, 'Версия'))}`,
    );
  }

  /** Puts an extension into the infobase that nobody installed with our help. */
  put(name: string, version: string, more: Partial<StoredExtension> = {}): this {
    const id = `00000000-0000-4000-8000-0000000000${String(this.infobase.extensions.length + 10)}`;
    this.infobase.extensions.push(standing({ name, version }, { id, ...more }));
    return this;
  }

  #product(): AssembledProduct {
    const { publisher } = this.repository;
    const made = products.get(publisher) ?? assembleProcessor(checkedIn, publisher);
    products.set(publisher, made);
    return made;
  }

  #module(): { readonly name: string; readonly text: string } {
    const { files } = this.#product();
    const file = files.find(({ path }) => path === `${PROCESSOR_NAME}/Ext/ObjectModule.bsl`);
    return { name: PROCESSOR_NAME, text: file?.text ?? '' };
  }

  #loaded(): Program {
    return (this.#program ??= loadModules(libraryOf(this.#situation), this.platform));
  }

  #processor(): LivingObject {
    return (this.#object ??= this.#loaded().createObject(this.#module()));
  }
}

const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;

/** Entries of a `Соответствие`; none of anything else. */
export const mapOf = (value: JsValue): readonly (readonly [JsValue, JsValue])[] =>
  isMap(value) ? [...value] : [];

const products = new Map<unknown, AssembledProduct>();

/** Of asking to install: the work, and what is consented to. */
export interface Asking {
  readonly request?: Members;
  readonly consent?: Members;
}

/** What a button of the form gets. */
export interface Answer {
  /** Empty: the action was done. */
  readonly code: string;
  readonly text: string;
  readonly answer: JsValue;
}

/** What an installation ended with: the refusal, or the code of the outcome. */
export const ended = ({ code, answer }: Answer): string =>
  code === '' ? textOf(field(answer, 'Код')) : code;

/** Codes and levels of obstacles, in order. */
export const obstaclesOf = ({ answer }: Answer): readonly string[] =>
  listOf(field(answer, 'Препятствия')).map(
    (one) => `${textOf(field(one, 'Код'))} ${textOf(field(one, 'Уровень'))}`,
  );

/** A row of the list. */
export const rowOf = ({ answer }: Answer, id: string): Members =>
  membersOf(listOf(field(answer, 'Строки')).find((row) => field(row, 'Идентификатор') === id));

/** What `РезультатВызова` gave. */
export const answerOf = (result: JsValue): Answer => ({
  code: textOf(field(result, 'Код')),
  text: textOf(field(result, 'Текст')),
  answer: field(result, 'Ответ'),
});

/** Parts of БСП that the product asks. */
export const libraryOf = ({ isCloud, mayUseInternet }: Situation): readonly ModuleSource[] => [
  { name: 'СтандартныеПодсистемыСервер', text: says('ВерсияБиблиотеки', '"3.1.10.100"') },
  {
    name: 'ОбщегоНазначения',
    text: [
      says('РазделениеВключено', isCloud ?? 'Ложь'),
      says('РазрешенДоступКИнтернетСервисам', mayUseInternet ?? 'Истина'),
    ].join('\n'),
  },
];

const says = (name: string, value: string): string =>
  `Функция ${name}() Экспорт\n\tВозврат ${value};\nКонецФункции`;
