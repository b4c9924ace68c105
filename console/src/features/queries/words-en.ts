import type { Role } from '../../graph/session.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  title: (name) => `Hello ${name}`,
  lead: 'What the screens do not show is read with the queries.',
  queries:
    'The queries of your work stand ready in GraphiQL: open the first tab that bears your role, and run it.',
  noQueries: 'Your administrator will tell you with which program to read and change the rest meanwhile.',
  openQueries: 'Open the queries',
  may: {
    CASEWORKER: '',
    EMPLOYMENT_ADVISOR: '',
    CARE_COORDINATOR: '',
    CENTRE_STAFF: '',
    AUDITOR: 'Who looked families up and which sessions ended is read with the queries.',
    INTEGRATOR: 'Centres, districts and the figures of the practice are read with the queries.',
  } satisfies Record<Role, string>,
};
