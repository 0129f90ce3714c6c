import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../scripts/verify/canonical-json.ts';
import { VerificationError, type VerificationCode } from '../../scripts/verify/error.ts';
import { parseEnvelope, type SignedParser } from '../../scripts/verify/parse-envelope.ts';
import { parseRoot } from '../../scripts/verify/parse-root.ts';
import { parseSnapshot } from '../../scripts/verify/parse-snapshot.ts';
import { parseTargets } from '../../scripts/verify/parse-targets.ts';
import { parseTimestamp } from '../../scripts/verify/parse-timestamp.ts';
import { isJsonObject, parseStrictJson } from '../../scripts/verify/strict-json.ts';
import type { FetchAnswer } from '../../scripts/verify/world.ts';
import { clientOf, codeOf, inDays, type TestClient } from './fixtures/client.ts';
import { refusalOf } from './fixtures/refusal.ts';
import { daysLater, SignedRepository } from './fixtures/signed-repository.ts';
import { testKey } from './fixtures/test-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Ways to damage bytes; the numbers choose places and values. */
const DAMAGES: readonly ((bytes: Bytes, at: number, value: number) => Bytes)[] = [
  (bytes, at, value) => bytes.with(at % Math.max(bytes.length, 1), value % 256),
  (bytes, at) => bytes.slice(0, at % (bytes.length + 1)),
  (bytes, at, value) =>
    Uint8Array.from([...bytes.slice(0, at % bytes.length), ...bytes.slice((at + value) % bytes.length)]),
  (bytes, at, value) => {
    const place = at % bytes.length;
    return Uint8Array.from([
      ...bytes.slice(0, place),
      ...bytes.slice(place, place + (value % 40)),
      ...bytes.slice(place),
    ]);
  },
  (bytes, _, value) => replaceText(bytes, /\b(\d+)\b/g, String(value % 5), value),
  (bytes, at, value) =>
    replaceText(bytes, /"[a-z_]+"/g, ['"root"', '"x"', '"version"', '""'][at % 4] ?? '', value),
  () => new TextEncoder().encode('<html><body>Not here</body></html>'),
];

/** Puts a text in the place of one of the matches. */
function replaceText(bytes: Bytes, pattern: RegExp, by: string, which: number): Bytes {
  const text = new TextDecoder().decode(bytes);
  const matches = [...text.matchAll(pattern)];
  const match = matches[which % Math.max(matches.length, 1)];
  if (match === undefined) return bytes;
  return new TextEncoder().encode(
    text.slice(0, match.index) + by + text.slice(match.index + match[0].length),
  );
}

const damage = fc.record({ kind: fc.nat(DAMAGES.length - 1), at: fc.nat(5000), value: fc.nat(5000) });

const apply = (bytes: Bytes, { kind, at, value }: { kind: number; at: number; value: number }): Bytes =>
  bytes.length === 0 ? bytes : (DAMAGES[kind]?.(bytes, at, value) ?? bytes);

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The text that the signatures of a file are over. */
function messageOf(file: Bytes): string {
  const json = parseStrictJson(file);
  return textOf(canonicalJson(isJsonObject(json) ? json.get('signed') : null));
}

test('damaged metadata is read or refused, and never anything else', () => {
  const repository = new SignedRepository();
  repository.delegate('targets', { name: 'vendor', paths: ['*'] });
  Object.assign(repository.timestamp, { 'x-heads': { a: { stable: '1', withdrawn: ['2'] } }, 'x-root': 1 });
  repository.release('vendor', 'targets');
  const parsers: readonly (readonly [string, SignedParser<unknown>])[] = [
    ['root', parseRoot],
    ['timestamp', parseTimestamp],
    ['snapshot', parseSnapshot],
    ['targets', parseTargets],
  ];
  fc.assert(
    fc.property(fc.nat(3), fc.array(damage, { minLength: 1, maxLength: 4 }), (which, damages) => {
      const [role, parser] = parsers[which] ?? ['root', parseRoot];
      const bytes = damages.reduce(apply, repository.latest(role) ?? new Uint8Array());
      const refusal = refusalOf(() => parseEnvelope(bytes, role, parser));
      expect(refusal === undefined || refusal instanceof VerificationError).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

/** What happens to a repository, to the network and to time. */
type Event =
  | { readonly kind: 'release' | 'resign' | 'root' | 'stranger' | 'restart' | 'swap' }
  | { readonly kind: 'rotate'; readonly role: 'root' | 'timestamp' | 'snapshot' | 'targets' }
  | { readonly kind: 'older'; readonly role: string; readonly version: number }
  | {
      readonly kind: 'damage';
      readonly path: number;
      readonly how: { kind: number; at: number; value: number };
    }
  | { readonly kind: 'days'; readonly days: number };

const role = fc.constantFrom('root', 'timestamp', 'snapshot', 'targets');
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('release', 'resign', 'root') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('stranger', 'restart', 'swap') }) },
  fc.record({
    kind: fc.constant('rotate'),
    role: fc.constantFrom('root', 'timestamp', 'snapshot', 'targets'),
  }),
  fc.record({ kind: fc.constant('older'), role, version: fc.integer({ min: 1, max: 6 }) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('damage'), path: fc.nat(4), how: damage }) },
  fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 12 }) }),
);

/** A repository and its enemies: it remembers what its owner really signed. */
class Story {
  readonly repository = new SignedRepository();
  readonly honest = new Set<string>();
  readonly contents = new Set<string>();
  readonly client: TestClient;
  days = 0;
  hasRotated = false;
  #damaged: { path: number; how: { kind: number; at: number; value: number } } | undefined;
  #isSwapped = false;

