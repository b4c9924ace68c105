import { plural } from '../../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: 'Today',
  lead: 'What waits for you',
  count: (count, atLeast) =>
    `${atLeast ? 'at least ' : ''}${plural(count, 'matter waits', 'matters wait')} for you`,
  nothing: 'Nothing waits for you.',
  next: {
    CASEWORKER:
      'Your tasks, referrals received and families without a support team show here. A family is looked for or registered in My families.',
    EMPLOYMENT_ADVISOR:
      'Milestones without care, outcomes to note and follow-ups show here. A file is taken in My job seekers.',
    CARE_COORDINATOR:
      'Requests, offers that expire and milestones without care show here. A family is registered in Families, centres come from the list of the city.',
    CENTRE_STAFF: 'Arrivals, absences and closures of your centre show here.',
    AUDITOR: '',
    INTEGRATOR: '',
  },
  unknown: 'It is not known whether something waits for you.',
  shown: (shown, total) => `The first ${shown} of ${total}.`,
  news: 'What has changed',
  newsLead: 'In the last three days, done by others.',
  noNews: 'Nothing new.',
  moreNews: 'There were other changes before these.',
  at: (day, time) => `${day} at ${time}`,
  firstVisit: [
    'What waits for you, the most pressing first; each line opens the place where it is settled.',
    'On the right, what others did in the meantime.',
    'Example: “Place held until 16:30” leads to the offers, where the answer of the family is noted.',
  ],
};
