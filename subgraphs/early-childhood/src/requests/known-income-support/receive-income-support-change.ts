import { hasRows } from '@relais/platform/database/rows.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { IncomeSupport } from './known-income-support.ts';

const incomeSupportChange = z.object({
  familyId: z.uuid(),
  periods: z.array(
    z.object({
      status: z.enum(IncomeSupport),
      from: z.iso.date(),
      /** The first day it no longer stands thus; open when absent. */
      to: z.iso.date().nullable(),
    }),
  ),
});

type ToldPeriod = z.output<typeof incomeSupportChange>['periods'][number];

const FORGET = 'delete from known_income_support where family_id = $1';
const KEEP = `
  insert into known_income_support (family_id, status, starts_on, ends_on)
  select $1, * from unnest($2::text[], $3::date[], $4::date[])`;

const lastDay = ({ to }: ToldPeriod): string | null =>
  to === null ? null : Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();

const lastsADay = ({ from, to }: ToldPeriod): boolean => to === null || from < to;

/** Waits for a merge under way. */
const IS_MERGED = 'select from families where id = $1 and merged_into is not null for key share';

/**
 * The event carries all periods, so they replace what was known. Those of a file that was merged since are told once more,
 * with the survivor's, as soon as social-protection has merged its own: alone they would hide the survivor's.
 */
export const receiveIncomeSupportChange: EventReceiver = async (tx, event) => {
  const { familyId, periods } = incomeSupportChange.parse(event.data);
  if (await hasRows(tx, IS_MERGED, [familyId])) return;
  const kept = periods.filter(lastsADay);
  await tx.query(FORGET, [familyId]);
  await tx.query(KEEP, [
    familyId,
    kept.map(({ status }) => status),
    kept.map(({ from }) => from),
    kept.map(lastDay),
  ]);
};
