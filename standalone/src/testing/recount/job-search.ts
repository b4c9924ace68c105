import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { day, dayIn, isIn, itself, itsFamily, type Row, type Rows, share, type Tables } from './tables.ts';

const districtOf = (families: Rows, districtId: string | null) => {
  const ids = new Set(families.filter((row) => row.district_id === districtId).map(itself));
  return (familyId: string) => districtId === null || ids.has(familyId);
};

/** Counts the figures of employment with plain loops over its rows. */
export const recountJobSearch = (table: Tables, quarter: Quarter, districtId: string | null) => {
  const of = (name: string) => table('employment', name);
  const isHere = districtOf(of('known_families'), districtId);
  const coverOf = (milestone: Row): string => {
    const told = of('known_covers').find(({ milestone_id }) => milestone_id === milestone.id);
    return told && told.milestone_version >= milestone.version - 1 ? told.status : 'NOT_TOLD';
  };
  const held = of('milestones').filter(
    ({ status, starts_at, family_id }) =>
      ['ATTENDED', 'MISSED'].includes(status) && isIn(quarter, dayIn(starts_at)) && isHere(family_id),
  );
  const files = of('job_seekers').filter(({ family_id }) => isHere(family_id));
  const returns = of('returns_to_work');
  const fileOf = (made: Row): Row | undefined => files.find(({ id }) => id === made.job_seeker_id);
  const returnsOf = (file: Row) =>
    returns.filter((made) => made.job_seeker_id === file.id && isIn(quarter, day(made.starts_on)));
  const wasOpen = (file: Row) =>
    Temporal.PlainDate.compare(day(file.registered_on), quarter.to) <= 0 &&
    (file.closed_on === null || Temporal.PlainDate.compare(day(file.closed_on), quarter.from) >= 0);
  const counted = files.filter((file) => wasOpen(file) || returnsOf(file).length > 0);

  const months: Readonly<Record<string, number>> = { ONE_MONTH: 1, THREE_MONTHS: 3, SIX_MONTHS: 6 };
  const reached = (point: string) =>
    of('follow_ups').flatMap((followUp) => {
      const made = returns.find(({ id }) => id === followUp.return_id);
      const file = made && fileOf(made);
      if (!made || !file || followUp.point !== point || followUp.outcome === 'NOT_REACHED') return [];
      const due = day(made.starts_on).add({ months: months[point] ?? 0 });
      return isIn(quarter, due) ? [{ ...followUp, family_id: file.family_id }] : [];
    });
  return {
    attended: (cover: string) =>
      share(
        held.filter((each) => coverOf(each) === cover),
        ({ status }) => status === 'ATTENDED',
        itsFamily,
      ),
    missed: (cover: string) =>
      share(
        held.filter((each) => coverOf(each) === cover),
        ({ status }) => status === 'MISSED',
        itsFamily,
      ),
    missedForLackOfChildcare: (cover: string) =>
      share(
        held.filter((each) => coverOf(each) === cover && each.status === 'MISSED'),
        ({ missed_reason }) => missed_reason === 'CHILDCARE',
        itsFamily,
      ),
    returned: (kind: string) =>
      share(counted, (file) => returnsOf(file).some((made) => made.kind === kind), itself),
    stillThere: (point: string) =>
      share(reached(point), ({ outcome }) => ['GOES_ON', 'CHANGED'].includes(outcome), itsFamily),
  };
};
