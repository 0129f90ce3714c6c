import type { LicenseText } from './license.ru.ts';

/** What `license` and `product` say, in English. */
export const LICENSE_EN: LicenseText = {
  help: {
    summary: 'issue licences and look after them',
    init: 'make the secret that all licences and the keys of paid files follow from',
    form: 'write the recovery form of the secret, for printing',
    recover: 'bring the secret back from its recovery form',
    rotate: 'move all licences and files from the former secret to a new one',
    from: 'file of the former secret',
    fromPassphraseFile: 'file with the passphrase of the former secret, where it is another one',
    another:
      'a second secret beside the one that is sold with: of another vendor, or to take its place (license rotate)',
    issue: 'issue a licence',
    extend: 'extend a licence',
    upgrade: 'add a product to a licence, or put one in the place of another',
    revoke: 'revoke a licence',
    show: 'show a licence with its key',
    list: 'show all licences',
    export: 'write a licence to a file, for a closed network',
    import: 'issue licences from a CSV table',
    product: 'products that licences are sold for',
    productAdd: 'begin to sell a product',
    productGrant: 'give releases of an extension to a product, without touching the files',
    secrets: 'file of the secret, outside the repository (default: the variable VYPUSK_SECRETS)',
    now: 'the day to take for today, ISO 8601 (default: the clock)',
    until: 'last month of updates, YYYY-MM; what is released by then stays open for ever',
    perpetual: 'updates for ever',
    trial: 'a trial of so many days',
    validUntil: 'last day on which the licence opens anything (a rent), YYYY-MM-DD',
    licensee: 'who it is issued to',
    productOption: 'id of a product; repeat for several',
    productId: 'id of the product (a-z, 0-9, -)',
    note: 'a note to yourself (order, address); the customer never sees it',
    name: 'number of the licence (or its beginning), or its key',
    replaces: 'the product that it takes the place of',
    undo: 'take a revocation back',
    expiring: 'only those that end within so many days, for example 30d',
    status: 'only active or only revoked',
    csv: 'print a CSV table',
    keys: 'with their keys, which are as secret as at the customers',
    exportOut: 'file for the licence',
    importFile: 'table: licensee; products; until or trial; validUntil; note',
    importOut: 'table for the keys that were issued',
    formOut: 'file for the recovery form',
    formFile: 'file with the lines copied from the recovery form',
    title: 'name of the product in Russian',
    titleEn: 'name of the product in English',
    extension: 'id of the extension',
    version: 'version of a release; repeat for several (default: all releases)',
  },
  noSecrets: 'where is the file of the secret? --secrets, or the variable VYPUSK_SECRETS',
  noSecretsFile: (file) =>
    `there is no secret in ${file}; make it: vypusk license init, or bring it back: vypusk license recover`,
  nothingSold: 'there is no licensing.yaml: begin with vypusk license init',
  soldAlready:
    'licensing.yaml lists a key already: a new secret cannot extend licences that were issued, and they open no release\n' +
    'that it protects. If the file of the secret was lost, bring it back from its form: vypusk license recover. If it may be\n' +
    'known, make a second one and move everything to it: vypusk license init --another --secrets NEW, then\n' +
    'vypusk license rotate --from OLD --secrets NEW',
  formIsSecret: '--form and --secrets name one file: the form would take the place of the secret',
  sameSecret: '--from and --secrets are one secret: make a new one, vypusk license init --another',
  unknownProduct: (product, nearest) =>
    `licensing.yaml has no product "${product}"${nearest === '' ? '' : ` (${nearest})`}; begin to sell it: vypusk product add ${product} --title "…"`,
  productExists: (product) => `there is a product "${product}" already`,
  badProduct: (product) => `"${product}" is no id of a product: 2 to 64 characters a-z, 0-9 and -`,
  noProduct: 'for which product? --product',
  badText: (option) => `${option}: a line of 1 to 200 characters is wanted, without control characters`,
  terms: {
    'terms-not-one': 'exactly one of --until YYYY-MM, --perpetual and --trial DAYS says how long',
    'month-wrong': 'a month like 2027-11 is wanted, not after 2099-12',
    'days-wrong': 'a trial takes 1 to 3650 days',
    'day-wrong': 'a day like 2027-11-30 is wanted',
  },
  badDays: (text) => `--expiring: "${text}" is no number of days like 30d`,
  badStatus: (text) => `--status: "${text}" should be active or revoked`,
  manyLicenses: (id) => `several numbers begin with ${id}: give more of it`,
  beforeInit:
    'One secret will be made. The signature of all licences, the keys of all paid files and your list of licences follow\n' +
    'from it. Lose it, and you can neither extend, revoke nor issue a licence, nor release an update of a paid extension\n' +
    'for those who bought it; licences that were issued go on opening what was released. Nothing brings it back but a copy\n' +
    'of the file (with its passphrase) or the recovery form. Whoever gets hold of it issues himself any licence.\n',
  made: (at) =>
    `Secret: ${at.secrets}  Public key: ${at.licensing}\n` +
    (at.form === undefined
      ? `Left to do: print the recovery form (vypusk license form --out FORM.txt), commit ${at.licensing}.\n`
      : `Left to do: print ${at.form}, put it into a safe and delete the file; commit ${at.licensing}.\n`),
  formWritten: (file) =>
    `${file}\nPrint it, put it into a safe and delete the file: it opens everything without a passphrase.\n`,
  recovered: (secrets, keyid) =>
    `The secret is back: ${secrets}\nLicence key ${keyid}: compare it with the form.\n`,
  recoveredKey: {
    listed: 'licensing.yaml lists this key: go on selling.\n',
    foreign:
      'licensing.yaml does NOT list this key: the form is of a former secret (before license rotate), of another publisher, or\n' +
      'a line was mistyped and its check symbol let it pass (one in 32 does): compare the key with the form. This secret can\n' +
      'issue nothing.\n',
    unknown:
      'There is no folder of releases here, so the key was not compared with licensing.yaml (--releases).\n',
  },
  form: (at) =>
    'RECOVERY FORM OF THE LICENSING SECRET\n\n' +
    `Publisher: ${at.publisher}\nLicence key: ${at.keyid}\n\n` +
    `${at.lines.map((line) => `    ${line}`).join('\n')}\n\n` +
    'Keep it on paper where you keep seals and contracts. These four lines are enough to issue any licence and to open\n' +
    'any paid file; they need no passphrase. New products do not change the form: there is no need to print it again.\n\n' +
    'To bring the secret back, copy the lines with their numbers into a file and run\n' +
    '    vypusk license recover --form FILE --secrets NEW-FILE-OF-THE-SECRET\n' +
    'The last symbol of each line checks it: the program says which line was mistyped.\n',
  issued: (license) =>
    `Key: ${license.key}\nNumber: ${license.id}\nSend the key to the customer: it is written in the clear nowhere else.\n`,
  changed: (license) => `Licence ${license.id}: ${license.what}, revision ${license.revision}.\n`,
  what: { extend: 'extended', upgrade: 'products changed', revoke: 'revoked', restore: 'restored' },
  next: (folder) =>
    `Left to do: commit ${folder} and publish (vypusk build). Nothing changes for the customer before that.\n`,
  revokedNote:
    'A revocation ends updates. What is installed or downloaded stays; whoever kept the earlier record\nand writes a program of his own opens with it the files up to the month that it names, those released later included.\n',
  exported: (file) =>
    `${file}\nHand the file to the customer: it opens all that the key opens. After an extension, write a new one.\n`,
  exportedRevoked: (file) =>
    `${file}\nThe licence is revoked: this file opens nothing. To restore it: vypusk license revoke --undo.\n`,
  rotated: (done) =>
    `Issued again: ${done.licenses} licences. Sealed again: ${done.files} files. The former key is out of licensing.yaml.\n` +
    'Left to do: commit releases and publish (vypusk build); print the recovery form of the new secret.\n',
  importing: 'Issuing licences',
  listing: 'Reading licences',
  imported: (done) =>
    `Issued ${done.count} licences. Keys: ${done.file} (secret; delete it when they are sent).\n`,
  batch: {
    'quote-open': () => 'a quote is opened and never closed',
    'column-missing': (args) => `the first line has no column ${args.column ?? ''}`,
    'column-unknown': (args) =>
      `the column "${args.column ?? ''}" means nothing; there are ${args.known ?? ''}`,
    'licensee-missing': () => 'who is it issued to? (licensee)',
    'product-unknown': (args) =>
      args.product === ''
        ? `what is it issued for? (products); there are ${args.known ?? ''}`
        : `there is no product "${args.product ?? ''}"; there are ${args.known ?? ''}`,
    'text-not-line': (args) =>
      `${args.column ?? ''}: a line of at most 200 characters is wanted, without line breaks and control characters`,
    'terms-not-one': () => 'how long? until (YYYY-MM or perpetual), or trial (days)',
    'month-wrong': () => 'until: a month like 2027-11 is wanted, not after 2099-12, or perpetual',
    'days-wrong': () => 'trial: 1 to 3650 days',
    'day-wrong': () => 'validUntil: a day like 2027-11-30 is wanted',
  },
  line: (file, line, problem) => `${file}:${line}: ${problem}\n`,
  nothingIssued: 'Nothing was issued.\n',
  none: 'There are no licences.\n',
  unreadable: (count) => `Not opened by this secret: ${count} (of other vendors, or damaged).\n`,
  labels: {
    key: 'Key',
    id: 'Number',
    licensee: 'Licensee',
    status: 'Status',
    revision: 'Revision',
    issued: 'Issued',
    note: 'Note',
    product: 'Product',
  },
  statuses: { active: 'active', revoked: 'revoked' },
  productTerms: (product) =>
    [
      product.id,
      product.until === undefined ? 'updates for ever' : `updates until ${product.until}`,
      ...(product.validUntil === undefined ? [] : [`valid until ${product.validUntil}`]),
      ...(product.trial ? ['trial'] : []),
    ].join(', '),
  productAdded: (product, file) =>
    `The product ${product} is in ${file}. Commit it.\nNext: vypusk add FILE.cfe --product ${product}; vypusk license issue --product ${product} …\n`,
  granted: (grant) =>
    `${grant.files} files were given to the product ${grant.product}. The files themselves did not change.\n`,
  nothingGranted: (product) => `The product ${product} opens all these files already.\n`,
  grantNext: 'Left to do: commit the manifests and publish (vypusk build).\n',
  notPaid: (id) => `the extension ${id} is not paid: extension.yaml needs price: paid`,
  noExtension: (id) => `there is no extension ${id}`,
  noRelease: (version) => `there is no release ${version}`,
  paidNeedsProducts: (id) => `the extension ${id} is free: --product means nothing here`,
  notItsProduct: (product, id) =>
    `the product ${product} does not open the extension ${id}; give it: vypusk product grant ${product} --extension ${id}`,
  clearInReleases: (file) =>
    `${file} lies among the releases and would enter git in the clear: move it away and repeat with its new path`,
  encrypted: '  encrypted on this machine; the open file was copied nowhere\n',
};
