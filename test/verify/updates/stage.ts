import { canonicalJson } from '../../../scripts/verify/canonical-json.ts';
import { isJsonObject, parseStrictJson } from '../../../scripts/verify/strict-json.ts';
import { memoryStore } from '../fixtures/memory-store.ts';
import { daysLater, SignedRepository } from '../fixtures/signed-repository.ts';
import type { TestKey } from '../fixtures/test-key.ts';
import { playStep, type StepPlan } from './play.ts';
import {
  idOf,
  type UpdateVectors,
  type VectorCase,
  type VectorFile,
  type VectorResult,
  type VectorStep,
} from './vector.ts';

/** A story: the repository changes, the client acts and is told what the author of the story expects. */
export interface Story {
  readonly name: string;
  readonly reason: string;
  readonly play: (stage: Stage) => Promise<void>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** The file that our repositories write: nothing between the brackets (`formats.md`, section 3). */
export const compactFile = (signedText: string, signers: readonly TestKey[]): Bytes => {
  const signatures = signers.map((key) => key.sign(encode(signedText)));
  return encode(`{"signatures":${JSON.stringify(signatures)},"signed":${signedText}}`);
};

/** A repository whose files are laid out as ours are. */
export class CompactRepository extends SignedRepository {
  override sign(role: string, signers: readonly TestKey[] = this.signers.get(role) ?? []): Bytes {
    return compactFile(this.signedText(role), signers);
  }

  /** Canonical `signed` of the draft of a role. */
  signedText(role: string): string {
    const file = parseStrictJson(super.sign(role, []));
    return new TextDecoder().decode(canonicalJson(isJsonObject(file) ? file.get('signed') : undefined));
  }
}

/** What a step may differ in. */
export interface StepOptions {
  /** Days after the start of the repository. */
  readonly days?: number;
  readonly expiry?: 'inform';
  readonly etags?: true;
  readonly damage?: Readonly<Record<string, Bytes | null>>;
  /** Paths that the source cannot deliver. */
  readonly fails?: readonly string[];
}

/** One client and one repository; every action becomes a step of the vector. */
export class Stage {
  readonly repository = new CompactRepository();
  readonly steps: VectorStep[] = [];
  readonly #files: Map<string, Bytes>;
  readonly #used: Set<string>;
  readonly #store = memoryStore();

  constructor(files: Map<string, Bytes>, used: Set<string>) {
    this.#files = files;
    this.#used = used;
    this.trust(this.repository.firstRoot);
  }

  /** Files that are served beside what the repository published. */
  readonly extra = new Map<string, Bytes>();

  #firstRoot: Bytes | undefined;

  /** The root that the client is given. */
  trust(root: Bytes): void {
    this.#firstRoot = root;
  }

  /** The full workflow; expects `accepted` or the code of a refusal. */
  refresh(expected: string, options: StepOptions = {}): Promise<void> {
    return this.#act({ action: 'refresh' }, expected, options);
  }

  /** The full workflow, or what is trusted already where an edge of a CDN lags behind. */
  refreshOrKeep(expected: string, options: StepOptions = {}): Promise<void> {
    return this.#act({ action: 'refresh-or-keep' }, expected, options);
  }

  /** The full workflow and a document; expects its text or the code of a refusal. */
  document(name: string, expected: string, options: StepOptions = {}): Promise<void> {
    return this.#act({ action: 'document', name }, expected, options);
  }

  /** The fast check; expects `current unchanged`, a reason, `expired`, … */
  fastCheck(expected: string, options: StepOptions = {}): Promise<void> {
    return this.#act({ action: 'fast-check' }, expected, options);
  }

  /** Serves raw text as `signed` of a role, signed by its signers. */
  serveSigned(role: string, version: number, signedText: string): void {
    this.repository.serveAs(role, version, compactFile(signedText, this.repository.signers.get(role) ?? []));
  }

  async #act(
    what: Pick<StepPlan, 'action' | 'name'>,
    expected: string,
    { days = 0, expiry, etags, damage = {}, fails = [] }: StepOptions,
  ): Promise<void> {
    const given = this.#firstRoot === undefined ? {} : { 'root.json': this.#firstRoot };
    this.#firstRoot = undefined;
    const changes = Object.entries({ ...given, ...damage });
    const plan: StepPlan = {
      ...what,
      now: daysLater(days),
      expiry: expiry ?? 'enforce',
      files: { ...this.#served(), ...Object.fromEntries(fails.map((path) => [`!${path}`, 'status 500'])) },
      ...(etags === undefined ? {} : { etags }),
      ...(changes.length === 0
        ? {}
        : { damage: Object.fromEntries(changes.map(([name, bytes]) => [name, bytes && this.#keep(bytes)])) }),
    };
    const step = await playStep(plan, this.#files, this.#store);
    const told = summaryOf(step.result);
    if (told !== expected)
      throw new Error(`step ${this.steps.length + 1}: expected ${expected}, got ${told}`);
    // What nobody asked for tells nothing, and would only make the table long.
    const asked = Object.entries(step.files).filter(([path]) =>
      step.requests.includes(path.replace(/^!/, '')),
    );
    for (const [, id] of [...asked, ...Object.entries(step.damage ?? {})])
      if (id !== null) this.#used.add(id);
    this.steps.push({ ...step, files: Object.fromEntries(asked) });
  }

  #served(): Record<string, string> {
    const served = new Map<string, Bytes>([...this.repository.files]);
    for (const [role, versions] of this.repository.published) {
      const name = `${encodeURIComponent(role)}.json`;
      for (const [version, bytes] of versions) served.set(`metadata/${version}.${name}`, bytes);
      const latest = this.repository.latest(role);
      if (latest) served.set(`metadata/${name}`, latest);
    }
    for (const [path, bytes] of this.extra) served.set(path, bytes);
    const ids = [...served].map(([path, bytes]) => [path, this.#keep(bytes)] as const);
    return Object.fromEntries(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #keep(bytes: Bytes): string {
    const id = idOf(bytes);
    this.#files.set(id, bytes);
    return id;
  }
}

function summaryOf(result: VectorResult): string {
  if ('refused' in result) return result.refused;
  if ('document' in result) return result.document;
  if ('accepted' in result) return ['accepted', ...result.expired].join(' ');
  return [result.check, result.source ?? result.reason ?? result.code]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Plays stories with the TypeScript client and writes down what happened. */
export async function recordStories(stories: readonly Story[]): Promise<UpdateVectors> {
  const files = new Map<string, Bytes>();
  const used = new Set<string>();
  const cases: VectorCase[] = [];
  for (const { name, reason, play } of stories) {
    const stage = new Stage(files, used);
    try {
      await play(stage);
    } catch (cause) {
      throw new Error(`${name} (${reason}): ${String(cause)}`, { cause });
    }
    cases.push({ name, reason, steps: stage.steps });
  }
  const kept = [...files].flatMap(([id, bytes]) => (used.has(id) ? [[id, writtenDown(bytes)] as const] : []));
  return {
    title:
      'Stories of a repository and a client (TUF 1.0.34, section 5; formats.md, section 3). Every reader gives these results.',
    files: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))),
    cases,
  };
}

function writtenDown(bytes: Bytes): VectorFile {
  const text = new TextDecoder().decode(bytes);
  const first = text.slice(0, 1);
  if (bytes.length > 20_000 && text === first.repeat(bytes.length))
    return { repeat: first, times: bytes.length };
  const isText = Buffer.from(text).equals(bytes) && !text.startsWith('\uFEFF');
  return isText ? text : { base64: Buffer.from(bytes).toString('base64') };
}
