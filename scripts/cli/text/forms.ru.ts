import type { FormCounts } from '../forms/form-counts.ts';

/** Что говорит `forms`, по-русски; английский той же формы. */
export const FORMS_RU = {
  help: {
    summary: 'управляемые формы без платформы 1С: что из их XML получается побайтно так же, как у платформы',
    compare:
      'найти в папке формы и собранные из них файлы и сравнить: equal — все байты формы те же, differs — сколько мест разных, refused — почему форма не пишется',
    folder: 'папка с выгрузкой в XML и с файлами .cfe, .epf, .erf или .cf, собранными из неё',
  },
  comparing: 'Сравниваю формы',
  noPairs: (folder: string) =>
    `в ${folder} нет пары: формы Ext/Form.xml с её описанием и файла .cfe, .epf, .erf или .cf, в котором она есть`,
  unreadable: (file: string, message: string) => `! ${file}: ${message}\n`,
  row: (verdict: string, form: string, binary: string) => `${verdict}  ${form}  (${binary})\n`,
  counts: ({ equal, differs, refused, unpaired }: FormCounts) =>
    `equal ${equal}, differs ${differs}, refused ${refused}; форм без пары: ${unpaired}\n`,
};

/** The same texts in another language. */
export type FormsText = typeof FORMS_RU;
