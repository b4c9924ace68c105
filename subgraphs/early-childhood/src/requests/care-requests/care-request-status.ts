import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareRequestStatus = enumOf('CareRequestStatus', 'Where a care request stands in its life.', {
  SUBMITTED: 'Taken by the service point; it waits for a place.',
  OFFERED: 'A place is held while the family decides.',
  ACCEPTED: 'The family took the place; the child is not admitted yet.',
  PLACED: 'The child has its place.',
  ALTERNATIVE_PROPOSED:
    'No place is free: the family was helped to another solution, and the request waits on.',
  REFUSED: 'Refused, with the reason (CRPA L211-2).',
  WITHDRAWN: 'The family needs it no longer.',
  LAPSED:
    'The family did not answer when it was asked whether it needs the care still; its word makes it wait again.',
});
export type CareRequestStatus = keyof typeof CareRequestStatus;
