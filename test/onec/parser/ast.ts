import type { Position } from '../lexer/token.ts';

/** Operators with two operands, by their mark or English keyword. */
export type BinaryOperator =
  '+' | '-' | '*' | '/' | '%' | '=' | '<>' | '<' | '>' | '<=' | '>=' | 'And' | 'Or';

/** An argument of a call; `undefined` stands for one left out: `П(, 1)`. */
export type Argument = Expression | undefined;

/** A literal as written; numbers keep their digits so that no precision is lost before the runtime. */
export interface Literal extends Position {
  readonly kind: 'literal';
  readonly type: 'number' | 'string' | 'date' | 'boolean' | 'undefined' | 'null';
  readonly text: string;
}

/** A name standing alone: variable, global property, common module. */
export interface Name extends Position {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name`. */
export interface Member extends Position {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: string;
}

/** `object[index]`. */
export interface Index extends Position {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

/** `name(…)`: a method of the module, of its context or of the platform. */
export interface Call extends Position {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Argument[];
}

/** `object.name(…)`. */
export interface MethodCall extends Position {
  readonly kind: 'methodCall';
  readonly object: Expression;
  readonly name: string;
  readonly args: readonly Argument[];
}

/** `Новый Тип(…)`, or `Новый(Тип, Параметры)` when `type` is absent. */
export interface New extends Position {
  readonly kind: 'new';
  readonly type: string | undefined;
  readonly args: readonly Argument[];
}

/** Everything that has a value. */
export type Expression =
  | Literal
  | Name
  | Member
  | Index
  | Call
  | MethodCall
  | New
  | (Position & {
      readonly kind: 'unary';
      readonly operator: '-' | '+' | 'Not';
      readonly operand: Expression;
    })
  | (Position & {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Position & {
      readonly kind: 'ternary';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    })
  | (Position & { readonly kind: 'await'; readonly operand: Expression });

/** One branch of `Если`. */
export interface Branch {
  readonly condition: Expression;
  readonly body: readonly Statement[];
}

/** Everything that is done. */
export type Statement =
  | (Position & {
      readonly kind: 'assign';
      readonly target: Name | Member | Index;
      readonly value: Expression;
    })
  | (Position & { readonly kind: 'evaluate'; readonly expression: Expression })
  | (Position & {
      readonly kind: 'if';
      readonly branches: readonly Branch[];
      readonly otherwise: readonly Statement[] | undefined;
    })
  | (Position & {
      readonly kind: 'while';
      readonly condition: Expression;
      readonly body: readonly Statement[];
    })
  | (Position & {
      readonly kind: 'for';
      readonly variable: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly body: readonly Statement[];
    })
  | (Position & {
      readonly kind: 'forEach';
      readonly variable: string;
      readonly collection: Expression;
      readonly body: readonly Statement[];
    })
  | (Position & {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handler: readonly Statement[];
    })
  | (Position & { readonly kind: 'raise'; readonly args: readonly Argument[] })
  | (Position & { readonly kind: 'return'; readonly value: Expression | undefined })
  | (Position & { readonly kind: 'break' | 'continue' })
  | (Position & { readonly kind: 'goto' | 'label'; readonly label: string })
  | (Position & { readonly kind: 'execute'; readonly text: Expression });

/** A parameter of a method. Without `byValue` the method works on the caller's variable. */
export interface Parameter extends Position {
  readonly name: string;
  readonly byValue: boolean;
  readonly standard: Literal | undefined;
}

/** `Перем Имя Экспорт`. */
export interface VariableDeclaration extends Position {
  readonly name: string;
  readonly exported: boolean;
  readonly directive: string | undefined;
}

/** A procedure or function. `directives` without `&`, as written. */
export interface Method extends Position {
  readonly name: string;
  readonly isFunction: boolean;
  readonly isAsync: boolean;
  readonly exported: boolean;
  readonly directives: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly variables: readonly VariableDeclaration[];
  readonly body: readonly Statement[];
  readonly endLine: number;
}

/** A parsed module: variables, methods, and the statements after them. */
export interface ModuleTree {
  readonly variables: readonly VariableDeclaration[];
  readonly methods: readonly Method[];
  readonly body: readonly Statement[];
}
