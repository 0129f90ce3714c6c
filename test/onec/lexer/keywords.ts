/** Keywords of the language by their English name; every keyword has a Russian and an English spelling. */
const SPELLINGS = {
  If: 'Если',
  Then: 'Тогда',
  ElsIf: 'ИначеЕсли',
  Else: 'Иначе',
  EndIf: 'КонецЕсли',
  For: 'Для',
  Each: 'Каждого',
  In: 'Из',
  To: 'По',
  While: 'Пока',
  Do: 'Цикл',
  EndDo: 'КонецЦикла',
  Procedure: 'Процедура',
  EndProcedure: 'КонецПроцедуры',
  Function: 'Функция',
  EndFunction: 'КонецФункции',
  Var: 'Перем',
  Goto: 'Перейти',
  Return: 'Возврат',
  Continue: 'Продолжить',
  Break: 'Прервать',
  And: 'И',
  Or: 'Или',
  Not: 'Не',
  Try: 'Попытка',
  Except: 'Исключение',
  Raise: 'ВызватьИсключение',
  EndTry: 'КонецПопытки',
  New: 'Новый',
  Execute: 'Выполнить',
  Export: 'Экспорт',
  Val: 'Знач',
  True: 'Истина',
  False: 'Ложь',
  Undefined: 'Неопределено',
  Null: 'Null',
  Async: 'Асинх',
  Await: 'Ждать',
} as const;

/** Canonical (English) name of a keyword. */
export type Keyword = keyof typeof SPELLINGS;

const isKeyword = (name: string): name is Keyword => name in SPELLINGS;

const BY_SPELLING = new Map<string, Keyword>();
for (const [english, russian] of Object.entries(SPELLINGS)) {
  if (!isKeyword(english)) continue;
  BY_SPELLING.set(english.toLowerCase(), english);
  BY_SPELLING.set(russian.toLowerCase(), english);
}

/** The keyword a word spells in either language and any case, if it is one. */
export const keywordOf = (word: string): Keyword | undefined => BY_SPELLING.get(word.toLowerCase());
