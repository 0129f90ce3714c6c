/** Help and messages of `vypusk installer`, in Russian; English has the same shape. */
export const INSTALLER_RU = {
  summary: 'собрать установщик и автообновление для 1С: исходники, а с платформой и готовые файлы',
  sources: 'папка с исходниками стороны 1С (по умолчанию: installer из этой программы)',
  trust: 'папка корневых метаданных (по умолчанию: releases/trust, затем metadata опубликованного)',
  out: 'папка опубликованного; файлы пишутся в её installer/',
  mirror: 'ещё один адрес хранилища, на случай если первый не отвечает; можно повторить',
  prefix: 'префикс имён 1С у автообновления (по умолчанию: код издателя)',
  extension: 'расширение, за которым следит автообновление (по умолчанию: единственное)',
  platform: 'папка с программой 1cv8: собрать ею .epf и .cfe',
  noPublisher: (releases: string) => `в ${releases} нет издателя: vypusk check скажет почему`,
  noTrust: (trust: string) => `нет корневых метаданных ни в ${trust}, ни у опубликованного: vypusk keys init`,
  noExtension: (id: string, known: string) => `нет расширения ${id}; есть: ${known}`,
  withoutUpdate: (known: string) =>
    `Автообновление не собрано: расширений несколько (${known}), назовите одно: --extension\n`,
  written: (file: string, bytes: number) => `${file}  ${bytes} Б\n`,
};

/** The same sentences in another language. */
export type InstallerText = typeof INSTALLER_RU;
