import { professionalIdOf } from '@relais/platform/professionals/professional-id.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import { demoAccounts } from '../demo-accounts.ts';
import type { DemoFamily } from './demo-family.ts';
import type { LivingFamily } from './demo-life.ts';
import { insertRows } from './insert-rows.ts';

/** One family objects to sharing its benefits with the service point, whose coordinator then sees what "not shared" is. */
const OBJECTS = 'NAN-000007';
/** One is a colleague's own: its file is read by its team and by the coordinator who is named. */
const RESTRICTED = 'NAN-000017';

const BARRED = `${demoAccounts.caseworker.sub}-2`;
const NAMED = demoAccounts.coordinator.sub;

export const objectsToBenefitsAtCare = ({ reference }: Pick<DemoFamily, 'reference'>): boolean =>
  reference === OBJECTS;

const isRestricted = ({ reference }: Pick<DemoFamily, 'reference'>): boolean => reference === RESTRICTED;

/** When its support team was there to be told, and its file was there to be restricted. */
const sinceOf = ({ team, registeredAt }: LivingFamily): Date => team[0]?.recordedAt ?? registeredAt;

const objectionRows = (families: readonly LivingFamily[]) =>
  families.filter(objectsToBenefitsAtCare).map(({ id: family_id }) => ({
    ...{ family_id, category: 'BENEFITS', agency: 'CARE' },
  }));

/** A city whose start was cut short may have been told of it. */
const KNOW = `
  insert into objections (family_id, category, agency)
  select family_id, category, agency from json_populate_recordset(null::objections, $1::json)
  on conflict do nothing`;

/** What every agency knows of it. */
export const writeObjections = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
): Promise<void> => {
  await client.query(KNOW, [JSON.stringify(objectionRows(families))]);
};

const saidRows = (families: readonly LivingFamily[]) =>
  families.filter(objectsToBenefitsAtCare).map((family) => ({
    ...{
      id: professionalIdOf(`${family.id} objects`),
      family_id: family.id,
      category: 'BENEFITS',
      agency: 'CARE',
    },
    said_on: dayOf(sinceOf(family)),
    said_by_adult_id: family.adults[0]?.id,
    told_to_sub: demoAccounts.caseworker.sub,
    recorded_at: sinceOf(family),
    version: 1,
  }));

const restrictionRows = (families: readonly LivingFamily[]) =>
  families.filter(isRestricted).map((family) => ({
    ...{ id: professionalIdOf(`${family.id} restricted`), family_id: family.id, agency: 'departement-44' },
    reason: 'Famille d’une collègue du service.',
    named_subs: [NAMED],
    barred_subs: [BARRED],
    began_at: sinceOf(family),
    began_by_sub: demoAccounts.administrator.sub,
    version: 1,
  }));

/** The administrator restricted a file before signing in for the first time. */
const ADMINISTRATOR = `
  insert into professionals (id, sub, name, role, agency, district_ids, version) values ($1, $2, $3, $4, $5, '{}', 1)
  on conflict (sub) do nothing`;

/** Who of a family said what, and who restricted which file: kept by social protection. */
export const writeKeptFromOthers = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
): Promise<void> => {
  const { sub, name, role, agency } = demoAccounts.administrator;
  if (families.some(isRestricted))
    await client.query(ADMINISTRATOR, [professionalIdOf(sub), sub, name, role, agency]);
  await insertRows(client, 'family_objections', saidRows(families));
  await insertRows(client, 'restrictions', restrictionRows(families));
};

/** Whom the restriction of a file names and bars. */
export const namedAndBarred = (family: LivingFamily) => {
  if (!isRestricted(family)) return [];
  const from = dayOf(sinceOf(family));
  return [
    { sub: NAMED, relation: 'NAMED' as const, from, to: null },
    { sub: BARRED, relation: 'BARRED' as const, from, to: null },
  ];
};
