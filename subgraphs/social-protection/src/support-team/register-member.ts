import { newId } from '@relais/platform/ids.ts';
import type { FamilyRegistered } from '@relais/platform/known-families/receive-family-change.ts';
import { tellFollowers } from '../followers/who-follows.ts';
import { isProfessionalRole } from './know-professional.ts';
import { knowProfessional, supportTeamOfFamilies } from './support-team.queries.ts';
import { SupportTeamMember } from './support-team-member.ts';

/** Whoever registers a family is the first of its team: as lead, if a caseworker. */
export const registerMember: FamilyRegistered = async (tx, { familyId, registeredBy, registeredOn }, now) => {
  const { sub, name, role, agency } = registeredBy;
  if (!isProfessionalRole(role)) return;
  const team = await supportTeamOfFamilies(tx, [familyId]);
  if (team.length > 0) return;
  const { id: professionalId } = await knowProfessional(tx, { id: newId(), sub, name, role, agency }, false);
  await tx.insert(SupportTeamMember, {
    id: newId(),
    familyId,
    professionalId,
    isLead: role === 'CASEWORKER',
    from: registeredOn,
    to: null,
    version: 1,
    recordedAt: now,
    recordedBy: sub,
  });
  await tellFollowers(tx, familyId, now);
};
