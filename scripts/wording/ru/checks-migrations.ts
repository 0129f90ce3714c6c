import type { MigrationCheckCode } from '../check-groups.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Checks of how to move from older modules, in Russian. */
export const MIGRATION_CHECKS_RU: Words<Untyped<MigrationCheckCode>> = {
  'migration-columns-mismatch': ({ mapping, side, missing, extra }) => ({
    message: say`В соответствии «${mapping}» поля и колонки (${side}) не сходятся: нет колонок для полей [${missing}], лишние [${extra}].`,
    cure: say`Пусть в columns стоит каждое поле из fields и ничего больше.`,
  }),
  'migration-key-missing': ({ mapping, fields }) => ({
    message: say`В соответствии «${mapping}» нет ни одного ключевого поля: повторная загрузка все задвоит.`,
    cure: say`Поставьте key: true полям, по которым узнается запись (есть: ${fields}).`,
  }),
  'migration-load-before-unload': ({ step, scenario, mapping }) => ({
    message: say`В сценарии «${scenario}» шаг «${step}» загружает «${mapping}», а выгрузки до него нет: загружать будет нечего.`,
    cure: say`Поставьте раньше шаг kind: unload с mapping: ${mapping}.`,
  }),
  'migration-mapping-unknown': ({ step, kind, mapping, carries, known }) =>
    carries === ''
      ? {
          message: say`Шаг «${step}» (${kind}) ничего не переносит, а соответствие «${mapping}» у него названо.`,
          cure: say`Удалите mapping или сделайте шаг kind: unload или kind: load.`,
        }
      : {
          message: say`Шаг «${step}» (${kind}) переносит «${mapping}», а такого соответствия в mappings нет.`,
          cure: say`Назовите одно из описанных: ${known}; или опишите новое в mappings.`,
        },
  'migration-owner-missing': ({ mapping, side, name, owner }) =>
    owner === ''
      ? {
          message: say`В соответствии «${mapping}» (${side}) не сказано, у каких объектов дополнительный реквизит «${name}».`,
          cure: say`Добавьте owner, например owner: Справочник.Контрагенты.`,
        }
      : {
          message: say`В соответствии «${mapping}» (${side}) назван owner: ${owner}, а владелец бывает только у дополнительного реквизита.`,
          cure: say`Удалите owner или напишите kind: additionalAttribute.`,
        },
  'migration-step-needs': ({ step, needed, later, earlier }) =>
    later === ''
      ? {
          message: say`Шагу «${step}» нужен шаг «${needed}», которого в сценарии нет.`,
          cure: say`Назовите один из предыдущих шагов: ${earlier}; или удалите эту строку.`,
        }
      : {
          message: say`Шагу «${step}» нужен шаг «${needed}», который стоит не раньше него: дойти до него нельзя.`,
          cure: say`Поставьте «${needed}» раньше или удалите эту строку.`,
        },
  'migration-text-stray': ({ name, nearest }) => ({
    message: say`Текст ${name} не относится ни к одному шагу: его никто не увидит.`,
    cure:
      nearest === ''
        ? say`Назовите файл «сценарий.шаг.ru.md» или удалите его.`
        : say`Назовите файл ${nearest}.ru.md (.en.md).`,
  }),
  'migration-unload-after-removal': ({ step, removal }) => ({
    message: say`Шаг «${step}» выгружает идентификаторы из базы, откуда шаг «${removal}» уже удалил старый модуль вместе с его данными.`,
    cure: say`Выгружайте до удаления или в копии базы (where: copy).`,
  }),
};
