/**
 * Where code runs on the bench. The thick client and the external connection share the server's abilities
 * (platform-1c.md 1.1) and are left out: the product runs nothing there.
 */
export type ContextName = 'server' | 'thinClient' | 'webClient';

/** Every context of the bench. */
export const CONTEXTS: readonly ContextName[] = ['server', 'thinClient', 'webClient'];

const SYMBOLS: Record<string, readonly ContextName[]> = {
  'Сервер|Server': ['server'],
  'НаСервере|AtServer': ['server'],
  'Клиент|Client': ['thinClient', 'webClient'],
  'НаКлиенте|AtClient': ['thinClient', 'webClient'],
  'ТонкийКлиент|ThinClient': ['thinClient'],
  'ВебКлиент|WebClient': ['webClient'],
  'ВнешнееСоединение|ExternalConnection': [],
  'ТолстыйКлиентОбычноеПриложение|ThickClientOrdinaryApplication': [],
  'ТолстыйКлиентУправляемоеПриложение|ThickClientManagedApplication': [],
  'МобильноеПриложениеКлиент|MobileAppClient': [],
  'МобильноеПриложениеСервер|MobileAppServer': [],
  'МобильныйКлиент|MobileClient': [],
  'МобильныйАвтономныйСервер|MobileStandaloneServer': [],
};

const BY_NAME = new Map(
  Object.entries(SYMBOLS).flatMap(([names, contexts]) =>
    names.split('|').map((name) => [name.toLowerCase(), contexts] as const),
  ),
);

/** Whether a preprocessor symbol holds in a context; `undefined` when there is no such symbol. */
export const hasSymbol = (context: ContextName, symbol: string): boolean | undefined =>
  BY_NAME.get(symbol.toLowerCase())?.includes(context);

/** Compilation directives of methods and variables. */
export type Directive =
  'AtServer' | 'AtClient' | 'AtServerNoContext' | 'AtClientAtServerNoContext' | 'AtClientAtServer';

const DIRECTIVES = new Map<string, Directive>([
  ['насервере', 'AtServer'],
  ['atserver', 'AtServer'],
  ['наклиенте', 'AtClient'],
  ['atclient', 'AtClient'],
  ['насерверебезконтекста', 'AtServerNoContext'],
  ['atservernocontext', 'AtServerNoContext'],
  ['наклиентенасерверебезконтекста', 'AtClientAtServerNoContext'],
  ['atclientatservernocontext', 'AtClientAtServerNoContext'],
  ['наклиентенасервере', 'AtClientAtServer'],
  ['atclientatserver', 'AtClientAtServer'],
]);

/** The directive a word spells, without `&`. */
export const directiveOf = (word: string): Directive | undefined => DIRECTIVES.get(word.toLowerCase());
