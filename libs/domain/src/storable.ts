/** U+0000, which PostgreSQL's texts and jsonb refuse, and halves of surrogate pairs, which UTF-8 has no form for. */
const NO_CHARACTER = /[\0\p{Surrogate}]/gu;

/** The text with U+FFFD for everything that is no character; as long as before, so that offsets in it hold. */
export function storable(text: string): string {
  return text.replace(NO_CHARACTER, '\uFFFD');
}

/** False for text that some store could not hold. */
export function isStorable(text: string): boolean {
  return storable(text) === text;
}

/** JSON data with every text in it made storable; the very same value where nothing had to be done. */
export function storableData<Data>(data: Data): Data {
  if (typeof data === 'string') return storable(data) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([name, value]) => [name, value, storableData(value)] as const);
  if (entries.every(([name, before, after]) => before === after && isStorable(name))) return data;
  if (Array.isArray(data)) return entries.map(([, , after]) => after) as Data;
  return Object.fromEntries(entries.map(([name, , after]) => [storable(name), after])) as Data;
}
