import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { day, instantsOf, itself, itsFamily, type Row, recount, share, type Tables } from './tables.ts';

const CARED = new Set(['CONFIRMED', 'ATTENDED', 'ABSENT']);

const median = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
};

/** Counts the figures of early-childhood with plain loops over its rows. */
export const recountCare = (table: Tables, quarter: Quarter, districtId: string | null) => {
  const of = (name: string) => table('early-childhood', name);
  const instants = instantsOf(quarter);
  const bookings = of('bookings').filter(
    ({ status, starts_at }) => CARED.has(status) && instants.hold(starts_at),
  );
  const isOfDistrict = (row: Row) => districtId === null || row.district_id === districtId;
  const isServed = ({ id }: Row) => bookings.some(({ family_id }) => family_id === id);
  const registered = of('families').filter(
    (row) => isOfDistrict(row) && (!instants.endBefore(row.registered_at) || isServed(row)),
  );
  const served = registered.filter(isServed);
  const hadKind = (kind: string) => (family: Row) =>
    bookings.some((each) => each.family_id === family.id && each.kind === kind);

  const isLasting = (placement: Row) => {
    const last = [day(placement.ends_on), quarter.to].sort(Temporal.PlainDate.compare)[0] ?? quarter.to;
    const ran = Temporal.PlainDate.compare(day(placement.ends_on), quarter.from) >= 0;
    let first = placement;
    while (first.continues_id) first = of('placements').find(({ id }) => id === first.continues_id) ?? first;
    const threeMonths = day(first.starts_on).add({ months: 3 });
    return ran && Temporal.PlainDate.compare(threeMonths, last.add({ days: 1 })) <= 0;
  };
  const isCovered = (milestone: Row) =>
    milestone.status === 'ATTENDED' &&
    instants.hold(milestone.starts_at) &&
    of('published_covers').some((cover) => cover.milestone_id === milestone.id && cover.status === 'COVERED');
  const helped = new Set([
    ...of('placements').filter(isLasting).map(itsFamily),
    ...of('known_milestones').filter(isCovered).map(itsFamily),
  ]);

  const ids = new Set(registered.map(itself));
  const emergencies = bookings.filter(
    ({ kind, booked_at, family_id }) => kind === 'EMERGENCY' && booked_at !== null && ids.has(family_id),
  );
  const notice = emergencies.map(
    ({ starts_at, booked_at }) => (Date.parse(starts_at) - Date.parse(booked_at)) / 60_000,
  );
  return {
    familiesServed: share(registered, isServed, itself),
    familiesByCareKind: (kind: string) => share(served, hadKind(kind), itself),
    stabilisingOrPositiveOutcome: share(served, ({ id }) => helped.has(id), itself),
    emergencies: recount(emergencies, itsFamily),
    medianNoticeMinutes: median(notice),
  };
};
