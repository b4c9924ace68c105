import { z } from 'zod';
import { type Publication, publicationOf } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import type { EventReceiver, SignIn } from '../subgraph.ts';
import type { Wing } from '../wing.ts';
import { knowByToken } from './professional.queries.ts';
import { Professional, ProfessionalRole } from './professional.ts';

export const professionalChangedEvent = publishedEvent({
  type: 'relais.professional.changed.v1',
  description:
    'Somebody is new in the directory of professionals, or something in the entry is another than before.',
  subject: { kind: 'PROFESSIONAL', id: 'id' },
  about: 'id',
  data: z.object({
    id: z.uuid().describe('The professional.'),
    sub: z.string().describe('The sign-in.'),
    name: z.string().describe('First and last name.'),
    role: z.enum(ProfessionalRole).describe('What the professional does for families.'),
    agency: z.string().describe('The agency the professional works for, as tokens name it.'),
    place: z.string().nullable().describe('Where the professional works.'),
    districtIds: z.array(z.uuid()).describe('The districts whose families the professional works for.'),
    phone: z.string().nullable().describe('The telephone at work.'),
    absence: z
      .object({ from: z.iso.date(), to: z.iso.date().nullable(), standInSub: z.string().nullable() })
      .nullable()
      .describe('First day away, first day back when known, and who stands in meanwhile, by the sign-in.'),
    departedOn: z.iso
      .date()
      .nullable()
      .describe('First day on which the professional no longer works there.'),
    version: z.number().int().positive().describe('Rises with every change; an older one is ignored.'),
  }),
  example: {
    id: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0017',
    sub: 'caseworker-17',
    name: 'Solène Haddad-Morin',
    role: 'CASEWORKER',
    agency: 'departement-44',
    place: 'Espace départemental des solidarités Beaulieu',
    districtIds: [],
    phone: null,
    absence: { from: '2026-03-02', to: '2026-03-16', standInSub: 'caseworker-18' },
    departedOn: null,
    version: 3,
  },
});

const absenceOf = ({ absentFrom, absentTo, standInSub }: Professional) =>
  absentFrom && { from: absentFrom.toString(), to: absentTo?.toString() ?? null, standInSub };

/** The whole entry. It is told in the professional's own order, as a family's changes are in hers. */
export const professionalChanged = (professional: Professional): Publication => {
  const { absentFrom: _from, absentTo: _to, standInSub: _by, departedOn, ...entry } = professional;
  return publicationOf(professionalChangedEvent, entry.id, {
    ...entry,
    absence: absenceOf(professional),
    departedOn: departedOn?.toString() ?? null,
  });
};

/** The same version is taken again: that is how a rebuild repairs. */
const STORE_NEWEST = `
  insert into professionals as known select told.* from jsonb_populate_record(null::professionals, $1::jsonb) told
  on conflict (sub) do update set
    id = excluded.id, name = excluded.name, role = excluded.role, agency = excluded.agency, place = excluded.place,
    district_ids = excluded.district_ids, phone = excluded.phone, absent_from = excluded.absent_from,
    absent_to = excluded.absent_to, stand_in_sub = excluded.stand_in_sub, departed_on = excluded.departed_on,
    version = excluded.version
  where known.version <= excluded.version`;

const rowOfEntry = professionalChangedEvent.data.transform(
  ({ districtIds, absence, departedOn, ...entry }) => ({
    ...entry,
    district_ids: districtIds,
    absent_from: absence?.from,
    absent_to: absence?.to,
    stand_in_sub: absence?.standInSub,
    departed_on: departedOn,
  }),
);

const receiveProfessionalChange: EventReceiver = async (tx, { data }) => {
  await tx.query(STORE_NEWEST, [JSON.stringify(rowOfEntry.parse(data))]);
};

/** Whoever signs in is known at once, before the directory has told of them. */
export const knowSignedIn: SignIn = async (db, user) => {
  await knowByToken(db, user, 0);
};

/** The directory in an agency that hears of it. */
export const knownProfessionals: Wing<unknown> = {
  entities: [Professional],
  receives: { [professionalChangedEvent.type]: receiveProfessionalChange },
};
