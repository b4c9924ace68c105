import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenPlacement } from '@relais/early-childhood/care/placements/placement.builder.ts';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { operationText } from './operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const MONDAY = new Date('2026-03-02T09:00:00+01:00');
const INTERVIEW = { startsAt: '2026-03-05T09:00:00.000Z', endsAt: '2026-03-05T10:00:00.000Z' };
const LATER = { startsAt: '2026-03-05T14:00:00.000Z', endsAt: '2026-03-05T15:00:00.000Z' };
const LEA = advisor('advisor-lea');
const ALL_KINDS = `query ($id: ID!) { milestone(id: $id) { family {
  careAttention { kind } benefitsAttention { kind } jobSearchAttention { kind } } } }`;

let graph: TestWholeGraph;
let story: Awaited<ReturnType<typeof aCoveredInterview>>;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  await inTransaction(graph.agencies['early-childhood'].db.manager, plantNantes);
}, 60_000);
afterAll(() => graph.close());

/** A telling may cause another agency to tell something in turn. */
const drained = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    for (const agency of Object.values(graph.agencies)) await agency.drained();
  }
};

const change = async (operation: string, input: object, as: TestUser) => {
  const { data, errors } = await graph.ask(await operationText(operation), { input }, as);
  expect(errors).toEqual([]);
  const [payload] = Object.values<{ refusal: unknown }>(data);
  expect(payload?.refusal).toBeNull();
  await drained();
  return data;
};

const register = async () => {
  const address = { street: '1 rue des Alouettes', postalCode: '44000', city: 'Nantes' };
  const { registerFamily } = await change(
    'register-family',
    {
      family: { householdKind: 'LONE_PARENT', address },
      adults: [{ firstName: 'Awa', lastName: 'Lefort' }],
      children: [{ firstName: 'Tom', lastName: 'Lefort', birthDate: '2024-06-01' }],
    },
    caseworker(),
  );
  const { family } = registerFamily;
  const resources = { familyId: family.id, year: 2024, yearlyAmountCents: 9_600_00, dependentChildren: 1 };
  await change('record-resources', resources, caseworker());
  return family;
};

/** A mother on income support, her son's place as a step back to work, and an interview with a booked place. */
const aCoveredInterview = async () => {
  const family = await register();
  const [adult] = family.adults;
  const [child] = family.children;
  const rsa = { familyId: family.id, scheme: 'RSA', state: 'OPEN', from: '2026-01-01' };
  const { openEntitlement } = await change('open-entitlement', rsa, caseworker());
  const referred = { sub: 'advisor-lea', relation: 'TEAM' };
  await givenFollowers(graph.agencies.employment.db.manager, family.id, [referred]);
  const { openJobSeekerFile } = await change('open-job-seeker-file', { adultId: adult.id, category: 1 }, LEA);
  const interview = {
    jobSeekerId: openJobSeekerFile.jobSeeker.id,
    kind: 'INTERVIEW',
    title: 'Entretien, boulangerie Ty Bara',
    travelMinutes: 30,
    ...INTERVIEW,
  };
  const { scheduleMilestone } = await change('schedule-milestone', interview, LEA);
  const milestoneId = scheduleMilestone.milestone.id;
  const { coverMilestone } = await change(
    'cover-milestone',
    { milestoneId, milestoneVersion: 1 },
    coordinator(),
  );
  await givenPlacement(graph.agencies['early-childhood'].db.manager, {
    familyId: family.id,
    childId: child.id,
    sectionId: coverMilestone.bookings[0].section.id,
    isInsertionContract: true,
    startsOn: Temporal.PlainDate.from('2026-01-05'),
    endsOn: Temporal.PlainDate.from('2026-06-30'),
  });
  return {
    family,
    milestoneId,
    bookingId: coverMilestone.bookings[0].id,
    entitlementId: openEntitlement.entitlement.id,
  };
};

type Item = { id: string; kind: string; subjectId: string };
const kindsIn = (items: readonly Item[]) => items.map(({ kind }) => kind);

