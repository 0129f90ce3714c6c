/** A step of a guide: what to do, and what to know while doing it. */
export interface StepText {
  readonly title: string;
  readonly text: string;
}

/** An error that people meet while installing, and its cure. */
export interface TroubleText {
  /** Part of the message by which people find it. */
  readonly message: string;
  readonly cure: string;
}

/** The installation guide: every step that a manifest may ask for. */
export interface InstallTexts {
  readonly fit: StepText;
  readonly platform: (range: string) => string;
  readonly ssl: (range: string) => string;
  readonly updateFrom: (range: string) => StepText;
  readonly copy: StepText;
  readonly download: StepText;
  readonly exclusive: StepText;
  readonly add: StepText;
  readonly safeModeOff: StepText;
  readonly safeModeOn: StepText;
  readonly securityProfile: (profile: string) => StepText;
  readonly protectionOff: StepText;
  readonly restart: StepText;
  readonly httpServices: StepText;
  readonly clientAccess: StepText;
  readonly troubles: string;
  /** What the guide is drawn from, and that nobody tried it on the platform. */
  readonly unverified: string;
  readonly troubleList: readonly TroubleText[];
}
