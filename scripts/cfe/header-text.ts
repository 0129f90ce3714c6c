import { quotedText } from './brace-writer.ts';
import type { LocalizedMap } from './facts.ts';
import { NIL_GUID } from './guid.ts';

/** What a metadata header is written from. */
export interface HeaderToWrite {
  readonly uuid: string;
  readonly name: string;
  readonly synonym?: LocalizedMap | undefined;
  readonly comment?: string;
  /** Uuid of the extended object; `NIL_GUID` for an adopted object that was never bound to one. */
  readonly extends?: string | undefined;
  /** Properties that an adopted object controls, as pairs `guid,state`. */
  readonly controlled?: readonly string[];
}

/** Property that adopted objects have recorded in all platform files: the name. */
const NAME_PROPERTY = '9595ddd6-e72c-47ad-a156-672db811628c,2';

/** A metadata header of version 3 as brace text. */
export function headerText(header: HeaderToWrite): string {
  const { uuid, name, synonym = {}, comment = '', extends: base, controlled = [NAME_PROPERTY] } = header;
  const properties = base === undefined ? [] : controlled;
  const adoption = [
    base === undefined ? '0' : '1',
    properties.length,
    ...properties,
    base ?? NIL_GUID,
    0,
  ].join(',');
  return `{3,{1,0,${uuid}},${quotedText(name)},${localizedText(synonym)},${quotedText(comment)},${adoption}}`;
}

/** Localised text as brace text. */
export function localizedText(texts: LocalizedMap): string {
  const pairs = Object.entries(texts).flatMap(([language, text]) => [quotedText(language), quotedText(text)]);
  return `{${[pairs.length / 2, ...pairs].join(',')}}`;
}

/** Controlled properties of an adopted object with modules: the name recorded, each module changed. */
export const controlledModules = (modules: readonly string[]): readonly string[] => [
  NAME_PROPERTY,
  ...modules.map((property) => `${property},3`),
];
