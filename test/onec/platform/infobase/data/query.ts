import { BenchGap, BslException } from '../../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import type { Session } from '../../../runtime/session.ts';
import type { Value } from '../../../runtime/value.ts';
import { BslArray } from '../../collections/array.ts';
import { optionalText, SERVER, textArgument, type NameGroup } from '../../define.ts';
import { Reference } from './reference.ts';
import { Selection } from './selection.ts';
import { dataOf, type Row } from './tables.ts';

/** `Запрос`. The one question the bench understands: which of these objects are there. */
class Query extends NativeObject {
  text: string;
  readonly parameters = new Map<string, Value>();

  constructor(text: string) {
    super();
    this.text = text;
  }

  get type(): BslType {
    return QUERY;
  }
}

const EXISTENCE = /^ВЫБРАТЬ (\S+)\.Ссылка КАК Ссылка ИЗ (\S+) КАК \1 ГДЕ \1\.Ссылка В \(&(\S+)\)$/u;

/** Without the right to read a table a query of it fails as a whole (documentation, not verified on the platform). */
function execute({ text, parameters }: Query, session: Session): QueryResult {
  const [, , tableName = '', parameter = ''] = EXISTENCE.exec(text.replace(/\s+/g, ' ').trim()) ?? [];
  const wanted = parameters.get(parameter.toLowerCase());
  if (tableName === '' || !(wanted instanceof BslArray)) throw new BenchGap(`a query: ${text}`);
  const data = dataOf(session.world);
  const table = data.table(tableName);
  if (!table) throw new BslException(`Таблица не найдена "${tableName}"`);
  const rows = new Map<string, Row>();
  for (const value of wanted.items) {
    if (!(value instanceof Reference) || value.table !== table.fullName) continue;
    const row = data.read(table, value.id);
    if (row) rows.set(value.id, row);
  }
  return new QueryResult(new Selection(table, rows));
}

/** `РезультатЗапроса`. */
class QueryResult extends NativeObject {
  readonly rows: Selection;

  constructor(rows: Selection) {
    super();
    this.rows = rows;
  }

  get type(): BslType {
    return QUERY_RESULT;
  }
}

const QUERY_RESULT: BslType = defineType(QueryResult, {
  name: 'РезультатЗапроса|QueryResult',
  contexts: SERVER,
  methods: { 'Выбрать|Select': method([0, 3], ({ rows }) => rows) },
});

const QUERY: BslType = defineType(Query, {
  name: 'Запрос|Query',
  contexts: SERVER,
  construct: method([0, 1], (_, args) => new Query(optionalText(args, 0))),
  properties: {
    'Текст|Text': {
      get: ({ text }) => text,
      set: (self, value) => {
        self.text = textArgument([value], 0);
      },
    },
  },
  methods: {
    'УстановитьПараметр|SetParameter': method([2, 2], ({ parameters }, args) => {
      parameters.set(textArgument(args, 0).toLowerCase(), args[1]);
      return undefined;
    }),
    'Выполнить|Execute': method([0, 0], (self, _, session) => execute(self, session)),
  },
});

/** Queries. */
export const QUERIES: NameGroup = { types: [QUERY, QUERY_RESULT] };
