/** What is said of vendors with keys of their own, in Russian. */
export const VENDOR_RU = {
  unknown: (id: string) => `разработчика ${id} нет в publisher.yaml (vendors)`,
  unsigned: (id: string) => `разработчик ${id} ещё ничего не подписал: vypusk vendor sign ${id} --key ФАЙЛ`,
  signed: (file: string) => `Подписано: ${file}\nЗакоммитьте вместе с выпуском.\n`,
};

/** The same sentences in another language. */
export type VendorText = typeof VENDOR_RU;
