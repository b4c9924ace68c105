import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { inputsWithPreview, tablesChangedBy } from '@relais/platform/testing/previews.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from './care/bookings/booking.builder.ts';
import { givenBusyCentre, week } from './care/closures/testing/ask-closure.ts';
import {
  givenDatedArrangement,
  givenWeeklyArrangement,
} from './care/own-arrangements/own-arrangement.builder.ts';
import { givenAbsence, givenSuspension } from './care/placements/placement.builder.ts';
import type { Placement } from './care/placements/placement.ts';
import { AFTERNOONS, givenMarch, hours } from './care/placements/testing/ask-placement.ts';
import { givenCentre, givenClosure, givenSection } from './centres/centres/centre.builder.ts';
import { givenAdult, givenChild, givenFamily } from './families/families/family.builder.ts';
import { givenTwiceRegistered, tellTaken } from './household/merged-families/twice-registered.builder.ts';
import { offersIn } from './requests/care-offers/testing/ask-offers.ts';
import { givenCareRequest } from './requests/care-requests/care-request.builder.ts';
import { givenInterview } from './requests/direct-booking/testing/ask-to-cover.ts';
import { subgraph } from './subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const { offer, answer, requestOf } = offersIn(() => graph);

type Input = Readonly<Record<string, unknown>>;

const reason = 'Nouvel emploi';
const MORNING = {
  startsAt: new Date('2026-03-05T09:00:00+01:00'),
  endsAt: new Date('2026-03-05T12:00:00+01:00'),
};
const A_STAY = { startsAt: '2026-03-06T09:00:00+01:00', endsAt: '2026-03-06T10:00:00+01:00' };
const AFTERNOON = { startsAt: '2026-03-05T14:00:00+01:00', endsAt: '2026-03-05T17:00:00+01:00' };

const ofPlacement = async (given: Input, facts: Partial<Placement> = {}): Promise<Input> => {
  const { placement } = await givenMarch(graph, facts);
  return { placementId: placement.id, version: 1, ...given };
};

const suspended = async (): Promise<Input> => {
  const { placement } = await givenMarch(graph);
  await givenSuspension(graph.db, placement, ['2026-04-01', '2026-04-02']);
  return { placementId: placement.id, version: 1, from: '2026-03-31' };
};

const absent = async (): Promise<Input> => {
  const { placement } = await givenMarch(graph);
  const { id: pauseId } = await givenAbsence(graph.db, placement, ['2026-04-01', '2026-04-02']);
  return { placementId: placement.id, version: 1, pauseId, reason };
};

const ofBooking = async (given: Input): Promise<Input> => {
  const { id } = await givenBooking(graph.db, MORNING);
  return { bookingId: id, version: 1, ...given };
};

const ofDatedArrangement = async (given: Input = {}): Promise<Input> => {
  const { id: childId } = await givenChild(graph.db);
  const { id } = await givenDatedArrangement(graph.db, childId, MORNING);
  return { ownArrangementId: id, version: 1, ...given };
};

const ofWeeklyArrangement = async (given: Input): Promise<Input> => {
  const { id: childId } = await givenChild(graph.db);
  const { id } = await givenWeeklyArrangement(graph.db, childId, { weekday: 1, from: '09:00', to: '12:00' });
  return { ownArrangementId: id, version: 1, ...given };
};

const ofTwiceRegistered = async (): Promise<Input> => {
  const { survivor, duplicate, ...members } = await givenTwiceRegistered(graph.db);
  return {
    survivorId: survivor.id,
    survivorVersion: 1,
    duplicateId: duplicate.id,
    duplicateVersion: 1,
    sameAdults: [{ keep: members.keptAdult.id, drop: members.droppedAdult.id }],
    sameChildren: [{ keep: members.keptChild.id, drop: members.droppedChild.id }],
  };
};

