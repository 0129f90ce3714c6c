import type { InstallerTexts } from './installer-texts.ts';

/** The page of the installer in English. */
export const INSTALLER_EN: InstallerTexts = {
  title: 'Extension installer',
  description: 'An external data processor that finds, verifies and installs extensions by itself.',
  lead: (publisher) =>
    `An external data processor for 1C. It finds out your configuration and versions, shows what fits your infobase, verifies signatures and installs. It was made for the publisher “${publisher}” and trusts nobody else.`,
  offer: {
    title: 'Easier with the installer',
    text: 'It recognises your configuration, picks the file, verifies the signature and takes the steps listed below.',
  },
  about: 'About the installer, and its checksum',
  downloadBuilt: (version, size) => `Download the installer ${version}, ${size}`,
  downloadSources: (version, size) => `Download the installer’s sources ${version}, ${size}`,
  sourcesOnly:
    'The publisher has not put up a built processor (.epf). One Designer command builds it from the sources; README.md in the archive has it.',
  use: 'Three steps',
  useSteps: [
    { title: 'Copy the infobase', text: 'Try the first installation on the copy.' },
    {
      title: 'Open the file in 1C',
      text: 'Main menu → “File” → “Open…” («Файл» → «Открыть…»), as a user with full rights. Safe mode has to be off for this processor.',
    },
    {
      title: 'Choose an extension and press “Install” («Установить»)',
      text: 'What does not fit is shown together with the reason. For a paid extension enter the key on the first page.',
    },
  ],
  files: 'Files and checksums',
  forms: {
    installer: { built: 'Installer, ready to open', sources: 'Installer, sources' },
    update: { built: 'Auto-update, a ready extension', sources: 'Auto-update, sources' },
  },
  version: 'Version',
  manual: 'The installer’s manual: unattended, in closed networks, when an extension is in the way',
  updateManual: 'Auto-update: how extensions update themselves',
  unverified: 'The installer has not been tried on a live 1C platform yet: copy the infobase first.',
};
