import type pg from 'pg';
import type { DemoProfessional, LivingFamily } from './demo-life.ts';

/** Where the invented professionals work, by their agency. */
const workplaces = new Map([
  ['departement-44', { place: 'Espace départemental des solidarités de Nantes', phone: '02 99 00 44 01' }],
  ['france-travail', { place: 'Agence France Travail Nantes Malakoff', phone: '02 99 00 44 02' }],
  ['ville-de-nantes', { place: 'Relais petite enfance de Nantes', phone: '02 99 00 44 03' }],
]);

const DISTRICTS_OF_EACH = 3;

/** The districts where most of the families live whom somebody follows as a social worker. */
const districtsOf = ({ sub, role }: DemoProfessional, families: readonly LivingFamily[]): string[] => {
  if (role !== 'CASEWORKER') return [];
  const counts = new Map<string, number>();
  for (const { districtId, team } of families)
    if (team.some(({ professional }) => professional.sub === sub))
      counts.set(districtId, (counts.get(districtId) ?? 0) + 1);
  const byCount = [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other));
  return byCount.slice(0, DISTRICTS_OF_EACH).map(([districtId]) => districtId);
};

const entryOf = (professional: DemoProfessional, families: readonly LivingFamily[]) => ({
  ...{ place: null, phone: null, ...workplaces.get(professional.agency) },
  ...professional,
  district_ids: districtsOf(professional, families),
  version: 1,
});

/** One caseworker follows many families, also of several parts of a large city. */
const INSERT = `
  insert into professionals (id, sub, name, role, agency, place, district_ids, phone, version)
  select id, sub, name, role, agency, place, district_ids, phone, version
  from json_populate_recordset(null::professionals, $1::json)
  on conflict (sub) do nothing`;

/** The directory, of which each agency has a copy. */
export const writeProfessionals = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
): Promise<void> => {
  const everybody = families.flatMap(({ professionals }) => professionals);
  const people = new Map(everybody.map((each) => [each.sub, each]));
  const entries = [...people.values()].map((each) => entryOf(each, families));
  await client.query(INSERT, [JSON.stringify(entries)]);
};