/** Merged, and taken by all. */
const undoable = async (): Promise<Input> => {
  const twice = await givenTwiceRegistered(graph.db);
  const { survivor, duplicate } = twice;
  const input = {
    ...{ survivorId: survivor.id, survivorVersion: 1, duplicateId: duplicate.id, duplicateVersion: 1 },
  };
  const document = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) { family { id } } }`;
  await graph.query(document, { input }, coordinator());
  await tellTaken(graph, twice);
  return { reference: duplicate.reference, version: 2, reason };
};

const NEW_SECTION = { name: 'Les moyens', minAgeMonths: 12, maxAgeMonths: 36, places: 5 };

const busyCentre = async (): Promise<string> => (await givenBusyCentre(graph)).section.centreId;

const givenInSeries = async () => {
  const seriesId = newId();
  return { seriesId, ...(await givenInterview(graph, 1, { seriesId })) };
};

/** A milestone of a series that a booking serves. */
const givenServed = async () => {
  const { milestone, childIds } = await givenInSeries();
  const [childId] = childIds;
  await givenBooking(graph.db, {
    ...MORNING,
    familyId: milestone.familyId,
    milestoneId: milestone.id,
    ...(childId && { childId }),
  });
  return milestone;
};

const accepted = async (): Promise<Input> => {
  const asked = await givenCareRequest(graph.db, {
    kind: 'FLEXIBLE',
    firstDay: Temporal.PlainDate.from('2026-03-09'),
    lastDay: Temporal.PlainDate.from('2026-03-27'),
  });
  const { careOffer } = await offer(asked, (await givenSection(graph.db)).id);
  await answer('acceptOffer', careOffer);
  return { careRequestId: asked.id, version: (await requestOf(asked.id)).version };
};

/** What each input that has `preview` may be sent with, so that it changes something. */
const inputs: Readonly<Record<string, () => Promise<Input>>> = {
  AdmitChildInput: async () => ({ ...(await accepted()), familiarisation: [A_STAY] }),
  AnnounceAbsenceInput: () => ofPlacement({ from: '2026-03-16', to: '2026-03-18', reason }),
  CancelBookingInput: () => ofBooking({ reason }),
  ChangeFamiliarisationInput: () =>
    ofPlacement({ familiarisation: [A_STAY], reason }, { startsOn: Temporal.PlainDate.from('2026-03-03') }),
  ChangePlacementInput: () =>
    ofPlacement({ from: '2026-03-16', weeklyPattern: hours(...AFTERNOONS), reason }),
  CloseFamilyFileInput: async () => ({
    familyId: (await givenCareRequest(graph.db)).familyId,
    version: 1,
    reason: 'MOVED_AWAY',
  }),
  CloseCentreInput: async () => ({ centreIds: [await busyCentre()], ...week }),
  ChangeCentreInput: async () => {
    const { id: centreId } = await givenCentre(graph.db);
    return { centreId, version: 1, from: '2026-03-16', isAvip: true, sections: [NEW_SECTION] };
  },
  CloseCentreForGoodInput: async () => ({
    centreId: await busyCentre(),
    version: 1,
    ...{ from: '2026-03-16', reason, confirmed: true },
  }),
  CorrectAnnouncedAbsenceInput: absent,
  CorrectOwnArrangementInput: () => ofDatedArrangement({ kind: 'OTHER', dated: AFTERNOON }),
  CoverMilestoneInput: async () => {
    await givenSection(graph.db);
    const { milestone } = await givenInterview(graph);
    return { milestoneId: milestone.id, milestoneVersion: milestone.version };
  },
  CoverMilestoneSeriesInput: async () => {
    await givenSection(graph.db);
    const { seriesId } = await givenInSeries();
    return { seriesId, version: 1 };
  },
  EndOwnArrangementInput: () => ofWeeklyArrangement({ from: '2026-03-16' }),
  EndPlacementInput: () => ofPlacement({ lastDay: '2026-03-20', reason }),
  ImportCentresInput: async () => ({
    source: 'ville',
    rows: [{ sourceId: '7', name: 'La Marelle', street: '4 rue Haute' }],
  }),
  LoadSchoolTermsInput: async () => ({ terms: [{ startsOn: '2026-04-27', endsOn: '2026-07-03' }] }),
  MergeFamiliesInput: ofTwiceRegistered,
  MoveBookingInput: () => ofBooking(AFTERNOON),
  RemoveOwnArrangementInput: () => ofDatedArrangement(),
  RenewPlacementInput: () => ofPlacement({ lastDay: '2026-06-30' }),
  ResumePlacementInput: suspended,
  SendWeekHoursInput: () =>
    ofPlacement({ monday: '2026-03-16', hours: hours(...AFTERNOONS) }, { kind: 'FLEXIBLE' }),
  SplitFamilyInput: async () => {
    const { id: familyId } = await givenFamily(graph.db);
    await givenFollowers(graph.db, familyId, [{ sub: 'zoe', relation: 'TEAM' }]);
    const { id } = await givenAdult(graph.db, { familyId });
    await givenAdult(graph.db, { familyId });
    const address = { street: '8 rue du Port', postalCode: '44000', city: 'Nantes' };
    const family = { householdKind: 'LONE_PARENT', address };
    return { familyId, version: 1, adultIds: [id], family };
  },
  SuspendPlacementInput: () => ofPlacement({ from: '2026-03-16', reason }),
  UndoMergeInput: undoable,
  UncoverMilestoneInput: async () => ({ milestoneId: (await givenServed()).id, reason }),
  UncoverMilestoneSeriesInput: async () => ({ seriesId: (await givenServed()).seriesId, version: 1, reason }),
  WithdrawCareRequestInput: async () => ({
    careRequestId: (await givenCareRequest(graph.db)).id,
    version: 1,
  }),
  WithdrawClosureInput: async () => ({
    closureId: (await givenClosure(graph.db, await busyCentre(), [week.from, week.to])).id,
  }),
};

describe('a preview', () => {
  it('is tried here with every input that has one', () => {
    expect(Object.keys(inputs).sort()).toEqual(inputsWithPreview(subgraph.schema));
  });

  it.each(Object.entries(inputs))(
    'of %s stores nothing, though the same is stored when it is none',
    async (type, given) => {
      const input = await given();
      const changed = (preview: boolean) =>
        tablesChangedBy(graph, subgraph.schema, [type, { ...input, preview }], coordinator('zoe'));

      expect(await changed(true)).toEqual([]);
      expect(await changed(false)).not.toEqual([]);
    },
  );
});
