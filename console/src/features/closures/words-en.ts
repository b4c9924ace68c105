import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  kept: (time) =>
    `Early childhood does not answer: what follows was read at ${time}, and what you write stays.`,
  title: 'Closures',
  lead: 'What a closure takes is shown before anything closes; then each child finds another place.',
  leadOwn:
    'What a closure takes is shown before anything closes; coordination then finds each child another place.',
  noOwn: 'Your account belongs to no centre: your administrator can change that.',
  coordinated: 'Coordination sees which milestones lose their care, and finds each child another place.',
  close: 'Close a centre',
  centre: 'Centre',
  choose: 'Choose a centre',
  all: 'All',
  from: 'From',
  to: 'To',
  opensAt: 'Opens only at (optional)',
  closesAt: 'Closes already at (optional)',
  reason: 'Reason, as families read it',
  look: 'See what it takes',
  lacks: {
    CENTRE: 'Choose the centre.',
    DAYS: 'Say the days: the last comes after the first.',
    REASON: 'Say why, in a few words.',
  },
  would: 'If you close it',
  freed: (count) =>
    count === 0 ? 'No booking is touched.' : `${plural(count, 'booking', 'bookings')} given back.`,
  shortened: (count) => `${plural(count, 'booking', 'bookings')} shortened.`,
  uncovered: (count) =>
    count > 1 ? `${count} milestones lose their care:` : 'One milestone loses its care:',
  noUncovered: 'No milestone to come loses its care.',
  unknownUncovered:
    'It is not known which milestones would lose their care: that is not “none”. Look again in a moment.',
  closeNow: 'Close it',
  closeAnyway: 'Close it all the same',
  doNot: 'Do not close',
  closed: 'Centre closed',
  toCome: 'Closures to come',
  none: 'No closure in the three months to come.',
  days: (from, to) => `${from} to ${to}`,
  hours: (opens, closes) =>
    [opens && `opens at ${opens}`, closes && `closes at ${closes}`].filter(Boolean).join(', '),
  centres: (count) => plural(count, 'centre', 'centres'),
  lasting: 'closed for good',
  elsewhere: 'Find other places',
  openAgain: 'Open again',
  openAgainTitle: (name) => `Open again: ${name}`,
  openAgainLead: (again, not) =>
    `${plural(again, 'stay comes', 'stays come')} back as before${not > 0 ? `; ${plural(not, 'does', 'do')} not: the child is elsewhere, or there is no room` : ''}.`,
  opened: 'Centre open again',
  lost: 'Children to find a place for',
  lostLead: 'What the closure took and nothing stands in for yet.',
  noLost: 'No child is left: all found another place, or nothing was booked.',
  place: (name) => `Where ${name} goes`,
  nowhere: 'Do not book',
  gone: 'The place that was chosen is free no longer: choose another one.',
  noPlace: 'no place fits',
  part: 'a part only',
  book: (count) => (count > 1 ? `Book these ${count} places` : 'Book this place'),
  booked: (done, all) => `${done} of ${all} booked`,
  hidden: 'family not shared',
};
