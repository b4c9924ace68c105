import { enumOf } from '@relais/platform/graphql/enums.ts';

export const PlacementStatus = enumOf('PlacementStatus', 'Where a placement stands in its life.', {
  PLANNED: 'Agreed, not started.',
  ACTIVE: 'Running.',
  SUSPENDED: 'Paused; it can run again.',
  ENDED: 'Over.',
});
export type PlacementStatus = keyof typeof PlacementStatus;
