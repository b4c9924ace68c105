import { enumOf } from '@relais/platform/graphql/enums.ts';

export const InformationSubject = enumOf(
  'InformationSubject',
  'What a family is told about its file (RGPD articles 13 to 16 and 21, CASF L121-6-2).',
  {
    RECORDS: 'What is kept of the family, why, and for how long.',
    SHARING: 'Which agencies share what of it, and with whom.',
    OBJECTION: 'That the family may object to sharing, and what follows from it.',
    ACCESS_LOG: 'That every reading is noted, and that it may ask who read what.',
    CORRECTION: 'That it may read what is kept and have it corrected.',
  },
);
export type InformationSubject = keyof typeof InformationSubject;
