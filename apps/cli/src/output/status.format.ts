import { cellText, instantText } from './record.format.js';
import { colors, table } from './terminal.js';

interface View {
  name: string;
  /** Null while it is filled for the first time. */
  position: string | null;
  head: string;
  lagMs: number;
}

/** What GET /v1/status tells; only what is shown. */
export interface Status {
  version: string;
  roles: string[];
  startedAt: string;
  logId: string | null;
  head: string;
  seal: { position: string; digest: string; sealedAt: string } | null;
  views: View[];
  /** Events that a view could not take. */
  skipped?: { view: string; position: string; reason: string }[];
  sources: Record<string, number>;
  webhooks: Record<string, number>;
}

/** How the tracker stands, for people. */
export function statusText(status: Status): string {
  const rows = [
    ['version', `${status.version}, up since ${instantText(status.startedAt)}`],
    ['roles', status.roles.join(', ')],
    ['log', `${status.logId ?? 'not opened yet'}, head at position ${status.head}`],
    ['seal', status.seal ? sealText(status.seal) : 'none yet: every 1,000 events, or once a day'],
    ['sources', countsText(status.sources)],
    ['webhooks', countsText(status.webhooks)],
  ].map(([name = '', value = '']) => [colors.dim(name), value]);
  const views = status.views.map((view) => [`  ${view.name}`, viewText(view)]);
  const skipped = (status.skipped ?? []).map(
    ({ view, position, reason }) => `  ${view} passed over the event at ${position}: ${reason}`,
  );
  return [table(rows), colors.dim('views'), table(views), ...skipped].join('\n');
}

function sealText({ position, digest, sealedAt }: NonNullable<Status['seal']>): string {
  return `${position}:${digest} of ${instantText(sealedAt)}`;
}

function viewText({ position, head, lagMs }: View): string {
  if (position === null) return colors.yellow('being filled');
  if (position === head) return colors.green('up to date');
  return colors.yellow(`at ${position} of ${head}, ${(lagMs / 1000).toFixed(1)} s behind`);
}

function countsText(counts: Record<string, number>): string {
  const texts = Object.entries(counts).map(([state, count]) => `${count} ${cellText(state)}`);
  return texts.join(', ') || 'none';
}
