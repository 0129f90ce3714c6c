import type { Elements } from './elements.ts';
import type { ModuleFacts } from './facts.ts';
import { readForm, type FormBody } from './form.ts';
import { readModuleText, tryContainedModule, type ModuleText } from './module-text.ts';
import { textDigest } from './text-digest.ts';
import type { WarningLog } from './warning.ts';

/** Where a module is: its element and what to call it. */
interface ModulePlace {
  readonly element: string;
  readonly path: string;
  readonly owner: ModuleFacts['owner'];
}

/** Gathers the modules of a file and hands their texts on, one at a time: they are not kept. */
export class ModuleCollector {
  readonly #elements: Elements;
  readonly #log: WarningLog;
  readonly #onText: (path: string, text: string) => void;
  readonly #modules: ModuleFacts[] = [];
  readonly #claimed = new Set<string>();
  #ordinaryForms = 0;

  constructor(source: {
    readonly elements: Elements;
    readonly log: WarningLog;
    readonly onText: (path: string, text: string) => void;
  }) {
    this.#elements = source.elements;
    this.#log = source.log;
    this.#onText = source.onText;
  }

  /** Forms so far that are ordinary, not managed. */
  get ordinaryForms(): number {
    return this.#ordinaryForms;
  }

  /** All modules so far. */
  list(): readonly ModuleFacts[] {
    return this.#modules;
  }

  /** Takes the module of an element, when there is one. */
  collect(place: ModulePlace): void {
    if (!this.#elements.has(place.element) || this.#claimed.has(place.element)) return;
    this.#claimed.add(place.element);
    const module = readModuleText(this.#elements.bytes(place.element), this.#elements.work);
    if (module !== undefined) this.#add(place, module);
  }

  /** Takes the module of a form and gives the form's body. */
  collectForm(uuid: string, path: string): FormBody | undefined {
    const body = readForm(this.#elements, uuid, this.#log);
    if (body === undefined) return undefined;
    const element = `${uuid}.0`;
    this.#claimed.add(element);
    if (body.formKind === 'ordinary') this.#ordinaryForms += 1;
    this.#add({ element, path: `${path}.Form`, owner: 'form' }, body.module);
    return body;
  }

  /** Takes module containers that nobody has claimed: objects of unknown kinds have methods to intercept as well. */
  collectUnclaimed(): void {
    for (const element of this.#elements.names()) {
      if (this.#claimed.has(element) || !element.includes('.')) continue;
      const module = tryContainedModule(this.#elements.bytes(element), this.#elements.work);
      if (module !== undefined) this.#add({ element, path: element, owner: 'unknown' }, module);
    }
  }

  #add({ path, owner }: ModulePlace, module: ModuleText): void {
    const { text, ...stored } = module;
    this.#onText(path, text);
    this.#modules.push({
      path,
      owner,
      ...stored,
      characters: text.length,
      blank: !stored.protected && text.trim() === '',
      digest: textDigest(text),
    });
  }
}
