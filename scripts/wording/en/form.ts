import type { FormErrorArguments } from '../../form/error.ts';
import { say, type Words } from '../wording.ts';

const SIMPLIFY = say`Take it out of the form, or set it when the form is created on the server: only what real files show is written.`;

/** Why a form is not written, in English. */
export const FORM_EN: Words<FormErrorArguments> = {
  'attribute-unproven': ({ element, line, attribute }) => ({
    message: say`Line ${line}, ${element}: how a platform writes the attribute ${attribute} is not known.`,
    cure: SIMPLIFY,
  }),
  'element-missing': ({ element, line, name }) => ({
    message: say`Line ${line}, ${element}: ${name} is missing.`,
    cure: say`Dump the form from the Designer again.`,
  }),
  'element-repeated': ({ element, line }) => ({
    message: say`Line ${line}: ${element} stands twice.`,
    cure: say`Dump the form from the Designer again.`,
  }),
  'element-unproven': ({ element, line }) => ({
    message: say`Line ${line}: how a platform writes ${element} is not known.`,
    cure: SIMPLIFY,
  }),
  'format-unproven': ({ format }) => ({
    message: say`The platform wrote this form in the format ${format}; only 4/50 is written.`,
    cure: say`Build the file with a platform of 8.3.20–8.3.24 to compare it.`,
  }),
  'identifier-repeated': ({ element, line, id }) => ({
    message: say`Line ${line}, ${element}: the identifier ${id} is taken already.`,
    cure: say`Give every item of the form a number of its own.`,
  }),
  'not-a-form': ({ element }) => ({
    message: say`This is no managed form: its first element is ${element}.`,
    cure: say`Name the Form.xml of a managed form.`,
  }),
  'reference-unresolved': ({ element, line, value }) => ({
    message: say`Line ${line}, ${element}: nothing declares ${value}.`,
    cure: say`Declare it in the form, or put the XML of the object that owns the form beside it.`,
  }),
  'value-unproven': ({ element, line, value }) => ({
    message: say`Line ${line}, ${element}: how a platform writes the value “${value}” is not known.`,
    cure: SIMPLIFY,
  }),
  'xml-too-large': ({ limit }) => ({
    message: say`The form has more than ${limit} elements, or they are nested too deep.`,
    cure: say`Look at the file: no honest form is like that.`,
  }),
  'xml-unreadable': ({ line }) => ({
    message: say`Line ${line}: this is no XML.`,
    cure: say`Dump the form from the Designer again.`,
  }),
};
