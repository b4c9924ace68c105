import { newId } from '@relais/platform/ids.ts';
import type { FamilyRegistered } from '@relais/platform/known-families/receive-family-change.ts';
import { tellFollowers } from '../followers/who-follows.ts';
import { professionalAsSaid } from '../professionals/know-professional.ts';
import { supportTeamOfFamilies } from './support-team.queries.ts';
import { SupportTeamMember } from './support-team-member.ts';

/** Whoever registers a family is the first of its team: as lead, if a caseworker. */
export const registerMember: FamilyRegistered = async (tx, { familyId, registeredBy, registeredOn }, now) => {
  const team = await supportTeamOfFamilies(tx, [familyId]);
  if (team.length > 0) return;
  const professional = await professionalAsSaid(tx, registeredBy);
  if (!professional) return;
  await tx.insert(SupportTeamMember, {
    id: newId(),
    familyId,
    professionalId: professional.id,
    isLead: professional.role === 'CASEWORKER',
    from: registeredOn,
    to: null,
    version: 1,
    recordedAt: now,
    recordedBy: professional.sub,
  });
  await tellFollowers(tx, familyId, now);
};
