import { signName } from '../../scripts/decide/conflict.ts';
import type { ExtensionDocument } from '../../scripts/model/documents.ts';
import type { MigrationHead } from '../../scripts/model/migration-document.ts';
import { chip, type Chip, type Link } from './chip.ts';
import { signText } from './module-sign.ts';
import type { Reader } from './reader.ts';

/** A module beside which an extension is not, or should not be, installed. */
export interface ConflictView {
  readonly module: string;
  readonly action: Chip;
  readonly reason: string;
  /** The guide for moving from that very module, where there is one. */
  readonly guide?: Link;
}

/** What a page says of other modules. */
export interface ModulesView {
  readonly conflicts: readonly ConflictView[];
  /** Guides for moving from modules that are not among the conflicts. */
  readonly guides: readonly Link[];
}

/** Conflicts in the order of the manifest, each with its guide, and the other guides. */
export function modulesView(document: ExtensionDocument, reader: Reader): ModulesView {
  const { conflicts = [], migrations = [] } = document;
  const words = reader.texts.migration;
  const linkTo = (head: MigrationHead): Link => ({
    text: words.guideLink(reader.say(head.title)),
    href: `${reader.address.extension(reader.locale, document.id)}migrate/${head.from}/`,
  });
  const named = new Set(conflicts.map(signName));
  return {
    conflicts: conflicts.map((conflict) => {
      const name = signName(conflict);
      const head = migrations.find(({ recognize }) => recognize.some((sign) => signName(sign) === name));
      return {
        module: signText(conflict, reader),
        action: chip(words.action[conflict.action], conflict.action === 'refuse' ? 'danger' : 'caution'),
        reason: reader.say(conflict.reason),
        ...(head && { guide: linkTo(head) }),
      };
    }),
    guides: migrations
      .filter(({ recognize }) => !recognize.some((sign) => named.has(signName(sign))))
      .map(linkTo),
  };
}
