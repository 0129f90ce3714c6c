/** A word of the language in both of its keyword sets, lower case. */
const either = (...words: readonly string[]): ReadonlySet<string> => new Set(words);

/** Words that begin and end methods, and those that may stand in their signatures. */
export const KEYWORDS = {
  procedure: either('процедура', 'procedure'),
  function: either('функция', 'function'),
  end: either('конецпроцедуры', 'endprocedure', 'конецфункции', 'endfunction'),
  async: either('асинх', 'async'),
  export: either('экспорт', 'export'),
  byValue: either('знач', 'val'),
} as const;

/** Preprocessor lines by their first word, lower case. */
export const DIRECTIVES = {
  /** Regions fold text in an editor and mean nothing. */
  region: either('#область', '#region', '#конецобласти', '#endregion'),
  insert: either('#вставка', '#insert'),
  insertEnd: either('#конецвставки', '#endinsert'),
  /** The text between these is the base's and stays. */
  removal: either('#удаление', '#delete', '#конецудаления', '#enddelete'),
} as const;
