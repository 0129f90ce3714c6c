import type { Session } from '../../../runtime/session.ts';
import type { Value } from '../../../runtime/value.ts';
import { SERVER, type FunctionDescription, type NameGroup } from '../../define.ts';
import { dataOf } from './tables.ts';

const acting = (most: number, run: (session: Session) => void): FunctionDescription => ({
  contexts: SERVER,
  isProcedure: true,
  takes: [0, most],
  run: (_: Value[], session) => {
    run(session);
    return undefined;
  },
});

/** Transactions; what they stand on is said at `InfobaseData`. */
export const TRANSACTIONS: NameGroup = {
  functions: {
    'НачатьТранзакцию|BeginTransaction': acting(1, ({ world }) => dataOf(world).begin()),
    'ЗафиксироватьТранзакцию|CommitTransaction': acting(0, ({ world }) => dataOf(world).commit()),
    'ОтменитьТранзакцию|RollbackTransaction': acting(0, ({ world }) => dataOf(world).rollback()),
    'ТранзакцияАктивна|TransactionActive': {
      contexts: SERVER,
      takes: [0, 0],
      run: (_, { world }) => dataOf(world).isActive,
    },
  },
};
