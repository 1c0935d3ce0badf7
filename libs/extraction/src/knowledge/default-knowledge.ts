import type { Knowledge } from './knowledge.js';
import { awards } from './wic/awards.js';
import { bodies, critics } from './wic/bodies.js';
import { meetingsAndCompanions } from './wic/events.js';
import { institution } from './wic/institution.js';
import { people } from './wic/people.js';
import { places } from './wic/places.js';
import { programmesAndPapers } from './wic/programmes.js';
import { externalEvents, terms } from './wic/terms.js';

/** The world of the World Internet Conference. */
export const defaultKnowledge: Knowledge = {
  institution,
  events: [...meetingsAndCompanions, ...awards, ...programmesAndPapers],
  externalEvents,
  bodies,
  critics,
  people,
  places,
  terms,
};
