import { ANY_CONFIGURATION } from '../../scripts/model/any-configuration.ts';
import { compareText } from '../../scripts/model/problem.ts';
import type { CatalogDocument } from '../../scripts/model/documents.ts';
import { configurationName, type ConfigurationName } from './configuration-name.ts';
import type { Reader } from './reader.ts';
import { channelText } from './release-marks.ts';

/** A choice of a list. */
export interface FitChoice {
  readonly value: string;
  readonly text: string;
}

/** What the form «What fits me» lets people choose from. */
export interface FitQuestionView {
  readonly configurations: readonly ConfigurationName[];
  /** The most stable channel first; nothing to choose where there is but one. */
  readonly channels: readonly FitChoice[];
}

/** The lists of the form: every configuration that the publisher knows, by title. */
export function fitQuestion(catalog: CatalogDocument, reader: Reader): FitQuestionView {
  const made = catalog.extensions.flatMap(({ configurations }) => configurations.map(({ name }) => name));
  const names = new Set([...catalog.configurations.map(({ name }) => name), ...made]);
  // No configuration is called so: whoever has another one than those listed types its name.
  names.delete(ANY_CONFIGURATION);
  return {
    configurations: [...names]
      .map((name) => configurationName(name, catalog.configurations, reader))
      .toSorted((a, b) => compareText(a.title, b.title)),
    channels: catalog.publisher.channels.map((channel) => ({
      value: channel,
      text: channelText(channel, reader),
    })),
  };
}

/** Products that open something here: the page asks what fits, and whether it is paid for is another question. */
export const allProducts = ({ extensions }: CatalogDocument): readonly string[] =>
  [...new Set(extensions.flatMap(({ products }) => products ?? []))].toSorted(compareText);