/** What the one query shows of each agency. */
const ripple = async (as = caseworker()) => {
  const { reference } = story.family;
  const { data, errors } = await graph.ask(await operationText('family-ripple'), { reference }, as);
  expect(errors).toEqual([]);
  const { careAttention, benefitsAttention, jobSearchAttention } = data.family;
  return {
    care: kindsIn(careAttention),
    benefits: kindsIn(benefitsAttention),
    jobSearch: kindsIn(jobSearchAttention),
    alerts: new Set([...careAttention, ...benefitsAttention, ...jobSearchAttention].map(({ id }: Item) => id))
      .size,
    subjects: [...careAttention, ...benefitsAttention, ...jobSearchAttention].map(
      ({ subjectId }: Item) => subjectId,
    ),
  };
};

/** The events that went out about the family while `work` ran. */
const eventsDuring = async (work: () => Promise<unknown>): Promise<string[]> => {
  const told = async (): Promise<string[]> => {
    const types = Object.values(graph.agencies).map(({ db }) =>
      db.query('select type from outbox where family_id = $1 order by number', [story.family.id]),
    );
    const rows: { type: string }[][] = await Promise.all(types);
    return rows.flat().map(({ type }) => type);
  };
  const before = await told();
  await work();
  const after = await told();
  for (const type of before) after.splice(after.indexOf(type), 1);
  return after.sort();
};

beforeEach(async () => {
  story = await aCoveredInterview();
});

describe('one change, one event, one query', () => {
  it('starts from a family that needs nobody', async () => {
    expect(await ripple()).toEqual({ care: [], benefits: [], jobSearch: [], alerts: 0, subjects: [] });
  });

  it('of a suspended RSA: care that counts on it shows it, and no advisor learns of it', async () => {
    const { entitlementId, milestoneId } = story;
    const suspended = { entitlementId, version: 1, state: 'SUSPENDED', from: '2026-03-01' };
    const events = await eventsDuring(() => change('change-entitlement-state', suspended, caseworker()));
    expect(events).toEqual(['relais.income-support.changed.v1']);
    expect(await ripple()).toMatchObject({
      care: ['INCOME_SUPPORT_SUSPENDED'],
      benefits: ['INCOME_SUPPORT_SUSPENDED'],
      jobSearch: [],
    });
    expect(await ripple(coordinator())).toMatchObject({ care: ['INCOME_SUPPORT_SUSPENDED'], benefits: [] });
    const { data, errors } = await graph.ask(ALL_KINDS, { id: milestoneId }, LEA);
    const nothing = { careAttention: [], benefitsAttention: [], jobSearchAttention: [] };
    expect([data.milestone.family, errors]).toEqual([nothing, []]);
  });

  it('of a cancelled place: the advisor and the caseworker see the interview it leaves without care', async () => {
    const { bookingId, milestoneId } = story;
    const cancelled = { bookingId, version: 1, reason: 'Fermeture' };
    const events = await eventsDuring(() => change('cancel-booking', cancelled, coordinator()));
    expect(events).toEqual(['relais.cover.changed.v1']);
    const uncovered = ['MILESTONE_UNCOVERED'];
    const shown = { care: uncovered, benefits: uncovered, jobSearch: uncovered };
    // Three agencies tell of it, and it is one alert.
    expect(await ripple()).toEqual({
      ...shown,
      alerts: 1,
      subjects: [milestoneId, milestoneId, milestoneId],
    });
    const { data } = await graph.ask(ALL_KINDS, { id: milestoneId }, LEA);
    expect(kindsIn(data.milestone.family.jobSearchAttention)).toEqual(uncovered);
  });

  it('of a moved interview: the service point sees the place left behind and the new gap', async () => {
    const { milestoneId, bookingId } = story;
    const moved = { milestoneId, version: 1, ...LATER };
    const events = await eventsDuring(() => change('move-milestone', moved, LEA));
    expect(events).toEqual(['relais.cover.changed.v1', 'relais.milestone.changed.v1']);
    const { subjects, ...shown } = await ripple(coordinator());
    expect(shown).toEqual({
      alerts: 2,
      care: ['BOOKING_OUTSIDE_MILESTONE', 'MILESTONE_UNCOVERED'],
      benefits: ['MILESTONE_UNCOVERED'],
      jobSearch: ['MILESTONE_UNCOVERED'],
    });
    expect(subjects.slice(0, 2)).toEqual([bookingId, milestoneId]);
  });
});
