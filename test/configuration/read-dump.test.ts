import { describe, expect, test } from 'vitest';
import { textHash } from '../../scripts/cli/configuration/text-hash.ts';
import { dumpPlace } from '../../scripts/configuration/dump-place.ts';
import { readDump } from '../../scripts/configuration/read-dump.ts';
import { memoryFiles } from '../../scripts/source/index.ts';

const MODULE = 'Процедура ПередЗаписью(Отказ)\nКонецПроцедуры';

const designer = {
  'src/cf/Configuration.xml':
    '<MetaDataObject><Configuration uuid="1"><Properties><Name>Магазин</Name><Version>1.2.3.4</Version>' +
    '<CompatibilityMode>Version8_3_24</CompatibilityMode></Properties></Configuration></MetaDataObject>',
  'src/cf/Catalogs/Товары.xml':
    '<MetaDataObject><Catalog uuid="2"><InternalInfo/><Properties><Name>Товары</Name></Properties><ChildObjects>' +
    '<Attribute uuid="3"><Properties><Name>Артикул</Name></Properties></Attribute><Form>Форма</Form>' +
    '<TabularSection uuid="4"><InternalInfo/><Properties><Name>Цены</Name></Properties><ChildObjects>' +
    '<Attribute uuid="5"><Properties><Name>Цена</Name></Properties></Attribute></ChildObjects></TabularSection>' +
    '</ChildObjects></Catalog></MetaDataObject>',
  'src/cf/Catalogs/Товары/Ext/ObjectModule.bsl': `\uFEFF${MODULE}`,
  'src/cf/Catalogs/Товары/Forms/Форма/Ext/Form/Module.bsl': MODULE,
  'src/cf/CommonModules/Закрытый/Ext/Module.bin': 'compiled',
};

const edt = {
  'src/Configuration/Configuration.mdo':
    '<mdclass:Configuration uuid="1"><name>Магазин</name><version>1.2.3.4</version>' +
    '<compatibilityMode>8.3.24</compatibilityMode></mdclass:Configuration>',
  'src/Catalogs/Товары/Товары.mdo':
    '<mdclass:Catalog uuid="2"><name>Товары</name><attributes uuid="3"><name>Артикул</name></attributes>' +
    '<forms uuid="9"><name>Форма</name></forms><tabularSections uuid="4"><name>Цены</name>' +
    '<attributes uuid="5"><name>Цена</name></attributes></tabularSections></mdclass:Catalog>',
  'src/Catalogs/Товары/ObjectModule.bsl': MODULE,
  'src/Catalogs/Товары/Forms/Форма/Module.bsl': MODULE,
  'src/CommonModules/Закрытый/Module.bin': 'compiled',
};

const read = (files: Readonly<Record<string, string>>) => readDump(memoryFiles(files), { hash: textHash });

describe('a dump becomes a fingerprint', () => {
  test('names, uuids and methods of a Designer dump', async () => {
    const fingerprint = await read(designer);
    expect(fingerprint).toMatchObject({
      name: 'Магазин',
      version: '1.2.3.4',
      compatibilityMode: 'Version8_3_24',
      objects: {
        'Catalog.Товары': {
          uuid: '2',
          parts: {
            'Attribute.Артикул': '3',
            'Form.Форма': '',
            'TabularSection.Цены': '4',
            'TabularSection.Цены.Attribute.Цена': '5',
          },
        },
      },
      modules: {
        'Catalog.Товары.ObjectModule': { передзаписью: { parameters: 1 } },
        'Catalog.Товары.Form.Форма.Form': { передзаписью: { parameters: 1 } },
        'CommonModule.Закрытый.Module': null,
      },
    });
  });

  test('the same configuration as an EDT project has the same fingerprint', async () => {
    expect(await read(edt)).toEqual(await read(designer));
  });

  test('nothing of the code is in it', async () => {
    expect(JSON.stringify(await read(designer))).not.toContain('Отказ');
  });

  test('a folder without a configuration has none', async () => {
    expect(await read({ 'a/b.xml': '<a/>' })).toBeUndefined();
  });

  test('a record that is no XML is refused', async () => {
    await expect(read({ ...designer, 'src/cf/Catalogs/К.xml': '<a' })).rejects.toThrow('file-unreadable');
  });
});

test.each([
  ['Catalogs/Form/Ext/ObjectModule.bsl', 'Catalog.Form.ObjectModule', 'an object may be called Form'],
  ['Catalogs/Ext/Ext/ObjectModule.bsl', 'Catalog.Ext.ObjectModule', 'or Ext'],
  ['CommonForms/Ф/Ext/Form/Module.bsl', 'CommonForm.Ф.Form', 'a form'],
  ['Catalogs/К/Commands/З/Ext/CommandModule.bsl', 'Catalog.К.Command.З.CommandModule', 'a command'],
  ['ChartsOfAccounts/П/Ext/ManagerModule.bsl', 'ChartOfAccounts.П.ManagerModule', 'an irregular plural'],
  ['Ext/ManagedApplicationModule.bsl', 'Configuration.ManagedApplicationModule', 'the configuration itself'],
  ['Subsystems/А/Subsystems/Б.xml', 'Subsystem.А.Subsystem.Б', 'a nested subsystem'],
  ['Catalogs/К/Ext/Predefined.xml', undefined, 'no record of an object'],
  ['Catalogs/К/Forms/Ф.xml', undefined, 'a form stands in its owner'],
  ['Catalogs/К/Ext/Picture.bin', undefined, 'no module'],
])('%s is %s (%s)', (file, place, _reason) => {
  const found = dumpPlace(file);
  expect(found !== undefined && 'path' in found ? found.path : undefined).toBe(place);
});
