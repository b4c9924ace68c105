import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { SupportTeamMember } from './support-team-member.ts';

/** Everybody who is or was in the teams of these families, oldest first. */
export const supportTeamOfFamilies = (db: Database, familyIds: string[]): Promise<SupportTeamMember[]> =>
  db.find(SupportTeamMember, {
    where: { familyId: Any(familyIds) },
    order: { familyId: 'ASC', from: 'ASC', id: 'ASC' },
  });

export const supportTeamMembers = (db: Database, ids: string[]): Promise<SupportTeamMember[]> =>
  db.findBy(SupportTeamMember, { id: Any(ids) });
