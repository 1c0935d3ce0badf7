import { expect } from '@jest/globals';
import type { Announcement } from '#client';
import type { Item, World } from './world.js';

/** Every piece of evidence is the very words of its item, and the fields that are told have some. */
export async function expectEvidence(
  world: World,
  { evidence, ...announcement }: Announcement,
): Promise<void> {
  const items = new Map<string, Item>();
  for (const { itemId } of announcement.coverage) items.set(itemId, await world.item(itemId));
  for (const { itemId, in: where, start, end, text } of evidence) {
    expect((items.get(itemId!)?.[where] ?? '').slice(start, end)).toBe(text);
  }
  const proven = evidence.map(({ field }) => field);
  for (const field of ['kind', 'happens', 'place', 'title'] as const)
    if (announcement[field] !== null) expect(proven).toContain(field);
}
