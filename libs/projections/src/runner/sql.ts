/** SQL that gives timestamptz columns as ISO 8601 UTC with milliseconds, `infinity` as such. */
export function isoColumns(...names: string[]): string {
  return names.map((name) => `${iso(name)} AS ${name.split('.').at(-1)!}`).join(', ');
}

/** SQL that gives one timestamptz as ISO 8601 UTC with milliseconds, `infinity` as such. */
export function iso(expression: string): string {
  return `CASE WHEN isfinite(${expression})
    THEN to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ELSE 'infinity' END`;
}
