import { Any } from 'typeorm';
import { isFollower } from '../auth/user.ts';
import type { Database } from '../database/database.ts';
import { hasRows } from '../database/rows.ts';
import { isUuid } from '../ids.ts';
import { Professional } from './professional.ts';
import { professionalIdOf } from './professional-id.ts';

export const professionals = (db: Database, ids: readonly string[]): Promise<Professional[]> =>
  db.findBy(Professional, { id: Any([...ids]) });

export const professionalsBySub = (db: Database, subs: readonly string[]): Promise<Professional[]> =>
  db.findBy(Professional, { sub: Any([...subs]) });

type Named = { readonly id?: string | null | undefined; readonly sub?: string | null | undefined };

/** Whom somebody names by the id in the directory, by the sign-in, or by both, which must then agree. */
export const findProfessional = (db: Database, { id, sub }: Named): Promise<Professional | null> => {
  if (!id && !sub) return Promise.resolve(null);
  return db.findOneBy(Professional, { ...(id && { id }), ...(sub && { sub }) });
};

/** Whom somebody names in one word: by the id in the directory, or by the sign-in. */
export const findProfessionalCalled = (db: Database, idOrSub: string): Promise<Professional | null> =>
  db.findOneBy(Professional, isUuid(idOrSub) ? [{ id: idOrSub }, { sub: idOrSub }] : { sub: idOrSub });

/** What another agency said of the person holds no longer. */
const OF_SAME_AGENCY = 'known.agency = excluded.agency';

const KNOW = `
  insert into professionals as known (id, sub, name, role, agency, district_ids, version)
  values ($1, $2, coalesce(nullif($3, ''), $2), $4, $5, '{}', $6)
  on conflict (sub) do update set
    name = coalesce(nullif($3, ''), known.name), role = excluded.role, agency = excluded.agency,
    place = case when ${OF_SAME_AGENCY} then known.place end,
    district_ids = case when ${OF_SAME_AGENCY} then known.district_ids else '{}' end,
    phone = case when ${OF_SAME_AGENCY} then known.phone end,
    absent_from = case when ${OF_SAME_AGENCY} then known.absent_from end,
    absent_to = case when ${OF_SAME_AGENCY} then known.absent_to end,
    stand_in_sub = case when ${OF_SAME_AGENCY} then known.stand_in_sub end,
    departed_on = case when ${OF_SAME_AGENCY} then known.departed_on end,
    version = known.version + $6
  where (known.name, known.role, known.agency)
    is distinct from (coalesce(nullif($3, ''), known.name), excluded.role, excluded.agency)
  returning id`;

/** Somebody whom a city knows before they signed in. */
export type FirstAccount = Said & {
  readonly place?: string | undefined;
  readonly phone?: string | undefined;
};

const KNOW_FIRST = `
  insert into professionals (id, sub, name, role, agency, place, phone, district_ids, version)
  values ($1, $2, $3, $4, $5, $6, $7, '{}', 1)
  on conflict (sub) do nothing`;

/** Puts somebody into the directory when a city begins; who has signed in already is known as their token says. */
export const knowFirst = async (
  db: Database,
  { sub, name, role, agency, place, phone }: FirstAccount,
): Promise<void> => {
  await db.query(KNOW_FIRST, [professionalIdOf(sub), sub, name, role, agency, place ?? null, phone ?? null]);
};

/** What a token says of its owner. */
export type Said = {
  readonly sub: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
};

/** Takes over what a person's own token says; answers whether that is news. `step`: by how much the version rises. */
export const knowByToken = async (
  db: Database,
  { sub, name, role, agency }: Said,
  step: number,
): Promise<boolean> =>
  isFollower(role) && hasRows(db, KNOW, [professionalIdOf(sub), sub, name, role, agency, step]);
