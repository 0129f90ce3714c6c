import { CodedError, type CodeOf } from '../model/coded-error.ts';

/** Where in the XML: the path of element names from the root, and the one-based line. */
interface AtElement {
  element: string;
  line: number;
}

/** Why a form is not written, and the arguments of each reason. Texts come from the XML: show them escaped only. */
export interface FormErrorArguments {
  'xml-unreadable': { line: number };
  /** More elements, or deeper ones, than any honest form has. */
  'xml-too-large': { limit: number };
  'not-a-form': { element: string };
  /** The platform wrote the form in a format of another version: `4/55`. */
  'format-unproven': { format: string };
  /** No pair of XML and binary shows what the platform writes for this element. */
  'element-unproven': AtElement;
  'element-repeated': AtElement;
  /** The element has to be there, and is not. */
  'element-missing': AtElement & { name: string };
  'attribute-unproven': AtElement & { attribute: string };
  /** The element is known, the platform's record of this value is not. */
  'value-unproven': AtElement & { value: string };
  /** A data path, a command or a type that nothing in the form declares. */
  'reference-unresolved': AtElement & { value: string };
  'identifier-repeated': AtElement & { id: string };
}

/** Why a form is not written. */
export type FormErrorCode = CodeOf<FormErrorArguments>;

/** A form is refused before a byte of it is written: nothing is ever guessed into a file. */
export class FormError extends CodedError<FormErrorArguments> {
  override readonly name = 'FormError';
}
