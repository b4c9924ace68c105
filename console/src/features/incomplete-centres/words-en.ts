import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: 'Centres to complete',
  lead: 'The lists of the city name them, but too much is missing to offer a place there.',
  count: (count) => plural(count, 'centre', 'centres'),
  none: 'Each centre of the lists is complete.',
  next: 'Complete the list that it comes from, and ask for it to be imported again: the centre is then among Places.',
  missing: 'Missing',
  numbered: (source, id) => `${source}, no. ${id}`,
  by: (what, count) => `${what}: ${count}`,
  most: 'What is missing most',
};
