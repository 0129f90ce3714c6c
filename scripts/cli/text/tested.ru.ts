/** Что говорит `tested`, по-русски; английский той же формы. */
export const TESTED_RU = {
  help: {
    summary: 'записать, что самые новые выпуски проверены на версии конфигурации',
    trials: 'конфигурация и версия: БухгалтерияПредприятия=3.0.175.5; можно несколько',
    extension: 'только это расширение; можно повторить',
    widen: 'если диапазон версию не допускает, расширить его до конца ее линии (3.1.2.5 → <3.2)',
    dryRun: 'показать, что изменится, и ничего не записывать',
  },
  badTrial: (word: string) => `«${word}» не разобрать: напишите, например, БухгалтерияПредприятия=3.0.175.5`,
  noConfiguration: (name: string, known: string) =>
    `конфигурации «${name}» нет в configurations.yaml; есть: ${known}`,
  noExtension: (id: string, known: string) => `расширения «${id}» нет; есть: ${known}`,
  known: (id: string, name: string, version: string) =>
    `${id}: уже проверено на ${name} ${version} или новее\n`,
  outside: (id: string, name: string, version: string) =>
    `${id}: ни один выпуск не допускает ${name} ${version}; расширить диапазон: vypusk tested ${name}=${version} --widen --extension ${id}\n`,
  nobody: (name: string) => `выпусков для ${name} нет\n`,
  dry: 'Ничего не записано (--dry-run).\n',
  done: 'Записано. Проверьте: vypusk check\n',
};

/** The same texts in another language. */
export type TestedText = typeof TESTED_RU;
