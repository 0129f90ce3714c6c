import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PublishRefusal } from '../../scripts/signing/publish-refusal.ts';
import type { RootKeys } from '../../scripts/signing/root-keys.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { VerificationError } from '../../scripts/verify/error.ts';
import { testKeys } from './keys.ts';
import { day, documents, Operator } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

/**
 * What may happen to a repository in years. The operator publishes, refreshes and rotates; time passes; and whoever
 * holds the host shows visitors an old timestamp, breaks a file, loses one, or behaves.
 */
type Step =
  | { readonly kind: 'publish'; readonly extensions: number }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'rotate'; readonly duty: keyof RootKeys }
  | { readonly kind: 'pass'; readonly days: number }
  | { readonly kind: 'replay' | 'break' | 'lose'; readonly pick: number }
  | { readonly kind: 'behave' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('publish'), extensions: fc.constantFrom(1, 3, 8) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refresh') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rotate'),
      duty: fc.constantFrom('root', 'publishing', 'timestamp'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass'), days: fc.constantFrom(0, 1, 10, 20) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('replay', 'break', 'lose'), pick: fc.nat(1000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('behave') }) },
);

class Years {
  readonly #operator: Operator;
  /** What visitors are shown. */
  readonly #face = new Map<string, Bytes>();
  readonly #timestamps: Bytes[] = [];
  readonly #visitors: { readonly visitor: Visitor; seen: number }[] = [];
  #state = 0;
  #days = 0;
  #isHonest = true;

  constructor(operator: Operator) {
    this.#operator = operator;
  }

  static async begin(): Promise<Years> {
    const years = new Years(await Operator.start());
    await years.#publish(3);
    for (let count = 0; count < 2; count++) await years.#welcome();
    return years;
  }

  async live(step: Step): Promise<void> {
    await this.#happen(step);
    await this.#welcome();
    for (const guest of this.#visitors) await this.#visit(guest);
    // The newcomer was only to see today.
    this.#visitors.pop();
  }

  async #happen(step: Step): Promise<void> {
    switch (step.kind) {
      case 'publish':
        return this.#publish(step.extensions);
      case 'refresh':
        return this.#unlessRefused(() => this.#operator.refresh(day(this.#days)));
      case 'rotate':
        return this.#operator.rotate(
          step.duty,
          await testKeys(`${step.duty} ${this.#operator.roots.length}`),
          day(this.#days),
        );
      case 'pass':
        this.#days += step.days;
        return;
      case 'behave':
        return this.#show();
      case 'replay':
        this.#face.set('metadata/timestamp.json', this.#timestamps[step.pick % this.#timestamps.length]!);
        break;
      case 'break':
        this.#alter(step.pick, (bytes) =>
          bytes.with(step.pick % bytes.length, bytes[step.pick % bytes.length]! ^ 1),
        );
        break;
      case 'lose':
        this.#face.delete(this.#pick(step.pick));
    }
    this.#isHonest = false;
  }

  async #publish(extensions: number): Promise<void> {
    this.#state++;
    const names = Array.from({ length: extensions }, (_, at) => `extensions/e${at}.json`);
    const content = documents(
      Object.fromEntries(['catalog.json', ...names].map((name) => [name, String(this.#state)])),
    );
    const now = day(this.#days);
    await this.#operator.publish({ documents: content, now, binsAbove: 5, maxShrink: 1 });
    this.#show();
  }

  async #unlessRefused(operate: () => Promise<unknown>): Promise<void> {
    try {
      await operate();
      this.#show();
    } catch (error) {
      // Rotated keys ask for a publication first, and the operator is told so.
      expect(error).toBeInstanceOf(PublishRefusal);
    }
  }

  #show(): void {
    this.#face.clear();
    for (const [path, bytes] of this.#operator.host) this.#face.set(path, bytes);
    this.#timestamps.push(this.#operator.host.get('metadata/timestamp.json')!);
    this.#isHonest = true;
  }

  #pick(pick: number): string {
    const paths = [...this.#face.keys()].sort();
    return paths[pick % paths.length]!;
  }

  #alter(pick: number, change: (bytes: Bytes) => Bytes): void {
    const path = this.#pick(pick);
    this.#face.set(path, change(this.#face.get(path)!));
  }

  async #welcome(): Promise<void> {
    this.#visitors.push({ visitor: await Visitor.trusting(this.#operator.roots[0]!, this.#face), seen: 0 });
  }

  /** A visitor ends at the newest state, or is refused by name. What nobody signed he never sees, nor what is older. */
  async #visit(guest: { readonly visitor: Visitor; seen: number }): Promise<void> {
    try {
      const repository = await guest.visitor.visit(day(this.#days));
      const texts = [
        await textOf(repository, 'catalog.json'),
        await textOf(repository, 'extensions/e0.json'),
      ];
      const [state] = texts.map(Number);
      expect(texts[1]).toBe(texts[0]);
      expect(state).toBeGreaterThanOrEqual(guest.seen);
      expect(state).toBeLessThanOrEqual(this.#state);
      if (this.#isHonest) expect(state).toBe(this.#state);
      guest.seen = state!;
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      expect(this.#isHonest && !this.#isExpired(), `${error.message} at an honest host`).toBe(false);
    }
  }

  #isExpired(): boolean {
    const timestamp = new TextDecoder().decode(this.#face.get('metadata/timestamp.json'));
    const { signed } = JSON.parse(timestamp) as { signed: { expires: string } };
    return Date.parse(signed.expires) <= day(this.#days).getTime();
  }
}

test(
  'whatever happens, a visitor ends at the newest state or at a refusal with a name',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 8 }), async (story) => {
        const years = await Years.begin();
        for (const step of story) await years.live(step);
      }),
      { numRuns: 6 },
    );
  },
);
