import { enumOf } from '@relais/platform/graphql/enums.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';

/** The steps that can say something of a time that is over. */
export const CoverMatter = enumOf(
  'CoverMatter',
  'What was noted that concerns the childcare cover of a time that is over.',
  {
    ARRANGEMENT_RECORDED: 'The family had looked after a child otherwise.',
    ARRANGEMENT_CORRECTED: 'How a child was looked after otherwise was put right.',
    ARRANGEMENT_ENDED: 'An own arrangement did not hold any more.',
    ARRANGEMENT_REMOVED: 'An own arrangement fell through.',
    CARE_BOOKED: 'Care was booked in the half-hour that ran.',
    BOOKING_CANCELLED: 'Care that was under way was given back.',
    CHILD_ADDED: 'A child had joined the family.',
    CHILD_BORN: 'A child had been born.',
    CHILD_CORRECTED: 'The day of birth of a child was corrected.',
    CHILD_LEFT: 'A child had left the family.',
    CHILD_BACK: 'A child had not left the family after all.',
    RESIDENCE_SHARED: 'A child lived by turns with a second family, or its calendar was another.',
    RESIDENCE_ENDED: 'A child lived with one of its two families only.',
    FAMILIES_MERGED: 'Another file of the family was merged into this one.',
  } satisfies Partial<Record<CareStepKind, string>>,
);
export type CoverMatter = keyof typeof CoverMatter;
