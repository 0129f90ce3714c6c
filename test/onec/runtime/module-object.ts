import { BslException, MESSAGES } from './errors.ts';
import { VariableCell, type Cell } from './frame.ts';
import { invoke, type CompiledModule } from './invoke.ts';
import { BslObject, type BslType } from './object.ts';
import type { Session } from './session.ts';
import type { Value } from './value.ts';

const MODULE_TYPE: BslType = {
  name: 'ОбщийМодуль',
  englishName: 'CommonModule',
  presentation: 'ОбщийМодуль',
  contexts: ['server', 'thinClient', 'webClient'],
  since: undefined,
  canCrossBorder: false,
  methods: new Map(),
  properties: new Map(),
  construct: undefined,
};

/** A compiled module with its own variables; outside only exported names exist. */
export class ModuleObject extends BslObject {
  readonly code: CompiledModule;
  readonly variables: Cell[];
  readonly host: BslObject | undefined;

  constructor(code: CompiledModule, host?: BslObject) {
    super();
    this.code = code;
    this.host = host;
    this.variables = code.variables.map(() => new VariableCell(undefined));
  }

  get type(): BslType {
    return MODULE_TYPE;
  }

  override hasMethod(name: string): boolean {
    return this.code.methods.get(name.toLowerCase())?.exported ?? false;
  }

  override getField(name: string, session: Session): Value {
    const cell = this.#exportedVariable(name);
    if (cell) return cell.value;
    if (!this.host) throw new BslException(MESSAGES.noField(name));
    return this.host.getField(name, session);
  }

  override setField(name: string, value: Value, session: Session): void {
    const cell = this.#exportedVariable(name);
    if (!cell && !this.host) throw new BslException(MESSAGES.noField(name));
    if (cell) cell.value = value;
    else this.host?.setField(name, value, session);
  }

  override callMethod(name: string, args: Value[], session: Session): Value {
    const cells = args.map((value) => new VariableCell(value));
    const result = this.callWithCells(name, cells, session);
    for (const [index, cell] of cells.entries()) args[index] = cell.value;
    return result;
  }

  override get takesCells(): boolean {
    return true;
  }

  /** Calls an exported method; by-reference parameters work on the cells. */
  override callWithCells(name: string, cells: (Cell | undefined)[], session: Session): Value {
    const method = this.code.methods.get(name.toLowerCase());
    if (!method?.exported) throw new BslException(MESSAGES.noMethod(name));
    return invoke(method, { cells, module: this, session });
  }

  #exportedVariable(name: string): Cell | undefined {
    const index = this.code.variables.findIndex(
      (variable) => variable.exported && variable.name.toLowerCase() === name.toLowerCase(),
    );
    return this.variables[index];
  }
}
