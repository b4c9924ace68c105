import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const PlacementStatus = {
  PLANNED: 'PLANNED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  ENDED: 'ENDED',
} as const;
export type PlacementStatus = keyof typeof PlacementStatus;

registerEnum(PlacementStatus, 'PlacementStatus', 'Where a placement stands in its life.', {
  PLANNED: 'Agreed, not started.',
  ACTIVE: 'Running.',
  SUSPENDED: 'Paused; it can run again.',
  ENDED: 'Over.',
});
