/** A command that prints the SHA-256 of a downloaded file, and where it works. */
export interface HashCommand {
  readonly system: string;
  readonly command: string;
}

/**
 * The commands for `file`. The name comes from a vendor and people will paste it into a shell, so it is quoted as
 * PowerShell and POSIX shells quote: inside single quotes nothing is special but the quote itself. `./` keeps a name
 * that begins with a dash from being an option.
 */
export const hashCommands = (file: string): readonly HashCommand[] => [
  {
    system: 'Windows (PowerShell)',
    command: `Get-FileHash -Algorithm SHA256 -LiteralPath '${file.replaceAll(/['‘’‚‛]/g, '$&$&')}'`,
  },
  { system: 'Linux', command: `sha256sum './${posixQuoted(file)}'` },
  { system: 'macOS', command: `shasum -a 256 './${posixQuoted(file)}'` },
];

const posixQuoted = (text: string): string => text.replaceAll("'", String.raw`'\''`);
