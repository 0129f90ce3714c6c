/** A method of a module: where it stands and where it runs. */
export interface ModuleMethod {
  readonly name: string;
  /** The outermost region around it. */
  readonly region: string;
  /** Word of the compilation directive, empty where there is none. */
  readonly directive: string;
  readonly isExported: boolean;
}

const METHOD = /^(?:Процедура|Функция)\s+([\p{L}\p{N}_]+)\([^)]*\)(\s+Экспорт)?/u;

/** Methods of a module whose lines begin as the standard has them: regions, directives and headings at the left. */
export function moduleMethods(text: string): ModuleMethod[] {
  const regions: string[] = [];
  const methods: ModuleMethod[] = [];
  let directive = '';
  for (const line of text.split('\n')) {
    const [, opened] = /^#Область\s+(\S+)/u.exec(line) ?? [];
    if (opened !== undefined) regions.push(opened);
    if (line.startsWith('#КонецОбласти')) regions.pop();
    if (line.startsWith('&')) directive = line.slice(1).trim();
    const [, name, exported] = METHOD.exec(line) ?? [];
    if (name === undefined) continue;
    methods.push({ name, region: regions[0] ?? '', directive, isExported: exported !== undefined });
    directive = '';
  }
  return methods;
}
