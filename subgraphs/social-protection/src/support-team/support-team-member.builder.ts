import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import type { SupportTeamMember } from './support-team-member.ts';

/** A membership in memory, since 2026-01-05. */
export const aMember = (given: Partial<SupportTeamMember> = {}): SupportTeamMember => ({
  id: newId(),
  familyId: newId(),
  professionalId: newId(),
  isLead: false,
  from: Temporal.PlainDate.from('2026-01-05'),
  to: null,
  version: 1,
  recordedAt: new Date('2026-01-05T09:00:00Z'),
  recordedBy: 'test',
  handedOnBy: null,
  handedOnTo: null,
  ...given,
});
