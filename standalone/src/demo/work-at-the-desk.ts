import { recordStaffPresent } from '@relais/early-childhood/care/staff-present/record-staff-present.ts';
import { closuresDuring } from '@relais/early-childhood/centres/centres/centre.queries.ts';
import { requestRegistration } from '@relais/early-childhood/household/registration-requests/request-registration.ts';
import { recordCommissionDecision } from '@relais/early-childhood/requests/admission-commissions/record-commission-decision.ts';
import { scheduleCommission } from '@relais/early-childhood/requests/admission-commissions/schedule-commission.ts';
import { acceptOffer } from '@relais/early-childhood/requests/care-offers/accept-offer.ts';
import { offerPlace } from '@relais/early-childhood/requests/care-offers/offer-place.ts';
import { CareRequest } from '@relais/early-childhood/requests/care-requests/care-request.ts';
import { findWeeklyOptions } from '@relais/early-childhood/requests/request-options/find-weekly-options.ts';
import type { WeeklyOption } from '@relais/early-childhood/requests/request-options/weekly-options.rules.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { inTransaction, type Transaction } from '@relais/platform/database/transaction.ts';
import { partId } from '@relais/platform/ids.ts';
import { dayOf, instantAt } from '@relais/platform/time/civil-time.ts';
import { demoAccounts } from '../demo-accounts.ts';
import { nextWorkingDay } from './next-working-day.rules.ts';

const MOST_DECISIONS = 2;
const MOST_FLEXIBLE = 3;
const WEEKS_TO_THE_NEXT = 4;
const NO_PLACE = 'Aucune place pour toute la semaine demandée avant la prochaine commission.';

const user = { sub: demoAccounts.coordinator.sub };
/** The plan knows whose requests these are. */
const sight = { allows: async () => true };

const waiting = (db: Database, kind: CareRequest['kind'], take: number): Promise<CareRequest[]> =>
  db.find(CareRequest, {
    where: { kind, status: 'SUBMITTED' },
    order: { submittedAt: 'ASC', id: 'ASC' },
    take,
  });

const bestWeek = async (db: Database, request: CareRequest, now: Date): Promise<WeeklyOption | null> => {
  const found = await findWeeklyOptions(db, request, now);
  return found?.options.find(({ isWholeWeek }) => isWholeWeek) ?? null;
};

/** The id of something that follows from a request: the same plan makes the same city. */
const idFor = ({ id }: CareRequest, what: string): string => partId(id, what);

const offer = (tx: Transaction, request: CareRequest, { section }: WeeklyOption, now: Date) => {
  const { id: careRequestId, version } = request;
  const input = { id: idFor(request, 'offer'), careRequestId, version, sectionId: section.id };
  return offerPlace(tx, input, { user, now, sight });
};

/** A place is granted where one is free for the whole week, then offered; the others wait for the next commission. */
const decide = async (
  tx: Transaction,
  commissionId: string,
  request: CareRequest,
  now: Date,
): Promise<void> => {
  const best = await bestWeek(tx, request, now);
  const outcome = best
    ? { decision: 'GRANTED' as const, sectionId: best.section.id }
    : { decision: 'POSTPONED' as const, reason: NO_PLACE };
  const { id: careRequestId, version } = request;
  const input = { id: idFor(request, 'decision'), commissionId, careRequestId, version, ...outcome };
  const recorded = await recordCommissionDecision(tx, input, { user, now, sight });
  if (best && 'careRequest' in recorded) await offer(tx, recorded.careRequest, best, now);
};

const holdCommission = async (tx: Transaction, now: Date): Promise<void> => {
  const today = dayOf(now);
  const requests = await waiting(tx, 'LONG_TERM', MOST_DECISIONS);
  const [first] = requests;
  if (!first) return;
  const id = idFor(first, 'commission');
  const days = [
    { id, heldOn: today },
    { id: idFor(first, 'next commission'), heldOn: today.add({ weeks: WEEKS_TO_THE_NEXT }) },
  ];
  for (const each of days) await scheduleCommission(tx, { ...each, confirmed: true }, { user, now });
  for (const request of requests) await decide(tx, id, request, now);
};

/** Flexible care needs no commission; the first family has said yes already, and its child waits to be admitted. */
const offerFlexibleCare = async (tx: Transaction, now: Date): Promise<void> => {
  for (const [index, request] of (await waiting(tx, 'FLEXIBLE', MOST_FLEXIBLE)).entries()) {
    const best = await bestWeek(tx, request, now);
    const offered = best && (await offer(tx, request, best, now));
    if (index > 0 || !offered || !('careOffer' in offered)) continue;
    const { id: offerId, version } = offered.careOffer;
    await acceptOffer(tx, { offerId, version }, { user, now, sight });
  }
};

const TO_REGISTER = '018f2d00-0000-7000-8000-0000000005e1';

/** A mother came to an advisor's counter; her family has no file, and waits for the coordinator to make one. */
const askToRegister = async (tx: Transaction, now: Date): Promise<void> => {
  const { sub, name, agency } = demoAccounts.advisor;
  const birthDate = dayOf(now).subtract({ months: 17 });
  const input = {
    ...{ id: TO_REGISTER, consentSaid: true, wantedCare: 'Deux matins par semaine, pour une formation' },
    adults: [
      {
        ...{ firstName: 'Assa', lastName: 'Konaté', phone: '06 39 98 20 14' },
        ...{ preferredLanguage: 'fr', needsInterpreter: false },
      },
    ],
    children: [{ firstName: 'Idriss', lastName: 'Konaté', birthDate }],
    address: { street: '7 rue des Peupliers', postalCode: '44300', city: 'Nantes' },
  };
  await requestRegistration(tx, input, { user: { sub, name, agency }, now });
};

/** Two adults for a whole house: somebody called in sick, and the staff of the centre must find who stands in. */
const STAFF_LEFT = { adults: 2, from: '09:00', to: '12:00' } as const;

/** Also on a day on which the centre is closed its staff have something to do: the next working morning lacks adults. */
const noteWhoIsLeft = async (tx: Transaction, now: Date): Promise<void> => {
  const { sub, role, centreIds } = demoAccounts['centre-staff'];
  const [centreId] = centreIds;
  if (!centreId) return;
  const today = dayOf(now);
  const closures = await closuresDuring(tx, [centreId], { startsOn: today, endsOn: today.add({ weeks: 1 }) });
  const day = nextWorkingDay(today, closures);
  if (!day) return;
  const { adults, from, to } = STAFF_LEFT;
  const input = { centreId, adults, startsAt: instantAt(day, from), endsAt: instantAt(day, to) };
  await recordStaffPresent(tx, input, { user: { sub, role, centreIds: [...centreIds] }, now });
};

/** What people did on the day the city is made, by their own actions: places offered, a commission held, a registration asked for, staff noted. */
export const workAtTheDesk = (db: Database, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    await offerFlexibleCare(tx, now);
    await holdCommission(tx, now);
    await askToRegister(tx, now);
    await noteWhoIsLeft(tx, now);
  });
