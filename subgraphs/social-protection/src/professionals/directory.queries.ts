import type { Database } from '@relais/platform/database/database.ts';
import { hasRows } from '@relais/platform/database/rows.ts';
import { nameKey } from '@relais/platform/names.rules.ts';
import { Professional, type ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';

export type DirectoryQuestion = {
  readonly search?: string | null | undefined;
  readonly role?: ProfessionalRole | null | undefined;
  readonly agency?: string | null | undefined;
  /** Leaves out who has left by then. */
  readonly workingOn: Temporal.PlainDate | null;
};

export type DirectoryPosition = { readonly name: string; readonly id: string } | null;

/** As `nameKey` writes it, but for rare letters: accents fall away, and so does all that is no letter. */
const KEY = `regexp_replace(replace(replace(normalize(lower(person.name), NFKD), 'œ', 'oe'), 'æ', 'ae'), '[^[:alnum:]]', '', 'g')`;

/** Each word that was typed, wherever it stands in the name. */
const wordsOf = (search: string): string[] => search.split(/\s+/).map(nameKey).filter(Boolean);

/** A page of the directory, by name. It holds some thousands at most, so that a search reads them all. */
export const professionalsByName = (
  db: Database,
  { search, role, agency, workingOn }: DirectoryQuestion,
  after: DirectoryPosition,
  count: number,
): Promise<Professional[]> => {
  const query = db.createQueryBuilder(Professional, 'person').where('true');
  if (workingOn) {
    query.andWhere('(person.departedOn is null or person.departedOn > :workingOn)', {
      workingOn: `${workingOn}`,
    });
  }
  if (role) query.andWhere('person.role = :role', { role });
  if (agency) query.andWhere('person.agency = :agency', { agency });
  const words = wordsOf(search ?? '');
  if (words.length > 0) {
    query.andWhere(`not exists (select from unnest(:words::text[]) word where strpos(${KEY}, word) = 0)`, {
      words,
    });
  }
  if (after) query.andWhere('(person.name, person.id) > (:name, :id::uuid)', after);
  return query.orderBy('person.name').addOrderBy('person.id').limit(count).getMany();
};

const SERVING = `
  select from known_families home
  join professionals person on home.district_id = any(person.district_ids)
  where home.id = $1 and person.role = 'CASEWORKER' and (person.departed_on is null or person.departed_on > $2)`;

/** Whether any social worker of the directory works for the district where a family lives. */
export const hasDistrictService = (
  db: Database,
  familyId: string,
  today: Temporal.PlainDate,
): Promise<boolean> => hasRows(db, SERVING, [familyId, today.toString()]);
