/** Full and half width, upper and lower case become the same, so that both languages compare alike. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
