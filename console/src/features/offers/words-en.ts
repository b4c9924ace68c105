import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: 'Places offered',
  count: (count, atLeast) =>
    `${atLeast ? 'more than ' : ''}${plural(count, 'place', 'places')}, by hour of expiry`,
  filters: 'Filter the offers',
  show: { open: 'Not answered', accepted: 'Accepted', all: 'All' },
  none: 'No place is offered at the moment.',
  noneNext: 'A place is held for a family from the waiting list.',
  noneSuch: 'No such place.',
  until: (when) => `answer due ${when}`,
  at: (day, time) => `${day} at ${time}`,
  from: (day) => `from ${day}`,
  accept: 'The family accepts',
  accepted: 'Acceptance noted',
  decline: 'It declines…',
  declineLead: 'The place is free at once, the request waits again.',
  declined: 'Decline noted, the place is free',
  takeBack: 'Take back…',
  takeBackLead: 'The place is free at once; the family may read this reason.',
  takenBack: 'Place taken back',
  reason: 'Why?',
  needed: 'Write a few words.',
  receive: 'Admit the child',
  received: 'Child admitted',
  openRequest: 'See the request',
};
