import { assembleExtension } from '../../../scripts/installer/assemble.ts';
import { loadModules, type JsValue, type ModuleSource, type Program } from '../../onec/index.ts';
import { formSource } from '../form-source.ts';
import { Walk } from '../form-walk.ts';
import { checkedIn } from '../installer-sources.ts';
import { answerOf, libraryOf, type Answer, type Customer } from './customer.ts';
import type { Repository } from './repository.ts';

const assembled = new Map<Repository, ReturnType<typeof assembleExtension>>();

/** The assembled auto-update extension, loaded in a session of an infobase. */
export class UpdateProduct {
  readonly #customer: Customer;
  readonly #program: Program;

  constructor(customer: Customer) {
    this.#customer = customer;
    const text = (name: string): string =>
      this.#files.find(({ path }) => path === `CommonModules/${name}/Ext/Module.bsl`)?.text ?? '';
    const source = (name: string, more: Partial<ModuleSource>): ModuleSource => ({
      name,
      text: text(name),
      ...more,
    });
    this.#program = loadModules(
      [
        source('РомашкаОбновление', { server: true }),
        source('РомашкаОбновлениеВызовСервера', { server: true, serverCall: true }),
        source('РомашкаОбновлениеКлиент', { client: true }),
        ...libraryOf({}),
      ],
      customer.platform,
    );
  }

  /** The check that a schedule makes. */
  ask(): Answer {
    const args: JsValue[] = ['Обновление', { ПоПросьбе: false }];
    return answerOf(this.#program.call('РомашкаОбновление', 'РезультатВызова', args).value);
  }

  /** Answer of that check. */
  check(): JsValue {
    return this.ask().answer;
  }

  /** The scheduled job. */
  runJob(): void {
    this.#program.call('РомашкаОбновление', 'ПроверитьПоРасписанию');
  }

  /** Somebody opens the page of the vendor: notices that he sees. */
  notices(): readonly string[] {
    const { shown } = this.#customer.platform.world.screen;
    const before = shown.length;
    this.#program.callOn('client', { module: 'РомашкаОбновлениеКлиент', method: 'ПроверитьПриОткрытии' });
    return shown.slice(before).map(String);
  }

  /** Opens the page of the update. */
  open(): Walk {
    const source = formSource(this.#files, 'CommonForms/РомашкаОбновление');
    return new Walk(this.#program.openForm(source), this.#customer.platform);
  }

  get #files() {
    const { repository } = this.#customer;
    const made = assembled.get(repository) ?? assembleExtension(checkedIn, repository.publisher, 'Ромашка');
    assembled.set(repository, made);
    return made.files;
  }
}
