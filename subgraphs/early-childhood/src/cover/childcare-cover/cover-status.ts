import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const CoverStatus = {
  COVERED: 'COVERED',
  PARTIAL: 'PARTIAL',
  UNKNOWN: 'UNKNOWN',
  UNCOVERED: 'UNCOVERED',
  NOT_NEEDED: 'NOT_NEEDED',
} as const;
export type CoverStatus = keyof typeof CoverStatus;

registerEnum(CoverStatus, 'CoverStatus', 'Whether childcare covers the needed time.', {
  COVERED: 'All of the needed time is covered.',
  PARTIAL: 'Some of the needed time is covered.',
  UNKNOWN: 'The child lives with two families, and nobody has said with which one it is then.',
  UNCOVERED: 'Nothing covers the needed time.',
  NOT_NEEDED: 'No child needs care then.',
});
