import type { ModuleSignDocument } from '../../scripts/model/migration-document.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';

/** What shows that a module is there, in words: `Расширение «ОбменСCRM», версии до 3.0`. */
export function signText(sign: ModuleSignDocument, reader: Reader): string {
  const words = reader.texts.migration;
  if ('subsystem' in sign) return words.subsystemSign(sign.subsystem);
  if ('object' in sign) return words.objectSign(sign.object);
  const named = words.extensionSign(sign.extension);
  return sign.versions === undefined
    ? named
    : `${named}, ${words.versions(rangeText(sign.versions, reader))}`;
}
