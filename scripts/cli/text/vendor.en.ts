import type { VendorText } from './vendor.ru.ts';

/** What is said of vendors with keys of their own, in English. */
export const VENDOR_EN: VendorText = {
  unknown: (id) => `there is no vendor ${id} in publisher.yaml (vendors)`,
  unsigned: (id) => `the vendor ${id} has signed nothing yet: vypusk vendor sign ${id} --key FILE`,
  signed: (file) => `Signed: ${file}\nCommit it together with the release.\n`,
};
