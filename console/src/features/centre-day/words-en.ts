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
  wrong: { here: 'That was a mistake', left: 'Still here', absent: 'Arrived just now' },
  rightOpen: 'Put right…',
  rightTitle: (name) => `Put right: ${name}`,
  rightLead: 'What was noted stays in the history. A time that nobody knows stays empty.',
  right: 'Record it',
  outcome: 'Did the child come?',
  outcomes: { ATTENDED: 'Came', ABSENT: 'Did not come' },
  arrivedAt: 'Arrived at',
  leftAt: 'Left at',
  reason: 'Why it is put right',
  lacks: {
    HOURS: 'The departure comes after the arrival.',
    REASON: 'Say why, in a few words.',
  },
  order: 'In which order',
  orders: { arrival: 'By arrival', departure: 'By departure' },
  free: 'Free places over the day',
  freePlaces: (count) => (count === 0 ? 'no place' : `${plural(count, 'place', 'places')} free`),
  partClosed: (reason, opens, closes) =>
    `${[opens && `Opens at ${opens}`, closes && `Closes at ${closes}`].filter(Boolean).join(', ')} on this day: ${reason}`,
  wrongReason: {
    here: 'Noted as arrived by mistake.',
    left: 'Noted as gone by mistake.',
    absent: 'Arrived after being noted as absent.',
  },
  takeBack: 'Undo this tap',
  tookBack: 'Tap undone',
  otherNow: (now, arrived, left) =>
    `A colleague noted something else in the meantime: ${[now, arrived && `arrived at ${arrived}`, left && `left at ${left}`].filter(Boolean).join(', ')}. What you wrote has stayed; record it again if it is right.`,
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
