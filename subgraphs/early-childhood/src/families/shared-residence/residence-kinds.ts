import { enumOf } from '@relais/platform/graphql/enums.ts';

export const ResidenceRuleKind = enumOf(
  'ResidenceRuleKind',
  'How the weeks of a child in shared residence alternate.',
  {
    EVERY_SECOND_WEEK: 'Week about, counted from the start of the rule.',
    ISO_WEEKS:
      'Even and odd weeks of the calendar (ISO 8601), each by the day of its handing over: who is handed the child on a Friday of an even week has it until the Friday of the odd week. After a week 53, which is odd like the week 1 that follows, the same family has the child for two weeks.',
  },
);
export type ResidenceRuleKind = keyof typeof ResidenceRuleKind;

export const ResidenceHolidays = enumOf(
  'ResidenceHolidays',
  'What a rule of shared residence says of the school holidays.',
  {
    LIKE_TERMS: 'The weeks alternate in holidays too.',
    HALVES: 'Each family has a half of each holiday.',
    NOT_SAID: 'Nothing: who has the child in holidays is unknown.',
  },
);
export type ResidenceHolidays = keyof typeof ResidenceHolidays;

export const ResidenceSource = enumOf(
  'ResidenceSource',
  'Why a child in shared residence is with a family at some time.',
  {
    CALENDAR: 'Written down for this stretch, without a rule.',
    RULE: 'The weeks of the rule.',
    HOLIDAY: 'A half of a school holiday, as the rule says.',
    EXCEPTION: 'An exception to the rule, written down for this stretch.',
    ENDED: 'The shared residence has ended: the child lives with this family.',
    UNKNOWN: 'Nobody knows with whom it is: no calendar says it, or the school terms are not known yet.',
  },
);
export type ResidenceSource = keyof typeof ResidenceSource;
