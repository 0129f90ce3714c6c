import type { CommandDefinition } from '../session/command-definition.ts';
import { withReleases, withSecrets } from '../license/options.ts';
import { addProduct, type AddProductOptions } from './add-product.ts';
import { grantProduct, type GrantOptions } from './grant-product.ts';
import { repeatable } from '../session/repeatable.ts';

/** `vypusk product …`: what licences are sold for. */
export const productCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.license;
  const product = program.command('product').helpCommand(false).description(help.product);
  withReleases(product.command('add'), session)
    .description(help.productAdd)
    .argument('<id>', help.productId)
    .requiredOption('--title <text>', help.title)
    .option('--title-en <text>', help.titleEn)
    .action((id: string, options: AddProductOptions) => addProduct(id, options, session));
  withSecrets(product.command('grant'), session)
    .description(help.productGrant)
    .argument('<product>', help.productId)
    .requiredOption('--extension <id>', help.extension)
    .option('--version <version>', help.version, repeatable, [])
    .action((id: string, options: GrantOptions) => grantProduct(id, options, session));
};
