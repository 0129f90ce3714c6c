import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { ErrorInfo } from '../../runtime/error-info.ts';
import { carryAcross } from '../../runtime/border.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import { SERVER, textArgument } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';
import { UniqueId } from '../unique-id.ts';
import type { Infobase } from './infobase.ts';

/** `СостояниеФоновогоЗадания`. */
export const JOB_STATE = defineEnumeration({
  name: 'СостояниеФоновогоЗадания|BackgroundJobState',
  contexts: SERVER,
  values: {
    active: 'Активно|Active',
    completed: 'Завершено|Completed',
    failed: 'ЗавершеноАварийно|Failed',
    canceled: 'Отменено|Canceled',
  },
});

/** `ФоновоеЗадание`: on the bench it has run to its end before the call that started it returns. */
class BackgroundJob extends NativeObject {
  readonly id: UniqueId;
  readonly error: BslException | undefined;
  readonly state: keyof typeof JOB_STATE.values;

  constructor(id: UniqueId, state: keyof typeof JOB_STATE.values, error?: BslException) {
    super();
    this.id = id;
    this.state = state;
    this.error = error;
  }

  get type(): BslType {
    return JOB;
  }
}

const JOB: BslType = defineType(BackgroundJob, {
  name: 'ФоновоеЗадание|BackgroundJob',
  contexts: SERVER,
  properties: {
    'УникальныйИдентификатор|UUID': { get: ({ id }) => id },
    'Состояние|State': { get: ({ state }) => JOB_STATE.values[state] },
    'ИнформацияОбОшибке|ErrorInfo': { get: ({ error }) => error && new ErrorInfo(error) },
  },
  methods: { 'ОжидатьЗавершенияВыполнения|WaitForExecutionCompletion': method([0, 1], (self) => self) },
});

/** Runs `Модуль.Метод` in a session of its own: an error stays in the job. Values are carried over as copies. */
export function backgroundJob(args: readonly Value[], session: Session, infobase: Infobase): BackgroundJob {
  const [module = '', name = ''] = textArgument(args, 0).split('.');
  const parameters = args[1] instanceof BslArray ? args[1].items.map(carryAcross) : [];
  const id = new UniqueId(session.world.nextId());
  const job = { ...session, world: { ...session.world, infobase }, error: undefined, depth: 0 };
  const owner = session.commonModule(module);
  if (!owner) throw new BslException(MESSAGES.noMethod(textArgument(args, 0)));
  const { jobs, moment } = session.world.infobase;
  if (jobs === 'refused') throw new BslException('Ошибка запуска фонового задания');
  if (jobs === 'endless') return new BackgroundJob(id, 'active');
  moment?.('job');
  try {
    owner.callMethod(name, parameters, job);
    moment?.('job done');
    return new BackgroundJob(id, 'completed');
  } catch (error) {
    if (error instanceof BslException) return new BackgroundJob(id, 'failed', error);
    throw error;
  }
}

/** `ФоновыеЗадания`. */
class BackgroundJobs extends NativeObject {
  get type(): BslType {
    return JOBS;
  }
}

const JOBS: BslType = defineType(BackgroundJobs, {
  name: 'МенеджерФоновыхЗаданий|BackgroundJobsManager',
  contexts: SERVER,
  methods: {
    'Выполнить|Execute': method([1, 4], (_, args, session) =>
      backgroundJob(args, session, session.world.infobase),
    ),
  },
});

/** The one object of {@link BackgroundJobs}. */
export const BACKGROUND_JOBS: NativeObject = new BackgroundJobs();
