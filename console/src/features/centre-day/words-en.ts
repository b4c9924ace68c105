import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: 'My centre',
  count: (expected, here) => `${plural(expected, 'child', 'children')} expected, ${here} here`,
  previous: 'The day before',
  next: 'The day after',
  today: 'Today',
  centre: 'Centre',
  noCentre: 'Your account belongs to no centre: your administrator can change that.',
  gone: 'This centre is gone.',
  closed: (reason) => `Closed on this day: ${reason}`,
  sections: 'Choose a section',
  everybody: 'Everybody',
  nobody: 'No child is expected.',
  collectors: 'May collect the child',
  adults: 'Parents',
  touch: { ARRIVED: 'Arrived', LEFT: 'Left', ABSENT: 'Absent' },
  presence: { expected: 'expected', here: 'here', left: 'left', absent: 'absent' },
  since: (time) => `since ${time}`,
  until: (time) => `at ${time}`,
  notSent: 'not sent yet',
  waiting: (count) =>
    count === 1
      ? 'One tap waits for the network; it is sent by itself, with its time.'
      : `${count} taps wait for the network; they are sent by themselves, with their times.`,
  notMine: (count) =>
    `${plural(count, 'tap', 'taps')} of somebody else on this screen ${count === 1 ? 'was' : 'were'} not sent: they sign in here again, or you see with them who is in.`,
  wrong: 'That was a mistake',
  wrongReason: 'Put right by whoever noted it.',
  righted: 'Put right',
  week: 'The week',
  children: (count) => plural(count, 'child', 'children'),
  peak: (count, places) => `${count} at once at most for ${places} places`,
  firstVisit: [
    'The children of the day by time of arrival: one tap when a child arrives, leaves or did not come.',
    'Allergies and who may collect a child are read without opening anything.',
    'Example: without a network the tap is kept with its time, and sent as soon as the network is back.',
  ],
};
