import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { z } from 'zod';
import { Professional, ProfessionalRole } from './professional.ts';
import { SupportTeamMember } from './support-team-member.ts';

export const professionals = (db: Database, ids: string[]): Promise<Professional[]> =>
  db.findBy(Professional, { id: Any(ids) });

export const professionalsBySub = (db: Database, subs: string[]): Promise<Professional[]> =>
  db.findBy(Professional, { sub: Any(subs) });

/** Everybody who is or was in the teams of these families, oldest first. */
export const supportTeamOfFamilies = (db: Database, familyIds: string[]): Promise<SupportTeamMember[]> =>
  db.find(SupportTeamMember, {
    where: { familyId: Any(familyIds) },
    order: { familyId: 'ASC', from: 'ASC', id: 'ASC' },
  });

export const supportTeamMembers = (db: Database, ids: string[]): Promise<SupportTeamMember[]> =>
  db.findBy(SupportTeamMember, { id: Any(ids) });

const KnownRow = rowOf({
  id: ['known.id', anId],
  sub: ['known.sub', z.string()],
  name: ['known.name', z.string()],
  role: ['known.role', z.enum(ProfessionalRole)],
  agency: ['known.agency', z.string()],
});

/** Whoever signs in is known by their own token from then on; who is only named keeps what is on record. */
const KNOW_PROFESSIONAL = `
  insert into professionals as known (id, sub, name, role, agency) values ($1, $2, $3, $4, $5)
  on conflict (sub) do update set
    name = case when $6 then excluded.name else known.name end,
    role = case when $6 then excluded.role else known.role end,
    agency = case when $6 then excluded.agency else known.agency end
  returning ${KnownRow.columns}`;

export const knowProfessional = async (
  tx: Transaction,
  { id, sub, name, role, agency }: Professional,
  isOwnToken: boolean,
): Promise<Professional> => {
  const [known] = await rowsOf(tx, KnownRow, KNOW_PROFESSIONAL, [id, sub, name, role, agency, isOwnToken]);
  return tx.create(Professional, { ...known });
};
