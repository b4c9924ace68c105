import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { calendarFrom } from '../demo/calendar.ts';
import { careDeskOf, type DemoCentre, type DemoDistrict } from '../demo/care-desk.ts';
import { demoFamilies } from '../demo/demo-city.ts';
import type { DemoMilestone } from '../demo/demo-family.ts';
import type { LivingFamily } from '../demo/demo-life.ts';
import { writeFollowers } from '../demo/follower-rows.ts';
import { writeFamilies } from '../demo/plant-demo-city.ts';
import { readCentres, readDistricts } from '../demo/read-centres.ts';
import { withAgencies } from '../embedded-databases.ts';
import type { WholeGraphOptions } from '../whole-graph.ts';

const MILESTONES = 20;

type City = { readonly districts: readonly DemoDistrict[]; readonly centres: readonly DemoCentre[] };

const idOf = (family: number, kind: number, index: number): string =>
  `b0000000-0000-4000-8000-${String(family * 10_000 + kind * 100 + index).padStart(12, '0')}`;

/** The showcase family again and again, each with ids of its own and twenty milestones to come. */
const busyFamily = (
  { districts, centres }: City,
  family: number,
  today: Temporal.PlainDate,
): LivingFamily => {
  const desk = careDeskOf(centres);
  const [base] = [...demoFamilies({ seed: family, today, districts, desk, from: 1, to: 1 })];
  if (!base) throw new Error('The showcase is missing.');
  const calendar = calendarFrom(today);
  const jobSeekerId = base.jobSeekers[0]?.id ?? '';
  const milestone = (index: number): DemoMilestone => ({
    id: idOf(family, 1, index),
    jobSeekerId,
    kind: 'INTERVIEW',
    title: 'Entretien',
    startsAt: calendar.dayAt(index + 1).at(600),
    endsAt: calendar.dayAt(index + 1).at(660),
    travelMinutes: 20,
    place: null,
    isRemote: false,
    status: 'PLANNED',
    missedReason: null,
  });
  const milestones = Array.from({ length: MILESTONES }, (_, index) => milestone(index));
  return {
    ...base,
    reference: `NAN-${String(900_000 + family)}`,
    milestones,
    bookings: base.bookings.map((booking) => ({ ...booking, milestoneId: null })),
  };
};

type Planted = (city: City) => readonly LivingFamily[];

const plant = (
  urls: WholeGraphOptions['urls'],
  covers: Database,
  now: Date,
  make: Planted,
): Promise<readonly LivingFamily[]> =>
  withAgencies(urls, async (clients) => {
    await inTransaction(covers, plantNantes);
    const client = clients['early-childhood'];
    const families = make({ districts: await readDistricts(client), centres: await readCentres(client) });
    await writeFamilies({ ...clients, covers }, families, now);
    for (const each of Object.values(clients)) {
      await writeFollowers(each, families, now);
      for (const { id } of families) await givenFollowers(each, id);
    }
    return families;
  });

/** Puts the city and families with three children and twenty milestones each into the databases of a test. */
export const plantBusyFamilies = async (
  urls: WholeGraphOptions['urls'],
  covers: Database,
  count: number,
  now: Date,
  { first = 1, isBooked = true }: { readonly first?: number; readonly isBooked?: boolean } = {},
): Promise<LivingFamily[]> => {
  const make: Planted = (city) =>
    Array.from({ length: count }, (_, index) => busyFamily(city, first + index, dayOf(now))).map((family) =>
      isBooked ? family : { ...family, bookings: [] },
    );
  return [...(await plant(urls, covers, now, make))];
};

/** Families of any kind, as the demo city has them. */
export const plantSundryFamilies = (
  urls: WholeGraphOptions['urls'],
  covers: Database,
  now: Date,
  { seed, from, to }: { readonly seed: number; readonly from: number; readonly to: number },
): Promise<readonly LivingFamily[]> =>
  plant(urls, covers, now, ({ districts, centres }) => {
    const desk = careDeskOf(centres);
    return [...demoFamilies({ seed, today: dayOf(now), districts, desk, from, to })];
  });
