import { describe, expect, it } from '@jest/globals';
import type { LocalizedText } from '#domain';
import { activityView, type ToldOfActivity } from './activity.view.js';

const told = (announcedAt: string, title: LocalizedText, name: LocalizedText): ToldOfActivity => ({
  ...{ id: announcedAt, kind: 'forum', phase: null, happens: null, place: null, theme: null },
  ...{ announcedAt, title, activity: { id: 'forum/x', title: name, known: true } },
});

describe('the title of an activity', () => {
  const at = '2024-01-01T00:00:00.000Z';

  it('is what its announcements call it, in each language the latest', () => {
    const first = told('2023-01-01T00:00:00.000Z', { en: 'A forum is planned' }, { en: 'Forum' });
    const second = told('2023-02-01T00:00:00.000Z', { en: 'It opens' }, { en: 'X Forum', zh: '论坛' });
    expect(activityView('forum/x', [second, first], at).title).toEqual({ en: 'X Forum', zh: '论坛' });
  });

  it('is that of its first announcement where none has a name for it', () => {
    const first = told('2023-01-01T00:00:00.000Z', { en: 'A forum is planned' }, {});
    const second = told('2023-02-01T00:00:00.000Z', { en: 'It opens' }, {});
    expect(activityView('forum/x', [second, first], at).title).toEqual({ en: 'A forum is planned' });
  });
});
