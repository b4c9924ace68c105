import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { type AgencyName, agencyNames, type ByAgency } from '../../../../subgraphs/agencies.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows as they lie in the tables
export type Rows = readonly Readonly<Record<string, any>>[];
type Agencies = ByAgency<pg.ClientBase>;

/** What is counted, and the families it rests on. */
export type Recount = { readonly count: number; readonly families: number };
export type RecountedShare = { readonly part: Recount; readonly whole: Recount; readonly rest: Recount };

const tables: Partial<ByAgency<readonly string[]>> = {
  'early-childhood': ['families', 'bookings', 'placements', 'known_milestones', 'published_covers'],
  employment: [
    'known_families',
    'milestones',
    'known_covers',
    'job_seekers',
    'returns_to_work',
    'follow_ups',
  ],
  'social-protection': ['known_families', 'entitlements', 'entitlement_states'],
};

/** Every row of every table that figures are counted from; days as text. */
export const readTables = async (agencies: Agencies) => {
  const all = new Map<string, Rows>();
  for (const agency of agencyNames) {
    for (const name of tables[agency] ?? []) {
      const { rows } = await agencies[agency].query(`select to_jsonb(${name}) as row from ${name}`);
      all.set(
        `${agency} ${name}`,
        rows.map(({ row }) => row),
      );
    }
  }
  return (agency: AgencyName, name: string): Rows => all.get(`${agency} ${name}`) ?? [];
};

export type Tables = Awaited<ReturnType<typeof readTables>>;
export type Row = Rows[number];

export const isIn = ({ from, to }: Quarter, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;

/** The instants of a quarter; a city has too many bookings to work out the day of each. */
export const instantsOf = ({ from, to }: Quarter) => {
  const [first, end] = [startOfDay(from).getTime(), startOfDay(to.add({ days: 1 })).getTime()];
  return {
    hold: (instant: string): boolean => Date.parse(instant) >= first && Date.parse(instant) < end,
    endBefore: (instant: string): boolean => Date.parse(instant) >= end,
  };
};

export const dayIn = (instant: string): Temporal.PlainDate => dayOf(new Date(instant));
export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

export const recount = (rows: Rows, familyOf: (row: Row) => string): Recount => ({
  count: rows.length,
  families: new Set(rows.map(familyOf)).size,
});

export const share = (
  whole: Rows,
  isPart: (row: Row) => boolean,
  familyOf: (row: Row) => string,
): RecountedShare => ({
  part: recount(whole.filter(isPart), familyOf),
  whole: recount(whole, familyOf),
  rest: recount(
    whole.filter((row) => !isPart(row)),
    familyOf,
  ),
});

export const itself = (row: Row): string => row.id;
export const itsFamily = (row: Row): string => row.family_id;
