import type { PublishedFile } from './catalog-build.ts';
import { encodeDocument } from './encode-document.ts';
import type {
  PreparedAgreement,
  PreparedBuild,
  PreparedExtension,
  PreparedRelease,
} from './prepared-extension.ts';

/** Every file that the documents of one extension name. */
export const filesOf = ({ entry, agreements, releases }: PreparedExtension): PublishedFile[] => [
  ...agreements.map((agreement) => agreementFile(entry.id, agreement)),
  ...releases.flatMap((release) => release.builds.flatMap((build) => filesOfBuild(entry.id, release, build))),
];

const agreementFile = (id: string, { locale, bytes, pin }: PreparedAgreement): PublishedFile => ({
  path: `files/${id}/eula.${locale}.md`,
  kind: 'agreement',
  ...pin,
  read: async () => bytes,
});

function filesOfBuild(
  id: string,
  { entry, release }: PreparedRelease,
  prepared: PreparedBuild,
): PublishedFile[] {
  const { build, passport } = prepared;
  const path = `files/${id}/${release.version.text}/${build.file}`;
  const artifact = entry.artifacts.get(build.file);
  const { length, sha256 } = build;
  const files: PublishedFile[] = [];
  // A build with addresses of its own lies there; the index only pins it.
  if (build.urls.length === 0) {
    files.push({ path, kind: 'artifact', length, sha256, ...(artifact && { read: artifact.read }) });
  }
  if (passport) {
    const read = async (): Promise<Uint8Array> => encodeDocument(passport.value);
    files.push({ path: `${path}.passport.json`, kind: 'passport', ...passport.pin, read });
  }
  return files;
}
