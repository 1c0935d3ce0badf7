import { colors, table } from './terminal.js';

/** What an answer says, a line a field; nested ones as `outer.inner`, lists with commas, nothing for null. */
export function recordText(record: object): string {
  return table(fieldsOf(record, '').map(([name, value]) => [colors.dim(name), value]));
}

function fieldsOf(record: object, prefix: string): [string, string][] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const name = `${prefix}${key}`;
    if (value === null || value === undefined || value === '') return [];
    if (Array.isArray(value)) return [[name, value.length === 0 ? 'none' : value.map(cellText).join(', ')]];
    if (typeof value !== 'object') return [[name, cellText(value)]];
    return Object.keys(value).length === 0 ? [[name, 'none']] : fieldsOf(value, `${name}.`);
  });
}

/** One value for people: yes and no, instants to the second. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return isInstant(value) ? instantText(value) : value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number);
}

/** `2026-11-21 22:19:08Z`: to the second, in UTC. */
export function instantText(instant: string | null | undefined): string {
  if (!instant || Number.isNaN(Date.parse(instant))) return instant ?? '';
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
}
