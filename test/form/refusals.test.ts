import { describe, expect, test } from 'vitest';
import { FormError, NO_OWNER } from '../../scripts/form/index.ts';
import { formRecord } from '../../scripts/form/form-record.ts';

const HEAD = '<Form xmlns:v8="http://v8.1c.ru/8.1/data/core" version="2.10">';
const BAR = '<AutoCommandBar name="Панель" id="-1"/>';
const ATTRIBUTE =
  '<Attributes><Attribute name="А" id="1"><Type><v8:Type>xs:string</v8:Type></Type></Attribute></Attributes>';
const field = (inside: string): string =>
  `${HEAD}${BAR}<ChildItems><InputField name="П" id="1">${inside}</InputField></ChildItems>${ATTRIBUTE}</Form>`;

function codeOf(xml: string): string {
  try {
    formRecord({ xml, module: '', owner: NO_OWNER });
    return 'written';
  } catch (error) {
    if (error instanceof FormError) return error.code;
    throw error;
  }
}

describe('what a form is refused for', () => {
  test.each<readonly [why: string, xml: string, code: string]>([
    ['it is no XML', '<Form', 'xml-unreadable'],
    ['it is empty', '', 'xml-unreadable'],
    ['entities may grow without end', '<!DOCTYPE Form [<!ENTITY a "b">]><Form/>', 'xml-unreadable'],
    ['elements nested without end', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, 'xml-too-large'],
    ['it is another document', '<MetaDataObject/>', 'not-a-form'],
    ['a version of the XML that nobody has seen', '<Form version="3.0"/>', 'value-unproven'],
    ['an attribute that nobody has seen', '<Form version="2.10" strange="1"/>', 'attribute-unproven'],
    ['an element that nobody has seen', `${HEAD}<Strange/></Form>`, 'element-unproven'],
    ['an element named as what all objects have', `${HEAD}<constructor/></Form>`, 'element-unproven'],
    [
      'an element that stands twice',
      `${HEAD}${BAR}<AutoTitle>true</AutoTitle><AutoTitle>true</AutoTitle></Form>`,
      'element-repeated',
    ],
    ['a field of nothing', field(''), 'element-missing'],
    ['a path to nothing', field('<DataPath>Б</DataPath>'), 'reference-unresolved'],
    ['a column of what is no table', field('<DataPath>А.Б</DataPath>'), 'reference-unresolved'],
    [
      'a value that nobody has seen',
      field('<DataPath>А</DataPath><TitleLocation>Aside</TitleLocation>'),
      'value-unproven',
    ],
    [
      'a value named as what all objects have',
      field('<DataPath>А</DataPath><TitleLocation>toString</TitleLocation>'),
      'value-unproven',
    ],
    [
      'an event that nobody has seen',
      field('<DataPath>А</DataPath><Events><Event name="Shrug">Х</Event></Events>'),
      'value-unproven',
    ],
    [
      'an identifier that another item has',
      field('<DataPath>А</DataPath><ContextMenu name="М" id="1"/>'),
      'identifier-repeated',
    ],
    ['a width that is no number', field('<DataPath>А</DataPath><Width>wide</Width>'), 'value-unproven'],
    ['nothing at all', field('<DataPath>А</DataPath><Width>12</Width>'), 'written'],
  ])('%s', (_, xml, code) => {
    expect(codeOf(xml)).toBe(code);
  });

  test('tells where: the way of elements and the line', () => {
    expect.assertions(1);
    try {
      formRecord({ xml: `${HEAD}\n${BAR}\n<Strange/></Form>`, module: '', owner: NO_OWNER });
    } catch (error) {
      expect(error).toMatchObject({ code: 'element-unproven', args: { element: 'Form/Strange', line: 3 } });
    }
  });
});
