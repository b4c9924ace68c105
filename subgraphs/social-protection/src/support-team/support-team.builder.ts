import type { Database } from '@relais/platform/database/database.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { findProfessional } from '@relais/platform/professionals/professional.queries.ts';
import { Professional, ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import type { TestUser } from '@relais/platform/testing/test-users.ts';
import { aMember } from './support-team-member.builder.ts';
import { SupportTeamMember } from './support-team-member.ts';

/** A membership, on record and following the family, of a professional of its own unless told. */
export const givenMember = async (
  db: Database,
  given: Partial<SupportTeamMember> & Pick<SupportTeamMember, 'familyId'>,
): Promise<SupportTeamMember> => {
  const professionalId = given.professionalId ?? (await givenProfessional(db)).id;
  const member = aMember({ ...given, professionalId });
  await db.insert(SupportTeamMember, member);
  const { sub } = await db.findOneByOrFail(Professional, { id: professionalId });
  const days = { from: member.from.toString(), ...(member.to && { to: member.to.toString() }) };
  await givenFollowers(db, member.familyId, [{ sub, relation: 'TEAM', ...days }]);
  return member;
};

const isInTeams = (role: string): role is ProfessionalRole => Object.hasOwn(ProfessionalRole, role);

/** These are in the team of the family, and stay there when it is told who follows it. */
export const givenTeam = async (db: Database, familyId: string, ...users: TestUser[]): Promise<void> => {
  for (const { sub = newId(), role } of users) {
    if (!isInTeams(role)) throw new Error(`Nobody of role ${role} is in a team.`);
    const known = await findProfessional(db, { sub });
    const { id: professionalId } = known ?? (await givenProfessional(db, { sub, role }));
    await givenMember(db, { familyId, professionalId });
  }
};
