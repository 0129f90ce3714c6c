import { ANY_CONFIGURATION } from '../../scripts/model/any-configuration.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import type { Reader } from './reader.ts';

/** How a configuration is called on a page. */
export interface ConfigurationName {
  /** `Метаданные.Имя`. */
  readonly name: string;
  /** Title with the edition; the inner name where `configurations.yaml` does not know it. */
  readonly title: string;
}

/** The title of a configuration by its inner name. The edition is added only where the title does not say it. */
export function configurationName(
  name: string,
  known: readonly Configuration[],
  reader: Reader,
): ConfigurationName {
  if (name === ANY_CONFIGURATION) return { name, title: reader.texts.compatibility.every };
  const found = known.find((configuration) => configuration.name === name);
  if (found === undefined) return { name, title: name };
  const title = reader.say(found.title);
  if (found.edition === '' || title.includes(found.edition)) return { name, title };
  return { name, title: reader.texts.compatibility.edition(title, found.edition) };
}
