import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: 'My families',
  titleAll: 'Families',
  findTitle: 'Find a family',
  needMe: 'Those that need you first',
  none: 'You follow no family for the moment.',
  noneNext: 'Look for a family, or ask whether it has a file before one is made.',
  follow: {
    reason: (surname, born) => `Why follow the ${surname} family (child born on ${born})`,
    ask: 'Ask to follow it',
    asked: 'Request sent: the answer shows in Referrals.',
    needed: 'Say why, in a few words: whoever decides reads it.',
  },
  nothing: 'nothing to settle',
  results: (count, more) =>
    more ? `The first ${count} families` : plural(count, 'family found', 'families found'),
  noResult: 'No family that you may open bears this name.',
  maybe: 'It may have a file that you do not follow, or none at all: check below.',
  register: 'Register a family',
  searchFirst: 'Search by name or by reference.',
  lookUp: {
    title: 'Does it have a file already?',
    lead: 'Before a file is made: the surname and the day of birth of a child. Your question is kept.',
    surname: 'Surname',
    birthDate: 'Birth of a child',
    ask: 'Check',
    asking: 'Checking…',
    yes: 'There is a file.',
    no: 'There is no file.',
    againToRead: 'To read it in an emergency, check again.',
    againToFollow: 'To ask to follow the family, check again.',
  },
  children: 'Children',
  expected: 'to be born',
  firstVisit: [
    'The families that you follow, those that need you first: each alert opens the file.',
    'Look for a family here, or from anywhere with the key “/”.',
    'Example: “care incomplete for Tuesday’s milestone” leads to the milestone, where a place is booked.',
  ],
};
