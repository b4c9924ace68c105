import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { subgraph } from '../../subgraph.ts';
import { Booking } from './booking.ts';

const BOOK = `mutation ($input: BookCareInput!) {
  bookCare(input: $input) { booking { id family { id } version } refusal { reason } }
}`;
const CANCEL = `mutation ($input: CancelBookingInput!) {
  cancelBooking(input: $input) { booking { status } refusal { reason } }
}`;

const AFTERNOON = { startsAt: '2026-03-03T13:00:00+01:00', endsAt: '2026-03-03T14:00:00+01:00' };
const EVENING = { startsAt: '2026-03-03T16:00:00+01:00', endsAt: '2026-03-03T17:00:00+01:00' };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const givenMilestone = async (familyId: string): Promise<string> => {
  const milestoneId = newId();
  await graph.receive('relais.milestone.changed.v1', familyId, {
    milestoneId,
    familyId,
    startsAt: '2026-03-03T09:30:00+01:00',
    endsAt: '2026-03-03T11:30:00+01:00',
    travelMinutes: 30,
    status: 'PLANNED',
    version: 1,
  });
  return milestoneId;
};

const book = async (care: Readonly<Record<string, unknown>>) => {
  const { id: sectionId } = await givenSection(graph.db);
  const morning = { startsAt: '2026-03-03T09:00:00+01:00', endsAt: '2026-03-03T12:00:00+01:00' };
  const input = { sectionId, kind: 'EMERGENCY', ...morning, ...care };
  const { data, errors } = await graph.query(BOOK, { input }, coordinator());
  expect(errors).toEqual([]);
  return data.bookCare;
};

const coversTold = async (milestoneId: string) => {
  const events = await graph.published();
  return events
    .filter(({ type, data }) => type === 'relais.cover.changed.v1' && data.milestoneId === milestoneId)
    .map(({ data }) => data.status);
};

describe('care for a milestone', () => {
  it('remembers what it serves and tells the other agencies that the milestone is covered', async () => {
    const child = await givenChild(graph.db);
    const milestoneId = await givenMilestone(child.familyId);

    const { booking } = await book({ childId: child.id, milestoneId });

    expect(await graph.db.findOneByOrFail(Booking, { id: booking.id })).toMatchObject({ milestoneId });
    expect((await coversTold(milestoneId)).at(-1)).toBe('COVERED');
  });

  it('is kept as a request that is met when it is an emergency, however often it is sent', async () => {
    const child = await givenChild(graph.db);
    const milestoneId = await givenMilestone(child.familyId);
    const again = {
      id: newId(),
      childId: child.id,
      milestoneId,
      sectionId: (await givenSection(graph.db)).id,
    };

    await book(again);
    await book(again);
    await book({ childId: child.id, milestoneId, kind: 'SHORT_TERM', ...AFTERNOON });
    await book({ childId: child.id, ...EVENING });

    expect(await graph.db.findBy(CareRequest, { childId: child.id })).toMatchObject([
      { kind: 'EMERGENCY', status: 'PLACED', emergencyReason: 'MILESTONE', milestoneId },
    ]);
  });

  it('meets the request that waits for it, and leaves one that asks for more', async () => {
    const child = await givenChild(graph.db);
    const milestoneId = await givenMilestone(child.familyId);
    const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);
    const facts = {
      childId: child.id,
      kind: 'EMERGENCY',
      emergencyReason: 'MILESTONE',
      milestoneId,
    } as const;
    const ofMorning = { ...facts, stretches: [{ startsAt: at('09:00'), endsAt: at('12:00') }] };
    const waiting = await givenCareRequest(graph.db, ofMorning);
    const longer = await givenCareRequest(graph.db, {
      ...facts,
      stretches: [{ startsAt: at('09:00'), endsAt: at('13:00') }],
    });

    await book({ childId: child.id, milestoneId });

    const requests = await graph.db.findBy(CareRequest, { childId: child.id });
    expect(new Map(requests.map(({ id, status, version }) => [id, `${status} ${version}`]))).toEqual(
      new Map([
        [waiting.id, 'PLACED 2'],
        [longer.id, 'SUBMITTED 1'],
      ]),
    );
  });

  it('shows the gap again to the other agencies once it is cancelled', async () => {
    const child = await givenChild(graph.db);
    const milestoneId = await givenMilestone(child.familyId);
    const { booking } = await book({ childId: child.id, milestoneId });

    const input = { bookingId: booking.id, version: booking.version, reason: 'Enfant malade' };
    await graph.query(CANCEL, { input }, coordinator());

    expect((await coversTold(milestoneId)).slice(-2)).toEqual(['COVERED', 'UNCOVERED']);
  });

  it('is not booked for a milestone of another family', async () => {
    const milestoneId = await givenMilestone((await givenFamily(graph.db)).id);

    const { refusal } = await book({ childId: (await givenChild(graph.db)).id, milestoneId });

    expect(refusal.reason).toBe('MILESTONE_OF_ANOTHER_FAMILY');
  });

  it('may be paid by either family of a child in shared residence, and covers both', async () => {
    const child = await givenChild(graph.db);
    const { id: otherFamilyId } = await givenFamily(graph.db);
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      child.id,
      otherFamilyId,
    ]);
    const milestoneId = await givenMilestone(otherFamilyId);

    const { booking } = await book({ childId: child.id, familyId: otherFamilyId, milestoneId });

    expect(booking.family.id).toBe(otherFamilyId);
  });
});
