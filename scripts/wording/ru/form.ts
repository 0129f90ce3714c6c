import type { FormErrorArguments } from '../../form/error.ts';
import { say, type Words } from '../wording.ts';

const SIMPLIFY = say`Уберите это из формы или задайте при создании на сервере: пишется только то, что видно в настоящих файлах.`;

/** Why a form is not written, in Russian. */
export const FORM_RU: Words<FormErrorArguments> = {
  'attribute-unproven': ({ element, line, attribute }) => ({
    message: say`Строка ${line}, ${element}: как платформа пишет атрибут ${attribute}, не известно.`,
    cure: SIMPLIFY,
  }),
  'element-missing': ({ element, line, name }) => ({
    message: say`Строка ${line}, ${element}: нет ${name}.`,
    cure: say`Выгрузите форму из конфигуратора ещё раз.`,
  }),
  'element-repeated': ({ element, line }) => ({
    message: say`Строка ${line}: ${element} повторяется.`,
    cure: say`Выгрузите форму из конфигуратора ещё раз.`,
  }),
  'element-unproven': ({ element, line }) => ({
    message: say`Строка ${line}: как платформа пишет ${element}, не известно.`,
    cure: SIMPLIFY,
  }),
  'format-unproven': ({ format }) => ({
    message: say`Форма записана платформой в формате ${format}; пишется только 4/50.`,
    cure: say`Соберите файл платформой 8.3.20–8.3.24, чтобы сравнить.`,
  }),
  'identifier-repeated': ({ element, line, id }) => ({
    message: say`Строка ${line}, ${element}: идентификатор ${id} уже занят.`,
    cure: say`Дайте каждому элементу формы свой номер.`,
  }),
  'not-a-form': ({ element }) => ({
    message: say`Это не управляемая форма: первый элемент ${element}.`,
    cure: say`Назовите Form.xml управляемой формы.`,
  }),
  'reference-unresolved': ({ element, line, value }) => ({
    message: say`Строка ${line}, ${element}: ${value} нигде не объявлено.`,
    cure: say`Объявите это в форме, или положите рядом XML объекта, которому она принадлежит.`,
  }),
  'value-unproven': ({ element, line, value }) => ({
    message: say`Строка ${line}, ${element}: как платформа пишет значение «${value}», не известно.`,
    cure: SIMPLIFY,
  }),
  'xml-too-large': ({ limit }) => ({
    message: say`В форме больше ${limit} элементов, или они вложены слишком глубоко.`,
    cure: say`Проверьте файл: таких форм не бывает.`,
  }),
  'xml-unreadable': ({ line }) => ({
    message: say`Строка ${line}: это не XML.`,
    cure: say`Выгрузите форму из конфигуратора ещё раз.`,
  }),
};
