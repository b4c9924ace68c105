import { addMinutes } from '@relais/platform/time/civil-time.ts';
import { demoAccounts } from '../demo-accounts.ts';
import { type CareDesk, nameOfPlace } from './care-desk.ts';
import type { DemoBooking, DemoChild, DemoFamily } from './demo-family.ts';
import type { DemoCareStep } from './demo-life.ts';
import type { PathOfRequest, RequestStep } from './make-care-requests.ts';
import type { Maker } from './make-people.ts';

/** By the coordinator, where nobody else is named. */
type Step = Omit<DemoCareStep, 'id' | 'doneBy'> & Partial<Pick<DemoCareStep, 'doneBy'>>;

const MORNING = 9 * 60;
const HALF_AN_HOUR = 30;
const DAYS_UNTIL_ADDED = 10;
/** Who did what nobody did. */
const BY_ITSELF = 'relais';
const ABOUT_A_WEEK = 9 * 24 * 60;

/** Children born since the family came to the service point. */
const childrenAdded = (maker: Maker, { registeredAt, children }: DemoFamily): Step[] =>
  children.flatMap(({ id, birthDate }: DemoChild) => {
    const age = birthDate ? birthDate.until(maker.calendar.today).days : 0;
    const addedAt = maker.calendar.dayAt(-Math.max(1, age - DAYS_UNTIL_ADDED)).at(MORNING);
    if (addedAt <= registeredAt) return [];
    return [{ childId: id, subjectId: id, kind: 'CHILD_ADDED', at: addedAt, facts: {} }];
  });

const timesOf = ({ startsAt, endsAt }: DemoBooking) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** Those of a placement were booked with it; by itself only what was booked singly is told. */
const bookingSteps = (booking: DemoBooking, desk: CareDesk, before: Date): Step[] => {
  const { id: subjectId, childId, bookedAt, startsAt, status, placementId, cancellationReason } = booking;
  const about = { childId, subjectId };
  const steps: Step[] = [];
  if (!placementId)
    steps.push({
      ...about,
      kind: 'CARE_BOOKED',
      at: bookedAt,
      facts: { ...timesOf(booking), place: nameOfPlace(desk, booking) },
    });
  if (status === 'ABSENT')
    steps.push({
      ...about,
      kind: 'CHILD_ABSENT',
      at: addMinutes(startsAt, HALF_AN_HOUR),
      facts: { startsAt: startsAt.toISOString() },
    });
  if (status === 'CANCELLED') {
    const facts = { startsAt: startsAt.toISOString(), reason: cancellationReason };
    steps.push({ ...about, kind: 'BOOKING_CANCELLED', at: addMinutes(startsAt, -HALF_AN_HOUR * 3), facts });
  }
  return steps.filter(({ at }) => at < before);
};

const kinds = {
  SUBMITTED: 'CARE_REQUEST_SUBMITTED',
  OFFERED: 'CARE_REQUEST_OFFERED',
  ACCEPTED: 'CARE_REQUEST_ACCEPTED',
  PLACED: 'CARE_REQUEST_PLACED',
  ALTERNATIVE_PROPOSED: 'ALTERNATIVE_PROPOSED',
  REFUSED: 'CARE_REQUEST_REFUSED',
  WITHDRAWN: 'CARE_REQUEST_WITHDRAWN',
  NOTICE: 'CARE_REQUEST_NOTICE',
  LAPSED: 'CARE_REQUEST_LAPSED',
} as const satisfies Record<RequestStep, string>;

const requestSteps = ({ request, path, place, takenAt }: PathOfRequest, before: Date): Step[] => {
  const { id: subjectId, childId, submittedAt, refusalReason, alternative } = request;
  const reasons: Partial<Record<RequestStep, string | null>> = {
    REFUSED: refusalReason,
    ALTERNATIVE_PROPOSED: alternative,
  };
  // The last step is taken before the city is made, however lately the request came.
  const room = (before.getTime() - submittedAt.getTime()) / 60_000 / (path.length + 1);
  const pace = Math.min(ABOUT_A_WEEK, room);
  return path.map((status, index) => ({
    childId,
    subjectId,
    kind: kinds[status],
    at: takenAt?.[index] ?? addMinutes(submittedAt, index * pace),
    ...(status === 'LAPSED' && { doneBy: BY_ITSELF }),
    facts: { ...(reasons[status] && { reason: reasons[status] }), ...(status === 'OFFERED' && { place }) },
  }));
};

/** What the service point did for a family, up to the day before the city is made. */
export const makeCareHistory = (
  maker: Maker,
  family: DemoFamily,
  requests: readonly PathOfRequest[],
  desk: CareDesk,
): DemoCareStep[] => {
  const { id, registeredAt, bookings, arrangements } = family;
  const today = maker.calendar.dayAt(0).at(0);
  const noted = maker.calendar.dayAt(-2).at(MORNING);
  const steps: Step[] = [
    { childId: null, subjectId: id, kind: 'FAMILY_REGISTERED', at: registeredAt, facts: {} },
    ...childrenAdded(maker, family),
    ...arrangements.map((each) => ({
      ...{ childId: each.childId, subjectId: each.id, kind: 'ARRANGEMENT_RECORDED', at: noted, facts: {} },
    })),
    ...bookings.flatMap((booking) => bookingSteps(booking, desk, today)),
    ...requests.flatMap((request) => requestSteps(request, today)),
  ];
  return steps.map((step) => ({ id: maker.newId(), doneBy: demoAccounts.coordinator.sub, ...step }));
};