  constructor() {
    this.#remember('root', 'targets', 'snapshot', 'timestamp');
    this.repository.addTarget('targets', 'a.json', this.#content());
    this.#publish('targets', 'snapshot', 'timestamp');
    this.client = clientOf(this.repository, {
      fetch: async (path) => this.#onTheWay(path, this.repository.serve(path)),
    });
  }

  get now(): { now?: Date } {
    return inDays(this.days);
  }

  happen(event: Event): void {
    const { repository } = this;
    this.#damaged = undefined;
    this.#isSwapped = false;
    switch (event.kind) {
      case 'release':
        repository.addTarget('targets', 'a.json', this.#content());
        for (const draft of [repository.targets, repository.snapshot, repository.timestamp]) {
          draft.expires = daysLater(this.days + 30);
        }
        return this.#publish('targets', 'snapshot', 'timestamp');
      case 'resign':
        repository.timestamp.expires = daysLater(this.days + 14);
        return this.#publish('timestamp');
      case 'root':
        repository.root.expires = daysLater(this.days + 60);
        return this.#publish('root');
      case 'rotate':
        return this.#rotate(event.role);
      case 'stranger':
        return this.#asStranger(repository.timestamp.version);
      case 'restart':
        return this.#asStranger(0);
      case 'older': {
        const bytes = repository.published.get(event.role)?.get(event.version);
        if (bytes !== undefined) repository.serveAs(event.role, event.version, bytes);
        return;
      }
      case 'swap':
        this.#isSwapped = true;
        return;
      case 'damage':
        this.#damaged = event;
        return;
      case 'days':
        this.days += event.days;
    }
  }

  #rotate(rotated: 'root' | 'timestamp' | 'snapshot' | 'targets'): void {
    const before = this.repository.signers.get(rotated) ?? [];
    this.repository.rotateKeys(rotated);
    const after = this.repository.signers.get(rotated) ?? [];
    // A new root needs the signatures of the old keys too.
    if (rotated === 'root') this.repository.signers.set('root', [...before, ...after]);
    else this.hasRotated = true;
    this.#publish('root', 'targets', 'snapshot', 'timestamp');
  }

  /** Somebody without keys publishes everything anew, with malware. The owner's own drafts stay as they were. */
  #asStranger(timestampVersion: number): void {
    const { root, timestamp, snapshot, targets, signers } = this.repository;
    const drafts = [root, timestamp, snapshot, targets].map(
      (draft) => [draft, structuredClone(draft)] as const,
    );
    const honest = new Map(signers);
    for (const name of honest.keys()) signers.set(name, [testKey('stranger')]);
    timestamp.version = timestampVersion;
    this.repository.addTarget('targets', 'a.json', 'malware');
    this.repository.publish('root', 'targets', 'snapshot', 'timestamp');
    for (const [name, keys] of honest) signers.set(name, keys);
    for (const [draft, before] of drafts) Object.assign(draft, before);
  }

  #content(): string {
    const content = `content ${this.contents.size}`;
    this.contents.add(content);
    return content;
  }

  #publish(...roles: string[]): void {
    this.repository.publish(...roles);
    this.#remember(...roles);
  }

  #remember(...roles: string[]): void {
    for (const name of roles) this.honest.add(messageOf(this.repository.latest(name) ?? new Uint8Array()));
  }

  #onTheWay(path: string, answer: FetchAnswer): FetchAnswer {
    if (answer.kind !== 'found') return answer;
    if (this.#isSwapped)
      return { kind: 'found', bytes: this.repository.latest('targets') ?? new Uint8Array() };
    const isHit = this.#damaged !== undefined && path.length % 5 === this.#damaged.path;
    return isHit && this.#damaged ? { kind: 'found', bytes: apply(answer.bytes, this.#damaged.how) } : answer;
  }
}

/** What a download may end with beside content. Malware is not among them. */
const ALL_REFUSALS: ReadonlySet<string> = new Set<VerificationCode>([
  'json-invalid',
  'json-duplicate-key',
  'json-too-large',
  'metadata-invalid',
  'spec-version-unsupported',
  'threshold-not-met',
  'version-mismatch',
  'rolled-back',
  'role-disappeared',
  'role-not-listed',
  'expired',
  'length-mismatch',
  'hash-mismatch',
  'too-large',
  'not-found',
  'target-unknown',
]);

test('whatever happens, a client trusts only what the owner signed, and never an older state', async () => {
  const got = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(event, fc.boolean()), { minLength: 1, maxLength: 14 }),
      async (events) => {
        const story = new Story();
        let before = new Map<string, number>();
        for (const [happening, isFast] of events) {
          story.happen(happening);
          if (isFast) await codeOf(() => story.client.fastCheck(story.now));
          else await story.client.outcome(story.now);
          const text = await story.client.download('a.json', story.now);
          const isContent = text.startsWith('content');
          expect(isContent ? story.contents : ALL_REFUSALS).toContain(text);
          got.set(isContent ? 'content' : text, (got.get(isContent ? 'content' : text) ?? 0) + 1);

          const after = new Map<string, number>();
          for (const [name, bytes] of story.client.store.files) {
            if (!name.endsWith('.json')) continue;
            expect(story.honest.has(messageOf(bytes))).toBe(true);
            after.set(name, story.client.store.version(name.slice(0, -5)) ?? 0);
          }
          if (!story.hasRotated) {
            for (const [name, version] of before)
              expect(after.get(name) ?? 0).toBeGreaterThanOrEqual(version);
          }
          before = after;
        }
      },
    ),
    { numRuns: 150 },
  );
  // The story is worth telling only when much of it ends well and much does not.
  expect(got.get('content')).toBeGreaterThan(100);
  expect(got.size).toBeGreaterThan(4);
});
