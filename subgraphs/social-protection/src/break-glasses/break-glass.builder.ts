import { newId } from '@relais/platform/ids.ts';
import type { BreakGlassAccess } from './break-glass-access.ts';

/** One in memory, which began on 2026-03-10 at ten in the morning. */
export const aBreakGlass = (given: Partial<BreakGlassAccess> = {}): BreakGlassAccess => ({
  id: newId(),
  familyId: newId(),
  sub: 'nora',
  reason: 'A child alone at the desk, parents unreachable',
  beganAt: new Date('2026-03-10T09:00:00Z'),
  until: new Date('2026-03-10T09:15:00Z'),
  endedAt: null,
  finding: null,
  remark: null,
  reviewedAt: null,
  reviewedBySub: null,
  reviewedByName: null,
  version: 1,
  ...given,
});
