import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CoverStatus = enumOf('CoverStatus', 'Whether childcare covers the needed time.', {
  COVERED: 'All of the needed time is covered.',
  PARTIAL: 'Some of the needed time is covered.',
  UNKNOWN: 'The child lives with two families, and nobody has said with which one it is then.',
  UNCOVERED: 'Nothing covers the needed time.',
  NOT_NEEDED: 'No child under 6 needs care then. Of those in `notLookedAt` it says nothing.',
});
export type CoverStatus = keyof typeof CoverStatus;
