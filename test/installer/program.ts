import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createPlatform,
  loadModules,
  type JsValue,
  type ModuleSource,
  type PlatformOptions,
  type Program,
} from '../onec/index.ts';
import { BinaryData } from '../onec/platform/binary/binary-data.ts';

/** Folder of the modules that both products of the 1C side are assembled from. */
export const CORE: string = path.resolve(import.meta.dirname, '../../installer/core');

const texts = new Map<string, string>();

/** Names of all core modules, sorted. */
export const coreNames: readonly string[] = readdirSync(CORE)
  .filter((name) => name.endsWith('.bsl'))
  .map((name) => name.slice(0, -'.bsl'.length))
  .sort();

/** A core module as a common module of the server. */
export function coreModule(name: string): ModuleSource {
  const text = texts.get(name) ?? readFileSync(path.join(CORE, `${name}.bsl`), 'utf8');
  texts.set(name, text);
  return { name, text };
}

/** What a test changes about the world of the modules it loads. */
export interface CoreOptions {
  readonly platform?: PlatformOptions;
  /** Modules that stand in for core modules of the same name, or beside them. */
  readonly stubs?: readonly ModuleSource[];
}

/** Loads core modules and every core module that they call. */
export function loadCore(names: readonly string[], options: CoreOptions = {}): Program {
  const sources = new Map((options.stubs ?? []).map((source) => [source.name, source]));
  const waiting = [...names, ...[...sources.values()].flatMap(mentionedBy)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (sources.has(name)) continue;
    const source = coreModule(name);
    sources.set(name, source);
    waiting.push(...mentionedBy(source));
  }
  return loadModules([...sources.values()], createPlatform(options.platform));
}

const mentionedBy = ({ text }: ModuleSource): string[] => [
  ...new Set(
    [...withoutComments(text).matchAll(/(?<![\p{L}\p{N}_.])(Выпуск[\p{L}\p{N}_]+)\./gu)]
      .map(([, name = '']) => name)
      .filter((name) => coreNames.includes(name)),
  ),
];

/** The text of a module without its comments and without what stands in quotes. */
export const withoutComments = (text: string): string =>
  text.replace(/"(?:[^"]|"")*"|\/\/.*$/gm, (part) => (part.startsWith('"') ? '""' : ''));

/** `ДвоичныеДанные` of bytes, or of a text in UTF-8. */
export const data = (content: Uint8Array | string): BinaryData =>
  new BinaryData(Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content));

/** Bytes of a value that a module returned; undefined for anything but `ДвоичныеДанные`. */
export const bytesOf = (value: JsValue): Uint8Array | undefined =>
  value instanceof BinaryData ? value.bytes : undefined;
