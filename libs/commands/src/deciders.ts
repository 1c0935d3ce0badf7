import {
  announcementDecider,
  itemDecider,
  sourceDecider,
  webhookDecider,
  type Decider,
  type Fact,
} from '#domain';
import type { CommandedAggregate } from './act.command.js';

/** The decider of each aggregate. The command's type was fixed where `Act` was made. */
export const DECIDERS = {
  announcement: announcementDecider,
  source: sourceDecider,
  item: itemDecider,
  webhook: webhookDecider,
} as unknown as Record<CommandedAggregate, Decider<unknown, unknown, Fact>>;
