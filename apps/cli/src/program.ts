import { Command } from 'commander';
import { addFollowing } from './commands/following.command.js';
import { addKeys } from './commands/keys.command.js';
import { addOperations } from './commands/operations.command.js';
import { addReading } from './commands/reading.command.js';
import { addReplay } from './commands/replay.command.js';
import { addReview } from './commands/review.command.js';
import { addSources } from './commands/sources.command.js';
import { addWebhooks } from './commands/webhooks.command.js';
import { addDocuments } from './commands/documents.command.js';

/** Every verb of `wic`. */
export function makeProgram(): Command {
  const program = new Command('wic')
    .description('Follow the World Internet Conference, replay its history, subscribe webhooks.')
    .option('--url <url>', 'where the tracker is (WIC_URL)')
    .option('--key <key>', 'API key (WIC_KEY)')
    .option('--json', 'print JSON')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(wic --help lists the commands)')
    .exitOverride();
  for (const add of [
    addReading,
    addFollowing,
    addReplay,
    addDocuments,
    addSources,
    addWebhooks,
    addReview,
    addOperations,
    addKeys,
  ])
    add(program);
  return program;
}
