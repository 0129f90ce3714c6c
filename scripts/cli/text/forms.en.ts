import type { FormsText } from './forms.ru.ts';

/** What `forms` says, in English. */
export const FORMS_EN: FormsText = {
  help: {
    summary:
      'managed forms without a 1C platform: which of their XML is written byte for byte as a platform does',
    compare:
      'find forms in a folder and the files built from them, and compare: equal means every byte of the form, differs how many places are not, refused why a form is not written',
    folder: 'folder with an XML dump and the .cfe, .epf, .erf or .cf files built from it',
  },
  comparing: 'Comparing forms',
  noPairs: (folder) =>
    `${folder} holds no pair: a form Ext/Form.xml with its description, and a .cfe, .epf, .erf or .cf that has it`,
  unreadable: (file, message) => `! ${file}: ${message}\n`,
  row: (verdict, form, binary) => `${verdict}  ${form}  (${binary})\n`,
  counts: ({ equal, differs, refused, unpaired }) =>
    `equal ${equal}, differs ${differs}, refused ${refused}; forms without a pair: ${unpaired}\n`,
};
