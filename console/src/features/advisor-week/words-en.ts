import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: (day) => `Week of ${day}`,
  count: (count) => plural(count, 'milestone', 'milestones'),
  toSettle: (count) => `${count} to settle`,
  atLeast: 'at least',
  previous: 'Previous week',
  next: 'Next week',
  current: 'This week',
  filters: 'Filter milestones',
  show: {
    'to-settle': 'To settle',
    uncovered: 'No care',
    partial: 'Incomplete',
    unknown: 'Unknown',
    covered: 'Complete',
    'not-needed': 'Not needed',
    all: 'All',
  },
  empty: 'No milestone this week. Plan one at an hour when the children are looked after.',
  emptyFilter: 'No such milestone this week.',
  allSettled: 'Nothing to settle: every milestone still to come this week has its care.',
  seeAll: 'Show all milestones',
  bookAll: (count) => (count > 1 ? `Book the ${count} possible…` : 'Book the one possible…'),
  bookAllTitle: 'Book what is possible',
  bookAllLead:
    'Relais books the place shown for each milestone that is ticked. Each booking can be undone afterwards.',
  bookThese: (count) => (count > 1 ? `Book these ${count} milestones` : 'Book this milestone'),
  progress: (done, all) => `${done} of ${all} booked…`,
  done: (done, all) => `${done} of ${all} booked.`,
  notShared: 'name not shared',
  firstVisit: [
    'Each row is a milestone of one of your job seekers; the bar shows when the children are looked after.',
    'Hatched red: care is missing. “Book” takes the place shown, and is undone with one click.',
    'Example: an interview at 13:30 with 15 min of travel needs care from 13:15 to 14:45.',
  ],
};
