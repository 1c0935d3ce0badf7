import type { Knowledge } from './knowledge.js';
import { bodies } from './wic/bodies.js';
import { meetingsAndCompanions } from './wic/events.js';
import { institution } from './wic/institution.js';
import { people } from './wic/people.js';
import { places } from './wic/places.js';
import { externalEvents, terms } from './wic/terms.js';
import { awardsAndWorks } from './wic/works.js';

/** The world of the World Internet Conference. */
export const defaultKnowledge: Knowledge = {
  institution,
  events: [...meetingsAndCompanions, ...awardsAndWorks],
  externalEvents,
  bodies,
  people,
  places,
  terms,
};
