import { tracker } from '../api/client.js';
import { resource } from '../api/resource.svelte.js';
import { words } from '../words/words.svelte.js';

/** What the values of filters are called. To be made while a component is made. */
export function valueNames(): (filter: string, value: string) => string {
  const sources = resource(
    () => ({}),
    (query, signal) => tracker().get('/v1/sources', { query, signal }),
  );
  const titleOf = (id: string) => sources.answer?.data.find((source) => source.id === id)?.title;
  return (filter, value) => {
    if (filter === 'kind') return words().kinds[value] ?? value;
    if (filter === 'lang') return words().languages[value] ?? value;
    if (filter === 'source') return titleOf(value) ?? value;
    return filter === 'q' ? `“${value}”` : value;
  };
}
