import type { DeskAction } from '@relais/platform/desk/desk-words.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { publicHolidaysOf } from '../../care/own-arrangements/school-calendar.rules.ts';
import type { CareDeskKind } from './care-desk-kind.ts';

type Told = { readonly subjectType: string; readonly actions: readonly DeskAction[] };

/** What each kind is about, and what a coordinator does about it. */
const ofCoordinators: Readonly<Partial<Record<CareDeskKind, Told>>> = {
  MILESTONE_WITHOUT_CARE: { subjectType: 'Milestone', actions: ['COVER_MILESTONE', 'CALL_FAMILY'] },
  OFFER_OPEN: {
    subjectType: 'CareOffer',
    actions: ['CALL_FAMILY', 'ACCEPT_OFFER', 'DECLINE_OFFER', 'WITHDRAW_OFFER'],
  },
  OFFER_ACCEPTED: { subjectType: 'CareOffer', actions: ['ADMIT_CHILD'] },
  BOOKING_OF_CANCELLED_MILESTONE: { subjectType: 'Booking', actions: ['GIVE_PLACE_BACK', 'MOVE_BOOKING'] },
  REGISTRATION_REQUEST: {
    subjectType: 'RegistrationRequest',
    actions: ['COMPLETE_REGISTRATION', 'REFUSE_REGISTRATION'],
  },
  CARE_LEFT_TO_PAY: { subjectType: 'Family', actions: [] },
  SECTION_AGE_ENDS: { subjectType: 'Placement', actions: ['CHANGE_PLACEMENT'] },
  CENTRE_FULL: { subjectType: 'Centre', actions: [] },
};

/** The same of the staff of a centre. */
const ofStaff: Readonly<Partial<Record<CareDeskKind, Told>>> = {
  ARRIVAL: { subjectType: 'Booking', actions: ['RECORD_ATTENDANCE'] },
  ABSENCE: { subjectType: 'Placement', actions: [] },
  SECTION_AGE_ENDS: { subjectType: 'Placement', actions: [] },
  STAFF_LACKING: { subjectType: 'Centre', actions: [] },
  CLOSURE: { subjectType: 'Closure', actions: ['WITHDRAW_CLOSURE'] },
};

/** Whose desk it is: that of the service point, or of some centres. */
export type DeskOf = 'COORDINATORS' | 'STAFF';

const desks: Readonly<Record<DeskOf, Readonly<Partial<Record<CareDeskKind, Told>>>>> = {
  COORDINATORS: ofCoordinators,
  STAFF: ofStaff,
};

const isOn =
  (desk: DeskOf) =>
  (kind: CareDeskKind): boolean =>
    desks[desk][kind] !== undefined;

/** Of the kinds that are asked for, those that this desk has; without, all of them. */
export const kindsOn = (
  desk: DeskOf,
  all: readonly CareDeskKind[],
  asked: readonly CareDeskKind[] | null,
): CareDeskKind[] => all.filter((kind) => isOn(desk)(kind) && (asked === null || asked.includes(kind)));

export const toldOn = (desk: DeskOf, kind: CareDeskKind): Told =>
  desks[desk][kind] ?? { subjectType: '', actions: [] };

/** A centre may lack adults on several days, a placement rest more than once: each is a matter of its own. */
const BY_DAY: ReadonlySet<string> = new Set(['STAFF_LACKING', 'ABSENCE']);

/** What tells matters of one kind and subject apart. */
export const partOf = ({ kind, startsAt }: { readonly kind: string; readonly startsAt: Date }): string =>
  BY_DAY.has(kind) ? ` ${dayOf(startsAt).toString()}` : '';

const SATURDAY = 6;

const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek < SATURDAY && !publicHolidaysOf(day.year).some((holiday) => holiday.equals(day));

/** The day after which nobody can be asked before the desk opens again: no weekend, no public holiday. */
export const nextWorkingDay = (today: Temporal.PlainDate): Temporal.PlainDate => {
  const next = today.add({ days: 1 });
  return isWorkingDay(next) ? next : nextWorkingDay(next);
};
