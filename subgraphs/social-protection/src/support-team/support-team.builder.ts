import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { Temporal } from 'temporal-polyfill';
import { SupportTeamMember } from './support-team-member.ts';

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
  ...given,
});

/** The same, on record, of a professional of its own unless told. */
export const givenMember = async (
  db: Database,
  given: Partial<SupportTeamMember> & Pick<SupportTeamMember, 'familyId'>,
): Promise<SupportTeamMember> => {
  const professionalId = given.professionalId ?? (await givenProfessional(db)).id;
  const member = aMember({ ...given, professionalId });
  await db.insert(SupportTeamMember, member);
  return member;
};
