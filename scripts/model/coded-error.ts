/**
 * Arguments of a code that needs none.
 *
 * A room lists its codes as one interface, code → names and types of the values that a sentence about it needs:
 * numbers and names, never sentences. From it follow what may be thrown and what wording may ask for, in every
 * language; a renamed argument does not compile until all of them agree.
 */
export type NoArguments = Readonly<Record<string, never>>;

/** The codes of a room. */
export type CodeOf<ArgumentsOf> = keyof ArgumentsOf & string;

/** A code together with its own arguments: what a sentence is made of. */
export type Coded<ArgumentsOf> = {
  [Code in CodeOf<ArgumentsOf>]: { readonly code: Code; readonly args: Readonly<ArgumentsOf[Code]> };
}[CodeOf<ArgumentsOf>];

/** A code, its arguments (left out where it has none that must be there), and the cause. */
export type Raised<ArgumentsOf> = {
  [Code in CodeOf<ArgumentsOf>]: NoArguments extends ArgumentsOf[Code]
    ? [code: Code, args?: Readonly<ArgumentsOf[Code]>, options?: ErrorOptions]
    : [code: Code, args: Readonly<ArgumentsOf[Code]>, options?: ErrorOptions];
}[CodeOf<ArgumentsOf>];

/**
 * What every room throws: a closed code and the arguments of that code; `wording/` has a sentence for each in the
 * reader's language. Each room has one class of its own. Arguments may hold texts by strangers: the message is for
 * programmers, people are shown the sentence, escaped.
 */
export abstract class CodedError<ArgumentsOf> extends Error {
  /** Of the class; `wording/` finds the sentences of a room by it. */
  abstract override readonly name: string;
  readonly code: CodeOf<ArgumentsOf>;
  readonly args: Coded<ArgumentsOf>['args'];

  constructor(...[code, args, options]: Raised<ArgumentsOf>) {
    const known = args ?? ({} as Coded<ArgumentsOf>['args']);
    super(`${code} ${JSON.stringify(known)}`, options);
    this.code = code;
    this.args = known;
  }

  /** Code and arguments as one value. */
  get coded(): Coded<ArgumentsOf> {
    const { code, args } = this;
    return { code, args };
  }

  /** Whether it has this code; where it has, its arguments are known too. */
  is<Code extends CodeOf<ArgumentsOf>>(
    code: Code,
  ): this is { readonly code: Code; readonly args: Readonly<ArgumentsOf[Code]> } {
    const own: string = this.code;
    return own === code;
  }
}
