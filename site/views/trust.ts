import type { PublisherDocument } from '../../scripts/model/documents.ts';
import type { Root, TopLevelRole } from '../../scripts/verify/metadata.ts';
import { dateText } from './date-text.ts';
import type { Reader } from './reader.ts';
import { pythonTufProgram, tufJsProgram } from './verification-programs.ts';

/** A role as the trust page shows it. */
export interface RoleRow {
  readonly role: TopLevelRole;
  readonly meaning: string;
  readonly threshold: string;
  readonly keyids: readonly string[];
}

/** A key as the trust page shows it. */
export interface KeyRow {
  readonly keyid: string;
  readonly publicKey: string;
  readonly usedBy: readonly TopLevelRole[];
}

/** The root of trust, in words. */
export interface RootView {
  readonly version: string;
  readonly expires: string;
  readonly href: string;
  readonly roles: readonly RoleRow[];
  readonly keys: readonly KeyRow[];
}

/** A program of somebody else that verifies the repository. */
export interface VerificationProgram {
  readonly title: string;
  readonly code: string;
}

/** The whole trust page. */
export interface TrustView {
  /** Absent until somebody makes keys. */
  readonly root?: RootView;
  readonly programs: readonly VerificationProgram[];
}

/** What the trust page shows. */
export function trustView(root: Root | undefined, publisher: PublisherDocument, reader: Reader): TrustView {
  const words = reader.texts.trust;
  return {
    ...(root === undefined ? {} : { root: rootView(root, reader) }),
    programs: [
      { title: words.verifyTufJs, code: tufJsProgram(publisher.url) },
      { title: words.verifyPython, code: pythonTufProgram(publisher.url) },
    ],
  };
}

/** Order in which people should read them: from what is rarely touched to what is signed every day. */
const SHOWN_ROLES: readonly TopLevelRole[] = ['root', 'targets', 'snapshot', 'timestamp'];

/** Whom the newest root trusts with what. */
function rootView(root: Root, reader: Reader): RootView {
  const words = reader.texts.trust;
  return {
    version: words.rootVersion(root.version),
    expires: words.rootExpires(dateText(root.expires, reader.locale)),
    href: reader.address.asset(`metadata/${root.version}.root.json`),
    roles: SHOWN_ROLES.map((role) => ({
      role,
      meaning: words.roleMeaning[role],
      threshold: words.threshold(root.roles[role].threshold, root.roles[role].keyids.length),
      keyids: root.roles[role].keyids,
    })),
    keys: [...root.keys].map(([keyid, key]) => ({
      keyid,
      publicKey: key.keyval.public,
      usedBy: SHOWN_ROLES.filter((role) => root.roles[role].keyids.includes(keyid)),
    })),
  };
}
