/** One run of `1cv8`. */
export interface PlatformStep {
  readonly name:
    'create-infobase' | 'load-processor' | 'load-extension' | 'update-extension' | 'save-extension';
  readonly args: readonly string[];
  /** Where `/Out` writes. */
  readonly log: string;
  /** The file that the step must leave. */
  readonly makes?: string;
}

/** Places of a build; all are absolute and belong to this build alone. */
export interface BuildPlaces {
  /** Folder of the temporary infobase. */
  readonly infobase: string;
  /** Folder of the unpacked dump. */
  readonly sources: string;
  readonly log: string;
  /** The `.epf` or `.cfe` to make. */
  readonly product: string;
}

/** An empty file infobase: types of an external processor are resolved against it (platform-1c.md, section 7.2). */
const createInfobase = ({ infobase, log }: BuildPlaces): PlatformStep => ({
  name: 'create-infobase',
  args: ['CREATEINFOBASE', `File=${infobase}`, '/Out', log],
  log,
});

const designer = ({ infobase, log }: BuildPlaces, ...work: readonly string[]): readonly string[] => [
  ...['DESIGNER', '/F', infobase, '/DisableStartupDialogs'],
  ...work,
  ...['/Out', log],
];

/** Sources → `.epf`. The first argument is the root file, not the folder (platform-1c.md, section 8). */
export const processorSteps = (places: BuildPlaces, rootFile: string): readonly PlatformStep[] => [
  createInfobase(places),
  {
    name: 'load-processor',
    args: designer(places, '/LoadExternalDataProcessorOrReportFromFiles', rootFile, places.product),
    log: places.log,
    makes: places.product,
  },
];

/**
 * Sources → `.cfe`. Loading and updating are two runs: one combined run sometimes fails on a new infobase
 * (platform-1c.md, section 8). Updating proves that the extension applies to a configuration with nothing in it.
 */
export const extensionSteps = (places: BuildPlaces, name: string): readonly PlatformStep[] => [
  createInfobase(places),
  {
    name: 'load-extension',
    args: designer(places, '/LoadConfigFromFiles', places.sources, '-Extension', name),
    log: places.log,
  },
  {
    name: 'update-extension',
    args: designer(places, '/UpdateDBCfg', '-Extension', name),
    log: places.log,
  },
  {
    name: 'save-extension',
    args: designer(places, '/DumpCfg', places.product, '-Extension', name),
    log: places.log,
    makes: places.product,
  },
];
