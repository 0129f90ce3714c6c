import type { BraceNode } from '../cfe/brace-node.ts';
import { attributeRecord } from './attribute.ts';
import { autoCommandBar, NAVIGATOR } from './attachments.ts';
import { commandRecord } from './command.ts';
import { NIL, draft, put, quoted, type Draft } from './draft.ts';
import { FormError } from './error.ts';
import { FORM_EVENTS, eventsRecord } from './events.ts';
import { FormScope, type FormOwner, type SavingPlatform } from './form-scope.ts';
import { itemRecords } from './items.ts';
import {
  choice,
  fill,
  flag,
  localized,
  readElsewhere,
  sameAsAbsent,
  whole,
  type Properties,
} from './properties.ts';
import { readXml } from './read-xml.ts';
import { noConditionalAppearance } from './settings.ts';
import { childOf, listOf, onlyAttributes, unprovenValue } from './xml-element.ts';

/** The sources of one form. */
export interface FormSource {
  /** Text of `Form.xml`. */
  readonly xml: string;
  /** Text of `Module.bsl`; empty where there is none. */
  readonly module: string;
  readonly owner: FormOwner;
  /** Loaded by a Russian platform where nothing else is said. */
  readonly saving?: SavingPlatform;
}

const LOADED: SavingPlatform = { language: 'ru', drawn: false, ruled: [] };

const FORM: Properties = {
  AutoTitle: flag(9),
  Title: localized(10),
  WindowOpeningMode: sameAsAbsent('DontBlock'),
  AutoSaveDataInSettings: choice([7], { Use: '1' }),
  Group: sameAsAbsent('Vertical'),
  CommandBarLocation: choice([17], { None: '0' }),
  Width: whole(3),
  Height: whole(4),
  AutoCommandBar: readElsewhere,
  Events: readElsewhere,
  ChildItems: readElsewhere,
  Attributes: readElsewhere,
  Commands: readElsewhere,
};

/**
 * Designer XML of a managed form → the body that a platform of 8.3.20 writes for it (record 50). Whatever no pair of
 * XML and binary shows is refused.
 *
 * @throws {FormError}
 */
export function formRecord({ xml, module, owner, saving = LOADED }: FormSource): BraceNode {
  const form = readXml(xml);
  if (form.name !== 'Form') throw new FormError('not-a-form', { element: form.name });
  onlyAttributes(form, 'version');
  const version = form.attributes.get('version') ?? '';
  if (!/^2\.\d{1,2}$/.test(version)) throw unprovenValue(form, version);
  const scope = new FormScope(form, owner, saving);
  const root = draft(`{50,0,0,0,0,1,0,0,${NIL},1,{1,0},0,0,1,1,1,0,1,0,{0},{0},1,{0}}`);
  fill(root, form, FORM, scope);
  put(root, [19], eventsRecord(form, FORM_EVENTS));
  const bar = childOf(form, 'AutoCommandBar');
  put(root, [22], autoCommandBar(bar, 'Форма', scope, itemRecords(bar, scope)));
  root.push(...itemRecords(form, scope));
  root.push(...navigator(saving), ...draft('{1,"",0,0,0,0,0,0,3,3,0,0,0,100,1,1,0,0,0,{50,0},1}'));
  const attributes = listOf(form, 'Attributes').map((one) => attributeRecord(one, scope));
  const commands = listOf(form, 'Commands').map((one) => commandRecord(one, scope));
  const body: Draft = [
    '4',
    root,
    quoted(moduleText(module)),
    ['4', String(attributes.length), ...attributes, '0', '0', [noConditionalAppearance(saving.drawn)]],
    ['0', '0'],
    ['0', String(commands.length), ...commands],
    ['0', '0'],
    ['0', '0'],
    '0',
    '0',
  ];
  return body;
}

/** The bar that forms had before their commands: the Designer keeps it, files do not. */
function navigator({ drawn }: SavingPlatform): readonly Draft[] {
  return draft(drawn ? `{"","",1,${NAVIGATOR}}` : '{"","",0}');
}

/** As the platform keeps a module: without a mark in front, lines ended by two characters. */
const moduleText = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r?\n/g, '\r\n');
