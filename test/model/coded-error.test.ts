import { describe, expect, test } from 'vitest';
import { CodedError, type Coded, type NoArguments } from '../../scripts/model/coded-error.ts';
import { say, type Words } from '../../scripts/wording/wording.ts';

interface TeapotArguments {
  'too-hot': { degrees: number };
  empty: NoArguments;
  cracked: { where?: string };
}

class TeapotError extends CodedError<TeapotArguments> {
  override readonly name = 'TeapotError';
}

describe('an error with a code', () => {
  test('carries its arguments and its cause', () => {
    const cause = new Error('fire');
    const error = new TeapotError('too-hot', { degrees: 120 }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'too-hot', args: { degrees: 120 }, cause, name: 'TeapotError' });
    expect(error.coded).toEqual({ code: 'too-hot', args: { degrees: 120 } });
    expect(error.message).toBe('too-hot {"degrees":120}');
  });

  test.each([
    [new TeapotError('empty'), 'a code without arguments'],
    [new TeapotError('cracked'), 'a code whose arguments may be absent'],
  ])('has no arguments where none are given %#: %s', (error) => {
    expect(error.args).toEqual({});
  });

  test('tells its arguments to whoever asks for its code', () => {
    const error: unknown = new TeapotError('too-hot', { degrees: 120 });
    expect(error instanceof TeapotError && error.is('too-hot') && error.args.degrees).toBe(120);
    expect(error instanceof TeapotError && error.is('empty')).toBe(false);
  });
});

/** Never called: the compiler reads it, and a promise that it does not keep is an unused `@ts-expect-error`. */
export function compilerRefuses(): void {
  // @ts-expect-error -- an argument is missing
  new TeapotError('too-hot');
  // @ts-expect-error -- an argument was renamed
  new TeapotError('too-hot', { celsius: 120 });
  // @ts-expect-error -- an argument too many
  new TeapotError('too-hot', { degrees: 120, celsius: 120 });
  // @ts-expect-error -- an argument of another code
  new TeapotError('empty', { degrees: 120 });
  // @ts-expect-error -- no such code
  new TeapotError('cold');
  // @ts-expect-error -- the same for values
  const coded: Coded<TeapotArguments> = { code: 'too-hot', args: { celsius: 120 } };
  const words: Words<TeapotArguments> = {
    // @ts-expect-error -- a sentence asks for what its code does not carry
    'too-hot': ({ degrees }: { readonly degrees: string }) => ({ message: degrees, cure: '' }),
    empty: () => ({ message: '', cure: '' }),
    cracked: ({ where }) => ({ message: say`${where}`, cure: '' }),
  };
  // @ts-expect-error -- a code without a sentence
  const fewer: Words<TeapotArguments> = { empty: words.empty, cracked: words.cracked };
  expect([coded, fewer]).toEqual([]);
}
