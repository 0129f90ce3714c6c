/**
 * The channels that an infobase takes releases from: its own and all more stable ones.
 *
 * @param channels the publisher's channels, the most stable first
 * @param wanted the least stable channel that the user wants; one that the publisher does not have counts as the
 *   most stable one, so that a name out of date never brings somebody a beta
 */
export const admittedChannels = (channels: readonly string[], wanted: string): readonly string[] =>
  channels.slice(0, Math.max(0, channels.indexOf(wanted)) + 1);
