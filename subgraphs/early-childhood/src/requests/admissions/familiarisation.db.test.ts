import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { centreStaff, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { askPlacement, hours } from '../../care/placements/testing/ask-placement.ts';
import { givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { offersIn } from '../care-offers/testing/ask-offers.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';

const ADMIT = `mutation ($input: AdmitChildInput!) { admitChild(input: $input) {
  placement { id startsOn endsOn ordinaryFrom familiarisation { startsAt endsAt } version history { kind sentence } }
  uncoveredMilestones { milestone { id } status } lackingStays { startsAt obstacle { reason } }
  refusal { reason message } } }`;
const MOVE =
  'mutation ($input: MoveBookingInput!) { moveBooking(input: $input) { refusal { reason message } } }';
const CANCEL =
  'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { refusal { reason } } }';
const BOOKING = 'query ($id: ID!) { booking(id: $id) { isFamiliarisation } }';
const DAY = `query ($id: ID!, $date: Date!) { centre(id: $id) { day(date: $date) {
  children { isFamiliarisation booking { startsAt endsAt } } } } }`;

type Given = Readonly<Record<string, unknown>>;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());
const { offer, answer, requestOf } = offersIn(() => graph);

const at = (text: string) => new Date(`2026-03-${text}:00+01:00`);
const stay = (date: string, from = '09:00', to = '10:00') => ({
  startsAt: at(`${date}T${from}`).toISOString(),
  endsAt: at(`${date}T${to}`).toISOString(),
});

/** Mornings from Monday the 9th to Friday the 27th, offered and accepted, unless told. */
const givenAccepted = async (given: Partial<CareRequest> = {}) => {
  const asked = await givenCareRequest(graph.db, {
    kind: 'FLEXIBLE',
    firstDay: Temporal.PlainDate.from('2026-03-09'),
    lastDay: Temporal.PlainDate.from('2026-03-27'),
    ...given,
  });
  const { id: sectionId, centreId } = await givenSection(graph.db, { places: 2 });
  const { careOffer } = await offer(asked, sectionId);
  await answer('acceptOffer', careOffer);
  return { request: await requestOf(asked.id), sectionId, centreId };
};
const ask = async (document: string, variables: object, as = coordinator('lea')) => {
  const { data, errors } = await graph.query(document, { ...variables }, as);
  expect(errors).toEqual([]);
  return data;
};
const admit = async ({ id, version }: { id: string; version: number }, given: object) =>
  (await ask(ADMIT, { input: { careRequestId: id, version, ...given } })).admitChild;
const booked = async (placementId: string) =>
  (await graph.db.find(Booking, { where: { placementId }, order: { startsAt: 'ASC' } }))
    .filter(({ status }) => status !== 'CANCELLED')
    .map(({ id, startsAt, endsAt }) => ({
      id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));

it('a child is admitted with days of familiarisation, which stand in for the agreed hours and can be moved', async () => {
  const { request, centreId } = await givenAccepted();
  const milestone = await givenKnownMilestone(graph.db, {
    familyId: request.familyId,
    startsAt: at('10T10:00'),
    endsAt: at('10T11:00'),
  });
  const familiarisation = [stay('10', '09:00', '10:30'), stay('05'), stay('06')];

  const previewed = await admit(request, { familiarisation, preview: true });
  expect(previewed.refusal).toBeNull();
  expect(await graph.db.countBy(Booking, { placementId: previewed.placement.id })).toBe(0);
  const { placement, uncoveredMilestones, refusal } = await admit(request, { familiarisation });

  expect(refusal).toBeNull();
  expect(placement).toMatchObject({
    startsOn: '2026-03-05',
    endsOn: '2026-03-27',
    ordinaryFrom: '2026-03-11',
    familiarisation: [stay('05'), stay('06'), stay('10', '09:00', '10:30')],
  });
  expect(placement.history.map(({ kind }: { kind: string }) => kind)).toContain('FAMILIARISATION_AGREED');
  expect(uncoveredMilestones).toEqual([{ milestone: { id: milestone.id }, status: 'PARTIAL' }]);
  const stays = await booked(placement.id);
  expect(stays.map(({ startsAt }) => startsAt.slice(8, 10)).slice(0, 4)).toEqual(['05', '06', '10', '11']);
  expect(stays).toHaveLength(3 + 13);

  const [, second, third, ordinary] = stays;
  const staff = { ...centreStaff(), centreIds: [centreId] };
  const { centre } = await ask(DAY, { id: centreId, date: '2026-03-10' }, staff);
  expect(centre.day.children).toEqual([{ isFamiliarisation: true, booking: stay('10', '09:00', '10:30') }]);
  const { booking } = await ask(BOOKING, { id: ordinary?.id });
  expect(booking).toEqual({ isFamiliarisation: false });
  expect((await ask(BOOKING, { id: third?.id })).booking).toEqual({ isFamiliarisation: true });
  const move = { bookingId: second?.id, version: 1, ...stay('06', '10:00', '11:00') };
  expect((await ask(MOVE, { input: move })).moveBooking.refusal.reason).toBe('IS_FAMILIARISATION');

  const changing = (given: Given) => askPlacement(graph, 'changeFamiliarisation', placement, given);
  const others = { familiarisation: [stay('05'), stay('12')], reason: 'Enfant malade' };
  await givenClosure(graph.db, centreId, ['2026-03-13', '2026-03-13']);
  expect((await changing({ ...others, preview: true })).refusal).toBeNull();
  const changed = await changing(others);
  expect(changed.refusal).toBeNull();
  expect(changed.uncoveredMilestones).toEqual([
    { milestone: { id: milestone.id }, startsAt: milestone.startsAt.toISOString(), status: 'UNCOVERED' },
  ]);
  const days = (await booked(placement.id)).map(({ startsAt }) => startsAt.slice(8, 10));
  expect(days.slice(0, 3)).toEqual(['05', '12', '13']);

  const again = { id: placement.id, version: changed.placement.version };
  expect((await askPlacement(graph, 'changeFamiliarisation', again, others)).placement.version).toBe(
    again.version,
  );
  const refusals: readonly (readonly [string, Given])[] = [
    ['REASON_MISSING', { ...others, reason: ' ' }],
    ['PATTERN_EMPTY', { ...others, familiarisation: [] }],
    ['OUTSIDE_PLACEMENT', { ...others, familiarisation: [stay('04')] }],
    ['CENTRE_CLOSED', { ...others, familiarisation: [stay('13')] }],
    ['STALE_VERSION', { ...others, version: 99 }],
  ];
  for (const [reason, given] of refusals)
    expect((await askPlacement(graph, 'changeFamiliarisation', again, given)).refusal).toEqual({
      reason,
      message: expect.stringMatching(/\.$/),
    });
  const absence = { from: '2026-03-12', to: '2026-03-12', reason: 'Malade' };
  const { placement: absent } = await askPlacement(graph, 'announceAbsence', again, absence);
  const resting = { ...others, familiarisation: [stay('12', '09:00', '11:00')] };
  const refused = await askPlacement(graph, 'changeFamiliarisation', absent, resting);
  expect(refused).toMatchObject({
    refusal: { reason: 'CARE_RESTS' },
    lackingStays: [{ startsAt: stay('12').startsAt, obstacle: { reason: 'CARE_RESTS' } }],
  });
});

it('what was moved into its days stays, and a day that was cancelled is booked again only once it was taken out', async () => {
  const { request, centreId } = await givenAccepted();
  const given = {
    id: '0197f0aa-0000-7000-8000-000000000002',
    familiarisation: [stay('05'), stay('06'), stay('10')],
  };
  const { placement } = await admit(request, given);
  const [first, second, , ordinary] = await booked(placement.id);
  const moved = async (to: object) => {
    const { version } = await graph.db.findOneByOrFail(Booking, { id: ordinary?.id ?? '' });
    return (await ask(MOVE, { input: { bookingId: ordinary?.id, version, ...to } })).moveBooking.refusal;
  };
  expect(await moved(stay('06', '14:00', '17:00'))).toBeNull();
  const staff = { ...centreStaff(), centreIds: [centreId] };
  const { centre } = await ask(DAY, { id: centreId, date: '2026-03-06' }, staff);
  expect(centre.day.children).toMatchObject([{ isFamiliarisation: true }, { isFamiliarisation: false }]);
  const cancelled = { bookingId: first?.id, version: 1, reason: 'Malade' };
  expect((await ask(CANCEL, { input: cancelled })).cancelBooking.refusal).toBeNull();

  let { version } = placement;
  const agree = async (...familiarisation: object[]) => {
    const sent = { familiarisation, reason: 'Enfant malade' };
    const answer = await askPlacement(graph, 'changeFamiliarisation', { id: placement.id, version }, sent);
    version = answer.placement?.version ?? version;
    return answer.refusal?.reason ?? null;
  };
  const days = async () =>
    (await booked(placement.id)).map(({ startsAt }) => startsAt.slice(8, 10)).slice(0, 4);
  expect(await agree(...given.familiarisation)).toBe('FAMILIARISATION_CANCELLED');
  expect(await agree(stay('05'), stay('06'), stay('12'))).toBeNull();
  expect(await days()).toEqual(['06', '06', '12', '13']);
  expect((await booked(placement.id))[0]?.id).toBe(second?.id);
  expect(await agree(stay('06'), stay('12'))).toBeNull();
  expect(await agree(stay('05'), stay('06'), stay('12'))).toBeNull();
  expect(await days()).toEqual(['05', '06', '06', '12']);
  expect(await moved(stay('11', '08:30', '12:00'))).toBeNull();
  expect((await admit(request, given)).placement.id).toBe(placement.id);
});

it('the agreed hours never begin before the first day that was offered, whatever becomes of the days before', async () => {
  const { request, centreId } = await givenAccepted();
  const { placement } = await admit(request, { familiarisation: [stay('04'), stay('05'), stay('06')] });
  const days = async () =>
    (await booked(placement.id)).map(({ startsAt }) => startsAt.slice(8, 10)).slice(0, 4);
  const fewer = { familiarisation: [stay('04')], reason: 'Enfant malade' };
  const { placement: changed } = await askPlacement(graph, 'changeFamiliarisation', placement, fewer);
  expect(await days()).toEqual(['04', '09', '10', '11']);
  const { id } = await givenClosure(graph.db, centreId, ['2026-03-05', '2026-03-06']);
  const WITHDRAW = `mutation ($input: WithdrawClosureInput!) { withdrawClosure(input: $input) {
    bookedAgain refusal { reason } } }`;
  const { withdrawClosure } = await ask(WITHDRAW, { input: { closureId: id } });
  expect(withdrawClosure).toEqual({ bookedAgain: 0, refusal: null });
  const from = { from: '2026-03-05', weeklyPattern: hours('10:00', '11:00'), reason: 'Autres heures' };
  expect((await askPlacement(graph, 'changePlacement', changed, from)).refusal).toBeNull();
  const rest = (await graph.db.find(Booking, { where: { childId: request.childId, status: 'CONFIRMED' } }))
    .map(({ startsAt }) => startsAt.toISOString().slice(8, 10))
    .sort();
  expect(rest.slice(0, 3)).toEqual(['04', '09', '10']);
});

it('nothing of an admission is left when its familiarisation cannot be', async () => {
  const { request, sectionId } = await givenAccepted();
  await givenBooking(graph.db, { sectionId, startsAt: at('05T09:00'), endsAt: at('05T12:00') });
  await givenBooking(graph.db, { sectionId, startsAt: at('05T09:00'), endsAt: at('05T12:00') });
  const cases: readonly (readonly [string, object[]])[] = [
    ['FAMILIARISATION_TOO_LONG', [stay('27')]],
    ['FAMILIARISATION_OVER_AGREED_HOURS', [stay('05', '09:00', '13:00')]],
    ['SECTION_FULL', [stay('05')]],
    ['STARTS_IN_THE_PAST', [stay('02', '09:00', '09:30')]],
    ['NOT_ON_THE_HALF_HOUR', [stay('06', '09:10', '10:00')]],
  ];
  for (const [reason, familiarisation] of cases)
    expect((await admit(request, { familiarisation })).refusal).toEqual({
      reason,
      message: expect.stringMatching(/\.$/),
    });
  expect(await requestOf(request.id)).toEqual(request);
  const given = { id: '0197f0aa-0000-7000-8000-000000000001', familiarisation: [stay('06')] };
  const { placement } = await admit(request, given);
  expect((await admit(request, given)).placement.id).toBe(placement.id);
  expect((await admit(request, { ...given, familiarisation: [stay('10')] })).refusal.reason).toBe('CONFLICT');
  for (const _other of [1, 2])
    await givenBooking(graph.db, { sectionId, startsAt: at('10T14:00'), endsAt: at('10T17:00') });
  const full = { familiarisation: [stay('06'), stay('10', '14:00', '15:00')], reason: 'Un jour de plus' };
  expect((await askPlacement(graph, 'changeFamiliarisation', placement, full)).refusal.reason).toBe(
    'SECTION_FULL',
  );

  const mondays = onWorkingDays('09:00', '12:00').filter(({ weekday }) => weekday === 1);
  const ofAYear = { weeklyPattern: mondays, lastDay: Temporal.PlainDate.from('2027-03-08') };
  const { request: year } = await givenAccepted(ofAYear);
  expect((await admit(year, { familiarisation: [stay('05')] })).refusal.reason).toBe('OVER_TWELVE_MONTHS');
});
