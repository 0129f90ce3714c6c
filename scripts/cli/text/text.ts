import type { Locale } from '../../model/text.ts';
import { ADD_EN } from './add.en.ts';
import { ADD_RU, type AddText } from './add.ru.ts';
import { CONFIGURATION_EN } from './configuration.en.ts';
import { CONFIGURATION_RU, type ConfigurationText } from './configuration.ru.ts';
import { FORMS_EN } from './forms.en.ts';
import { FORMS_RU, type FormsText } from './forms.ru.ts';
import { GITHUB_EN } from './github.en.ts';
import { GITHUB_RU, type GithubText } from './github.ru.ts';
import { HELP_EN } from './help.en.ts';
import { HELP_RU, type HelpText } from './help.ru.ts';
import { IMPORT_EN } from './import.en.ts';
import { IMPORT_RU, type ImportText } from './import.ru.ts';
import { INIT_EN } from './init.en.ts';
import { INIT_RU, type InitText } from './init.ru.ts';
import { INSPECT_EN } from './inspect.en.ts';
import { INSPECT_RU, type InspectText } from './inspect.ru.ts';
import { INSTALLER_EN } from './installer.en.ts';
import { INSTALLER_RU, type InstallerText } from './installer.ru.ts';
import { KEYS_EN } from './keys.en.ts';
import { KEYS_RU, type KeysText } from './keys.ru.ts';
import { LICENSE_EN } from './license.en.ts';
import { LICENSE_RU, type LicenseText } from './license.ru.ts';
import { MESSAGES_EN } from './messages.en.ts';
import { MESSAGES_RU, type MessageText } from './messages.ru.ts';
import { STATISTICS_EN } from './statistics.en.ts';
import { STATISTICS_RU, type StatisticsText } from './statistics.ru.ts';
import { SUBMIT_EN } from './submit.en.ts';
import { SUBMIT_RU, type SubmitText } from './submit.ru.ts';
import { PUBLISH_EN } from './publish.en.ts';
import { PUBLISH_RU, type PublishText } from './publish.ru.ts';
import { TESTED_EN } from './tested.en.ts';
import { TESTED_RU, type TestedText } from './tested.ru.ts';
import { VENDOR_EN } from './vendor.en.ts';
import { VENDOR_RU, type VendorText } from './vendor.ru.ts';

/** Everything that the command line says by itself, in one language. */
export interface CliText {
  readonly help: HelpText;
  readonly message: MessageText;
  readonly add: AddText;
  readonly configuration: ConfigurationText;
  readonly forms: FormsText;
  readonly github: GithubText;
  readonly import: ImportText;
  readonly init: InitText;
  readonly inspect: InspectText;
  readonly installer: InstallerText;
  readonly keys: KeysText;
  readonly license: LicenseText;
  readonly statistics: StatisticsText;
  readonly submit: SubmitText;
  readonly publish: PublishText;
  readonly tested: TestedText;
  readonly vendor: VendorText;
}

/** Both languages. */
export const CLI_TEXTS: Readonly<Record<Locale, CliText>> = {
  ru: {
    help: HELP_RU,
    message: MESSAGES_RU,
    add: ADD_RU,
    configuration: CONFIGURATION_RU,
    forms: FORMS_RU,
    github: GITHUB_RU,
    import: IMPORT_RU,
    init: INIT_RU,
    inspect: INSPECT_RU,
    installer: INSTALLER_RU,
    keys: KEYS_RU,
    license: LICENSE_RU,
    statistics: STATISTICS_RU,
    submit: SUBMIT_RU,
    publish: PUBLISH_RU,
    tested: TESTED_RU,
    vendor: VENDOR_RU,
  },
  en: {
    help: HELP_EN,
    message: MESSAGES_EN,
    add: ADD_EN,
    configuration: CONFIGURATION_EN,
    forms: FORMS_EN,
    github: GITHUB_EN,
    import: IMPORT_EN,
    init: INIT_EN,
    inspect: INSPECT_EN,
    installer: INSTALLER_EN,
    keys: KEYS_EN,
    license: LICENSE_EN,
    statistics: STATISTICS_EN,
    submit: SUBMIT_EN,
    publish: PUBLISH_EN,
    tested: TESTED_EN,
    vendor: VENDOR_EN,
  },
};
