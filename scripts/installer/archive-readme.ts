import { PROCESSOR_NAME } from './assemble.ts';
import { plainLine } from './bsl-literal.ts';
import type { StampedPublisher } from './publisher-module.ts';

/** A name between signs that Markdown might read. */
const quoted = (text: string): string => plainLine(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');

const head = (title: string, { name, version, addresses }: StampedPublisher): string =>
  [
    `# ${title} ${version}`,
    '',
    `Издатель: ${quoted(name)}, ${addresses.map(quoted).join(', ')}`,
    '',
    'Корень доверия и адрес издателя уже внутри: готовый файл верит только ему.',
    'Нужны платформа 8.3.18 или новее и пустая файловая база (путь к ней — вместо `C:\\empty`).',
  ].join('\n');

/** The page in the archive of the data processor: how one command builds the `.epf`. In Russian, for administrators. */
export const processorReadme = (publisher: StampedPublisher): string =>
  `${head('Установщик расширений', publisher)}

Сборка одной командой, из этой папки:

    1cv8 DESIGNER /F C:\\empty /DisableStartupDialogs /LoadExternalDataProcessorOrReportFromFiles src\\${PROCESSOR_NAME}.xml ${PROCESSOR_NAME}.epf /Out build.log
`;

/** The page in the archive of the auto-update: how to build the `.cfe`, and that a vendor may merge it instead. */
export const extensionReadme = (publisher: StampedPublisher, name: string): string =>
  `${head('Автообновление', publisher)}

Расширение, за которым оно следит: ${quoted(publisher.extension)}

Сборка, из этой папки (первая команда загружает исходники, вторая сохраняет файл):

    1cv8 DESIGNER /F C:\\empty /DisableStartupDialogs /LoadConfigFromFiles src -Extension ${name} /Out load.log
    1cv8 DESIGNER /F C:\\empty /DisableStartupDialogs /DumpCfg ${name}.cfe -Extension ${name} /Out dump.log

Ставить его отдельно не обязательно: модули, форму и задание можно перенести в свое расширение
(раздел «Автообновление» в документации).
`;
