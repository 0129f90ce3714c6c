/**
 * Words that the platform writes into files of everybody: markup of rights, names of namespaces, of kinds of objects
 * and of lines of a module's map. One text, because memory is cut anywhere: a piece of a word counts as the word.
 * Collected from what stood between the modules of some two hundred published files.
 */
export const PLATFORM_WORDS: string = [
  'Rights version setForNewObjects setForAttributesByDefault independentRightsOfChildObjects object name right value',
  'true false View Use Read Insert Update Delete Posting UndoPosting InteractiveInsert Edit InteractiveSetDeletionMark',
  'InteractiveClearDeletionMark InteractiveDelete InteractiveDeleteMarked InputByString Get Set TotalsControl Start',
  'InteractiveStart ExecuteThinClient ThinClient WebClient ThickClient ExternalConnection MainWindowMode Administration',
  'restrictionByCondition condition field restrictionTemplate SaveUserData Output AllFunctionsMode Automation',
  'Configuration Catalog Document DocumentJournal Enum Report DataProcessor InformationRegister AccumulationRegister',
  'AccountingRegister CalculationRegister ChartOfAccounts ChartOfCharacteristicTypes ChartOfCalculationTypes Constant',
  'ExchangePlan BusinessProcess Task CommonForm CommonCommand CommonModule CommonAttribute CommonPicture CommonTemplate',
  'FilterCriterion HTTPService WebService IntegrationService Role Subsystem SessionParameter Command Attribute',
  'TabularSection StandardAttribute StandardTabularSection Recalculation Dimension Resource URLTemplate Method Operation',
  'xml version encoding UTF xmlns xsi type xs http www w3 org 2001 XMLSchema instance v8 1c ru 8 core data ui fonts',
  'system style web colors windows enterprise current config managed application cmi ent logform lf cfg readable roles',
  'MetaDataObject uuid Properties SRCL',
].join(' ');
