import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: 'Milestones without care',
  count: (count, atLeast) =>
    `${atLeast ? 'more than ' : ''}${plural(count, 'milestone', 'milestones')} within two weeks, soonest first`,
  filters: 'Filter the milestones',
  none: 'Each milestone of the coming two weeks has its care.',
  openFile: 'Open the file',
  hidden: 'family not shared',
};
