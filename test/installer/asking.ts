import { afterAll, beforeEach } from 'vitest';
import { startServer, type JsValue, type ServerRule } from '../onec/index.ts';
import type { Host } from '../onec/platform/http/network.ts';
import { field } from './field.ts';
import { bytesOf, loadCore, type CoreOptions } from './program.ts';
import { refusalOf } from './refusal.ts';
import { sandbox } from './sandbox.ts';

const WRAPPER = `
Функция Загрузить(Адрес, Предел, Изменения) Экспорт
	Имя = ПолучитьИмяВременногоФайла();
	Запрос = ВыпускСеть.НовыйЗапросСети(Адрес, Предел, Имя);
	ЗаполнитьЗначенияСвойств(Запрос, Изменения);
	Настройки = ВыпускСеть.НастройкиСети();
	ЗаполнитьЗначенияСвойств(Настройки, Изменения);
	Попытка
		Ответ = ВыпускСеть.ОтветСети(Запрос, Настройки);
		Файл = Новый Файл(Имя);
		Ответ.Вставить("Данные", ?(Файл.Существует(), Новый ДвоичныеДанные(Имя), Неопределено));
	Исключение
		УдалитьФайлы(Имя);
		ВызватьИсключение;
	КонецПопытки;
	УдалитьФайлы(Имя);
	Возврат Ответ;
КонецФункции

Функция Прокси(Сервер, Порт) Экспорт
	Прокси = Новый ИнтернетПрокси(Ложь);
	Прокси.Установить("http", Сервер, Порт);
	Возврат Прокси;
КонецФункции`;

/** The host `repo.example`, and `untrusted.example`, whose certificate nobody trusts. */
export const server = startServer({});
/** The host `mirror.example`; has a `/file` of its own unless a test says otherwise. */
export const other = startServer({});
beforeEach(() => other.setRules([{ path: '/file', body: 'from the other host' }]));
afterAll(() => {
  server.close();
  other.close();
});

/** One request of the module, and the world in which it asks. */
export interface Asked extends CoreOptions {
  readonly address?: string;
  readonly limit?: number;
  readonly changes?: Readonly<Record<string, JsValue>>;
  readonly rules?: readonly ServerRule[];
}

/** The module in a world with the two servers. */
export function program({ platform, stubs = [] }: CoreOptions = {}) {
  const hosts: Record<string, Host> = {
    'repo.example': { port: server.port },
    'mirror.example': { port: other.port },
    'untrusted.example': { port: server.port, certificate: 'untrusted' },
  };
  return loadCore(['ВыпускСеть'], {
    platform: { directory: sandbox, hosts, ...platform },
    stubs: [{ name: 'Тест', text: WRAPPER }, ...stubs],
  });
}

/** What the module answers. */
export function ask({
  address = 'https://repo.example/file',
  limit = 1000,
  changes = {},
  rules,
  ...world
}: Asked) {
  if (rules) server.setRules(rules);
  return program(world).call('Тест', 'Загрузить', [address, limit, { Таймаут: 5, ...changes }]).value;
}

/** What came, with the body as text. */
export function answer(asked: Asked): {
  readonly kind: JsValue;
  readonly body: string;
  readonly value: JsValue;
} {
  const value = ask(asked);
  return {
    kind: field(value, 'Вид'),
    body: Buffer.from(bytesOf(field(value, 'Данные')) ?? new Uint8Array()).toString(),
    value,
  };
}

/** Code and reason of the refusal. */
export const reasonOf = (asked: Asked): string => {
  const { code, args } = refusalOf(() => ask(asked));
  return [code, args['reason']].filter((part) => part !== undefined).join(' ');
};

/** A redirect of `/moved`. */
export const moved = (Location: string, status = 302): ServerRule => ({
  path: '/moved',
  status,
  headers: { Location },
});
/** The address that {@link moved} answers. */
export const MOVED = 'https://repo.example/moved';
/** What lies at the address that is asked for. */
export const file = (body = 'content'): ServerRule => ({ path: '/file', body });
