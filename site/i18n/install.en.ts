import type { InstallTexts } from './install-texts.ts';

/** The installation guide in English; names of commands are followed by the Russian ones that people see. */
export const INSTALL_EN: InstallTexts = {
  fit: {
    title: 'Make sure that the file fits',
    text: 'Open “About” (the “i” in the window title) and compare the name and version of the configuration with the table of files. Basic versions attach no extensions, and in the cloud (1C:Fresh) the service installs them.',
  },
  platform: (range) => `1C:Enterprise platform: ${range}.`,
  ssl: (range) => `Standard subsystems library (БСП): ${range}.`,
  updateFrom: (range) => ({
    title: 'An intermediate release first',
    text: `You can update straight to this release from version ${range}. From an older one, install an intermediate release of the list first.`,
  }),
  copy: {
    title: 'Make a copy of the infobase',
    text: 'If the extension is already there, keep it too: select it in the list of extensions and press “Save to file” («Сохранить в файл»).',
  },
  download: {
    title: 'Download the file for your configuration',
    text: 'Compare its checksum with the one on the release page: then you know that the file is whole and is the one that was signed.',
  },
  exclusive: {
    title: 'Ask everybody to leave the program',
    text: 'The extension changes the data structure, so nobody else may be in the infobase while it is installed. Background jobs and an open Designer are in the way too.',
  },
  add: {
    title: 'Add the extension',
    text: '“Administration” («Администрирование», in ERP and Trade «НСИ и администрирование») → “Print forms, reports, and data processors” → “Extensions” («Расширения») → “Add from file…” («Добавить из файла…»). To update, select the old version and press “Update from file…”.',
  },
  safeModeOff: {
    title: 'Clear “Safe mode” («Безопасный режим»)',
    text: 'In safe mode an extension has no internet, no files and no privileged mode, and this release needs one of them. Clear it only for a file whose signature was verified.',
  },
  safeModeOn: {
    title: 'Leave “Safe mode” («Безопасный режим») on',
    text: 'This release needs no internet, no files and no privileged mode.',
  },
  securityProfile: (profile) => ({
    title: `Choose the security profile “${profile}”`,
    text: 'The administrator of the server cluster makes the profile beforehand; it lists what the extension may do.',
  }),
  protectionOff: {
    title: 'Switch warnings of dangerous actions off',
    text: 'In the same line of the list clear «Предупреждать об опасных действиях», or the security question will appear at every start.',
  },
  restart: {
    title: 'Restart the program',
    text: 'An extension works in new sessions. Sessions that were open before keep working the old way until they are closed.',
  },
  httpServices: {
    title: 'Publish the HTTP services',
    text: 'Designer → «Администрирование» → «Публикация на веб-сервере» → tab “HTTP services”: switch on «Публиковать HTTP-сервисы расширений по умолчанию» and publish again.',
  },
  clientAccess: {
    title: 'Open access for client applications',
    text: 'In the same window «Публикация на веб-сервере», tab «Основные», switch on «Публиковать доступ для клиентских приложений».',
  },
  troubles: 'If it did not work',
  unverified:
    'Steps and error texts come from descriptions of the platform and the source code of БСП; they were not verified on a live platform.',
  troubleList: [
    {
      message: 'Ошибка исключительной блокировки информационной базы',
      cure: 'Somebody is working in the infobase. Sessions: «Администрирование» → «Обслуживание» → «Активные пользователи»; background jobs are there too.',
    },
    {
      message: 'Значение контролируемого свойства … не совпадает со значением в расширяемой конфигурации',
      cure: 'The file is made for another configuration or another version of it: choose another file of the release.',
    },
    {
      message: 'Не найден метод …, указанный в аннотации метода …',
      cure: 'The configuration is newer than what the extension was tested with. Look for a newer release or ask the vendor.',
    },
    {
      message: 'Расширение неактивно и не будет применено',
      cure: 'Switch “Active” («Активно») on in the list of extensions and restart the program.',
    },
    {
      message: 'Конфликт внутренних идентификаторов у объекта …',
      cure: 'The extension was made for another distribution of the configuration. Do not install it into this infobase; write to the vendor.',
    },
    {
      message: 'Нарушение прав доступа',
      cure: 'Extensions are added by a user with the role “System administrator” (full rights). Log in as one.',
    },
    {
      message: 'Предупреждение безопасности',
      cure: 'The platform asks this when a file is loaded. Compare the checksum with the page of the release before you agree.',
    },
    {
      message: 'Переполнение стека встроенного языка на сервере',
      cure: 'It happens in infobases with БСП while its cache is refilled after an installation. Restart; if it stays, switch the extension off and tell the vendor.',
    },
    {
      message: 'Удаленный узел не прошел проверку',
      cure: 'The computer or the 1C server does not trust the certificate of the site. Check date and time, proxy, antivirus and root certificates on the machine that goes to the Internet.',
    },
  ],
};
