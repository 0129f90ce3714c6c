import type { BuildDocument } from '../../scripts/model/documents.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import type { FileName } from './address.ts';
import type { Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import { outsideAddress } from './outside-address.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';
import { exactSizeText, sizeText } from './size-text.ts';

/** Versions of one configuration that a file fits. */
export interface FittingConfiguration {
  readonly title: string;
  readonly versions: string;
  /** Newest version that the vendor tried. */
  readonly tested?: string;
}

/** One file of a release as a page shows it. */
export interface BuildFileView {
  readonly file: string;
  readonly href: string;
  /** Further addresses where the same bytes lie. */
  readonly mirrors: readonly Link[];
  readonly size: string;
  /** To the byte. */
  readonly exactSize: string;
  readonly sha256: string;
  readonly exclusive: boolean;
  readonly isProtected: boolean;
  readonly configurations: readonly FittingConfiguration[];
}

/** Where a file belongs, and the configurations that pages can name. */
export interface BuildContext {
  readonly id: string;
  readonly version: string;
  readonly configurations: readonly Configuration[];
}

/** What a page says of one file. Without usable `urls` it lies in the repository (`formats.md`, section 2). */
export function buildFileView(build: BuildDocument, context: BuildContext, reader: Reader): BuildFileView {
  const [href, ...mirrors] = fileAddresses(build, { ...context, file: build.file }, reader);
  return {
    file: build.file,
    href,
    mirrors: mirrors.map((mirror) => ({ text: new URL(mirror).host, href: mirror })),
    size: sizeText(build.length, reader.locale),
    exactSize: exactSizeText(build.length, reader.locale),
    sha256: build.sha256,
    exclusive: build.exclusive === true,
    isProtected: build.unlock !== undefined,
    configurations: build.configurations.map((fit) => ({
      title: configurationName(fit.name ?? '', context.configurations, reader).title,
      versions: rangeText(fit.version, reader),
      ...(fit.tested === undefined ? {} : { tested: fit.tested }),
    })),
  };
}

function fileAddresses(build: BuildDocument, name: FileName, reader: Reader): [string, ...string[]] {
  const [first, ...rest] = (build.urls ?? [])
    .map((url) => outsideAddress(url))
    .filter((url) => url !== undefined);
  return first === undefined ? [reader.address.file(name)] : [first, ...rest];
}
