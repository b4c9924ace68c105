import { enumOf } from '@relais/platform/graphql/enums.ts';

export const JobSearchDeskKind = enumOf('JobSearchDeskKind', 'What waits at the desk of an advisor.', {
  MILESTONE_UNCOVERED:
    'A milestone of the next 14 days whose children lack care, wholly or in part, or of which that cannot be known; as early-childhood told it last. Due when it has to be left for.',
  OUTCOME_DUE:
    'A milestone of the last 31 days is over and nobody wrote down how it ended. Due since it ended.',
  FOLLOW_UP_DUE:
    'A return to work is to be followed up by the end of the next 7 days; the earliest point that is owed. Due on its day.',
});
export type JobSearchDeskKind = keyof typeof JobSearchDeskKind;
