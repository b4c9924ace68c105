import type { fr } from './support-words-fr.ts';

export const en: typeof fr = {
  leave: 'Leave the team',
  leaveLead:
    'You follow this family no longer, from now on; what you wrote stays, and the history says when you followed it.',
  leaveTasks: 'Your tasks keep your name: give them to somebody first if others are to do them.',
  leaveAlone: 'You alone follow this family: nobody will, until somebody takes it.',
  stay: 'Stay',
  left: 'You follow this family no longer.',
  toMine: 'My families',
  toFamilies: 'Families',
  remove: 'Remove',
  removeTitle: (name) => `Remove ${name} from the team`,
  removeLead: (name) =>
    `${name} has no access to the file by the team any more, from now on. What is written stays, and the history says who followed the family.`,
  removed: (name) => `${name} follows this family no longer`,
  keep: 'Keep',
  handOver: 'Hand over the lead',
  handOverLead:
    'Whoever leads decides who follows a family. You stay in the team, and may leave it afterwards.',
  handOverTo: 'To whom',
  handOverNeeded: 'Say to whom.',
  choose: 'Choose…',
  handedOver: 'The lead is handed over',
  objections: 'Objections to sharing',
  noObjection: 'The family objects to no sharing.',
  notFor: (agency, what) => `Not for ${agency}: ${what}`,
  saidBy: (name, day) => (name === '' ? `said on ${day}` : `said by ${name} on ${day}`),
  to: (name) => `to ${name}`,
  noMore: (count) =>
    count > 1 ? `${count} objections that the family took back` : 'One objection that the family took back',
  takenBack: (name, day) => (name === '' ? `taken back on ${day}` : `taken back by ${name} on ${day}`),
  object: 'Record an objection',
  objectLead:
    'Once it is saved, that service sees it no longer and forgets what it knew. The family may take it back at any time.',
  what: 'What is not shared',
  with: 'With which service',
  binds: {
    CARE: 'It no longer sees requests, places, bookings or health alerts, nor whether a milestone is covered. What is booked stays booked.',
    BENEFITS: 'It no longer sees benefits or resources, nor the fee that follows from them.',
    JOB_SEARCH:
      'It no longer sees milestones or the file of the job search. If it is early childhood, nobody will know any more whether a milestone is covered.',
  },
  ownToo: 'That holds for everybody who works there; for you as well, if it is your service.',
  who: 'Who said so',
  on: 'Said on',
  toWhom: 'To whom',
  myself: 'to me',
  note: 'What else was said (optional)',
  save: 'Save',
  objected: 'Objection recorded',
  adultsUnread: 'The adults of the family cannot be read for the moment: try again later.',
  lift: 'The family takes it back',
  liftLead: 'Once it is saved, what was no longer shared is seen and told again.',
  liftReason: 'Why, as the family says it',
  lifted: 'Objection lifted',
  lacks: {
    WHO: 'Say who of the family said so.',
    DAY: 'Say on which day.',
    WHY: 'Say why, as the family says it.',
  },
};
