import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { plantSchoolPeriods } from '../../../seeds/plant-nantes.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import type { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { REMAKE_CALENDARS } from '../../families/shared-residence/remaking.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { subgraph } from '../../subgraph.ts';
import { REMAKE_CALENDAR } from './remake-calendars.ts';

let graph: TestSubgraph;
let child: Child;
let second: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await inTransaction(graph.db, plantSchoolPeriods);
});
beforeEach(async () => {
  graph.setNow(new Date('2026-03-02T08:00:00+01:00'));
  child = await givenChild(graph.db);
  ({ id: second } = await givenFamily(graph.db));
});
afterAll(() => graph.close());

const REFUSAL = 'refusal { reason isQuestion }';
const SHARE = `mutation ($input: ShareResidenceInput!) { shareResidence(input: $input) { child { id } ${REFUSAL} } }`;
const EXCEPT = `mutation ($input: ChangeResidenceExceptionsInput!) {
  changeResidenceExceptions(input: $input) { child { id } ${REFUSAL} }
}`;
const END = `mutation ($input: EndSharedResidenceInput!) { endSharedResidence(input: $input) { child { id } ${REFUSAL} } }`;
const RESIDENCE = `{ sharedResidence { version endedAt livesWithFamily { id }
  rules { kind startsOn endsOn weekday time holidays notedAt firstFamily { id }
    halves { time firstHalfInEvenYears { id } firstHalfInOddYears { id } } }
  exceptions { id startsAt endsAt notedAt family { id } }
  calendar(from: "2026-03-30T00:00:00+02:00", to: "2026-04-27T00:00:00+02:00") { startsAt source family { id } } } }`;

const weekAbout = () => ({
  ...{ kind: 'EVERY_SECOND_WEEK', startsOn: '2026-03-06', weekday: 5, time: '17:00' },
  firstFamilyId: child.familyId,
});
const halves = () => ({
  ...{ time: '18:00', firstHalfInEvenYears: second, firstHalfInOddYears: child.familyId },
});
const share = async (facts: object) => {
  const input = { childId: child.id, otherFamilyId: second, ...facts };
  return (await graph.query(SHARE, { input }, caseworker())).data.shareResidence;
};
const except = async (facts: object, as = caseworker()) => {
  const input = { childId: child.id, version: 2, ...facts };
  return graph.query(EXCEPT, { input }, as);
};
const end = async (facts: object, as = caseworker()) => {
  const input = {
    childId: child.id,
    version: 2,
    endsAt: '2026-04-08T09:00:00+02:00',
    familyId: second,
    ...facts,
  };
  return graph.query(END, { input }, as);
};
const residence = async () => {
  const { data } = await graph.resolveReferences('Child', [{ id: child.id }], RESIDENCE, caseworker());
  return data[0].sharedResidence;
};
const toldOf = ({
  calendar,
}: {
  calendar: { startsAt: string; source: string; family: { id: string } | null }[];
}) =>
  calendar.map(({ startsAt, source, family }) => {
    const names: Record<string, string> = { [child.familyId]: 'first', [second]: 'second' };
    return `${startsAt.slice(0, 16)} ${source} ${family ? names[family.id] : ''}`.trim();
  });
const exception = () => ({
  ...{ familyId: second, startsAt: '2026-04-04T09:00:00+02:00', endsAt: '2026-04-05T18:00:00+02:00' },
});

it('a rule, its halves of holidays and its exceptions say who has the child in the coming weeks', async () => {
  expect(await share({ rule: { ...weekAbout(), holidays: 'HALVES', halves: halves() } })).toEqual({
    child: { id: child.id },
    refusal: null,
  });
  const [said] = (await residence()).rules;
  expect(said).toEqual({
    ...{ kind: 'EVERY_SECOND_WEEK', startsOn: '2026-03-06', endsOn: null, weekday: 5, time: '17:00' },
    ...{ holidays: 'HALVES', notedAt: '2026-03-02T07:00:00.000Z', firstFamily: { id: child.familyId } },
    halves: {
      time: '18:00',
      firstHalfInEvenYears: { id: second },
      firstHalfInOddYears: { id: child.familyId },
    },
  });
  const byRule = [
    '2026-03-27T16:00 RULE second',
    '2026-04-03T15:00 RULE first',
    '2026-04-10T15:00 RULE second',
    '2026-04-10T16:00 HOLIDAY second',
    '2026-04-18T16:00 HOLIDAY first',
    '2026-04-26T16:00 RULE second',
  ];
  expect(toldOf(await residence())).toEqual(byRule);

  expect((await except({ added: [exception()] })).data.changeResidenceExceptions.refusal).toBeNull();
  const excepted = await residence();
  expect(toldOf(excepted)).toEqual([
    ...byRule.slice(0, 2),
    '2026-04-04T07:00 EXCEPTION second',
    '2026-04-05T16:00 RULE first',
    ...byRule.slice(2),
  ]);
  expect(excepted).toMatchObject({ version: 3, exceptions: [{ family: { id: second } }] });
  const removedIds = [excepted.exceptions[0].id];
  expect((await except({ version: 3, removedIds })).data.changeResidenceExceptions.refusal).toBeNull();
  expect(await residence()).toMatchObject({ version: 4, exceptions: [] });
  expect(toldOf(await residence())).toEqual(byRule);

  expect((await end({ version: 4 })).data.endSharedResidence.refusal).toBeNull();
  expect((await end({ version: 5 })).data.endSharedResidence.refusal).toBeNull();
  const ended = await residence();
  expect(ended).toMatchObject({ version: 5, livesWithFamily: { id: second } });
  expect(toldOf(ended)).toEqual([...byRule.slice(0, 2), '2026-04-08T07:00 ENDED second']);
  const steps = await graph.db.findBy(CareStep, { childId: child.id, familyId: second });
  expect(steps.map(({ kind }) => kind).sort()).toEqual([
    'RESIDENCE_ENDED',
    ...Array(3).fill('RESIDENCE_SHARED'),
  ]);
  const seen = await graph.resolveReferences(
    'Family',
    [{ id: second }],
    '{ children { sharedResidence { otherFamily { id } livesWithFamily { id } rules { firstFamily { id } } } } }',
    caseworker(),
  );
  expect(seen.data[0].children).toEqual([
    {
      sharedResidence: {
        otherFamily: { id: child.familyId },
        livesWithFamily: { id: second },
        rules: [{ firstFamily: { id: child.familyId } }],
      },
    },
  ]);
});

it('a later rule takes over, an end is taken back by another rule, and saying the same again changes nothing', async () => {
  await share({ rule: weekAbout() });
  expect((await share({ rule: weekAbout() })).refusal).toBeNull();
  const later = { ...weekAbout(), startsOn: '2026-04-03', firstFamilyId: second };
  expect((await share({ rule: later })).refusal.reason).toBe('STALE_VERSION');
  expect((await share({ rule: later, version: 2 })).refusal).toBeNull();
  const told = await residence();
  expect(told.rules.map(({ startsOn }: { startsOn: string }) => startsOn)).toEqual([
    '2026-03-06',
    '2026-04-03',
  ]);
  // Two weeks with one family, and then holidays of which nothing is said.
  expect(toldOf(told).slice(0, 3)).toEqual([
    '2026-03-27T16:00 RULE second',
    '2026-04-10T15:00 RULE first',
    '2026-04-10T22:00 UNKNOWN',
  ]);
  await end({ version: 3 });
  expect((await share({ rule: later, version: 4 })).refusal).toBeNull();
  expect(await residence()).toMatchObject({ version: 5, endedAt: null, livesWithFamily: null });
});

it('refuses what contradicts itself, what others changed meanwhile, and whoever may not', async () => {
  const rule = weekAbout();
  const reasonOf = async (facts: object) => (await share(facts)).refusal?.reason;
  expect((await except({})).data.changeResidenceExceptions.refusal.reason).toBe('NOT_SHARED');
  expect((await end({})).data.endSharedResidence.refusal.reason).toBe('NOT_SHARED');
  expect(await reasonOf({ rule: { ...rule, firstFamilyId: newId() } })).toBe('PERIOD_OF_ANOTHER_FAMILY');
  expect(await reasonOf({ rule: { ...rule, holidays: 'HALVES' } })).toBe('HALVES_MISSING');
  expect(await reasonOf({ rule, calendar: [exception()] })).toBe('RULE_OR_CALENDAR');
  expect(await reasonOf({})).toBeUndefined();
  expect(
    (await except({ version: 1, added: [exception()] })).data.changeResidenceExceptions.refusal.reason,
  ).toBe('NO_RULE');
  expect(await reasonOf({ rule, version: 1 })).toBeUndefined();
  expect(await reasonOf({ calendar: [exception()], version: 2 })).toBe('RULE_HOLDS');
  expect((await except({ version: 1 })).data.changeResidenceExceptions.refusal.reason).toBe('STALE_VERSION');
  expect((await except({ removedIds: [newId()] })).data.changeResidenceExceptions.refusal.reason).toBe(
    'UNKNOWN_EXCEPTION',
  );
  expect((await end({ familyId: newId() })).data.endSharedResidence.refusal.reason).toBe(
    'PERIOD_OF_ANOTHER_FAMILY',
  );
  expect((await end({ childId: newId() })).data.endSharedResidence.refusal.reason).toBe('UNKNOWN_CHILD');
  expect(await residence()).toMatchObject({ version: 2, endedAt: null, exceptions: [] });
  for (const change of [except, end])
    expect((await change({}, advisor())).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

const LOAD = `mutation ($input: LoadSchoolTermsInput!) { loadSchoolTerms(input: $input) { knownUntil refusal { reason } } }`;

it('what is to come follows the school terms once they are known, and cover says unknown until then', async () => {
  await share({ rule: weekAbout() });
  const { familyId } = child;
  const on = (day: string, offset: string) =>
    givenKnownMilestone(graph.db, {
      familyId,
      startsAt: new Date(`${day}T10:00:00${offset}`),
      endsAt: new Date(`${day}T11:00:00${offset}`),
    });
  const [inSeptember, inDecember] = [await on('2027-09-22', '+02:00'), await on('2027-12-01', '+01:00')];
  const cover = async (milestone = inSeptember) => {
    const covers = await graph.resolveReferences(
      'Milestone',
      [referenceTo(milestone)],
      '{ childcareCover { status } }',
      caseworker(),
    );
    return covers.data[0].childcareCover.status;
  };
  expect(await cover()).toBe('UNKNOWN');
  await graph.db.query(`insert into school_periods values ('2027-09-01', '2027-10-15')`);
  graph.setNow(new Date('2026-03-03T00:00:00+01:00'));
  expect(REMAKE_CALENDARS).toBe('remake-residence-calendars');
  await graph.runDueJobs();
  expect([await cover(), await cover(inDecember)]).toEqual(['UNCOVERED', 'UNKNOWN']);

  // Whoever adds to the school calendar need not wait for the night.
  const terms = [{ startsOn: '2027-11-15', endsOn: '2027-12-17' }];
  const { data } = await graph.query(LOAD, { input: { terms } }, coordinator());
  expect(data.loadSchoolTerms).toEqual({ knownUntil: '2027-12-17', refusal: null });
  await graph.runDueJobs();
  expect(await cover(inDecember)).not.toBe('UNKNOWN');
  await graph.db.query(`delete from school_periods where starts_on >= '2027-09-01'`);
});

it('care on a day of the other parent is asked about, and billed to the family whose day it is', async () => {
  await share({ rule: weekAbout() });
  const section = await givenSection(graph.db);
  const BOOK = `mutation ($input: BookCareInput!) { bookCare(input: $input) { booking { family { id } } ${REFUSAL} } }`;
  const book = async (facts: object) => {
    const input = {
      ...{ childId: child.id, sectionId: section.id, kind: 'SHORT_TERM' },
      ...{ startsAt: '2026-03-17T09:00:00+01:00', endsAt: '2026-03-17T11:00:00+01:00', ...facts },
    };
    return (await graph.query(BOOK, { input }, coordinator())).data.bookCare;
  };
  const question = (reason: string) => ({ booking: null, refusal: { reason, isQuestion: true } });
  expect(await book({ familyId: child.familyId })).toEqual(question('OTHER_PARENTS_DAY'));
  expect(await book({})).toEqual({ booking: { family: { id: second } }, refusal: null });
  const before = { startsAt: '2026-03-05T09:00:00+01:00', endsAt: '2026-03-05T11:00:00+01:00' };
  expect(await book(before)).toEqual(question('WHOSE_DAY_UNKNOWN'));
  expect((await book({ ...before, confirmed: true })).booking.family.id).toBe(child.familyId);
  const next = { startsAt: '2026-03-18T09:00:00+01:00', endsAt: '2026-03-18T11:00:00+01:00' };
  const told = { ...next, familyId: child.familyId, confirmed: true };
  expect((await book(told)).booking.family.id).toBe(child.familyId);

  const SUBMIT = `mutation ($input: SubmitCareRequestInput!) {
    submitCareRequest(input: $input) { careRequest { family { id } } ${REFUSAL} }
  }`;
  const submit = async (facts: object, as = coordinator()) => {
    const input = { childId: child.id, kind: 'SHORT_TERM', ...facts };
    return (await graph.query(SUBMIT, { input }, as)).data.submitCareRequest;
  };
  const stretches = [{ startsAt: '2026-03-19T09:00:00+01:00', endsAt: '2026-03-19T11:00:00+01:00' }];
  expect((await submit({ stretches })).careRequest.family.id).toBe(second);
  expect((await submit({ stretches, familyId: child.familyId })).refusal.reason).toBe('SAME_REQUEST_OPEN');
  // Who may not ask for the family whose day it is is asked, as for any day of the other parent.
  await givenFollowers(graph.db, second, [{ sub: 'barred', relation: 'BARRED' }]);
  const onTheirDay = {
    stretches: [{ startsAt: '2026-03-20T09:00:00+01:00', endsAt: '2026-03-20T11:00:00+01:00' }],
  };
  expect((await submit(onTheirDay, coordinator('barred'))).refusal.reason).toBe('OTHER_PARENTS_DAY');
  // Sent again it is the same, although the calendar is another one now.
  const sent = { ...onTheirDay, id: newId() };
  expect((await submit(sent)).careRequest.family.id).toBe(second);
  const added = [
    { familyId: child.familyId, startsAt: '2026-03-20T08:00:00+01:00', endsAt: '2026-03-20T12:00:00+01:00' },
  ];
  expect((await except({ added })).data.changeResidenceExceptions.refusal).toBeNull();
  expect(await submit(sent)).toEqual({ careRequest: { family: { id: second } }, refusal: null });
  const pattern = [{ weekday: 3, from: '09:00', to: '12:00' }];
  const weekly = { firstDay: '2026-03-09', lastDay: '2026-04-30', pattern };
  const asked = { kind: 'LONG_TERM', weekly, familyId: child.familyId };
  expect((await submit(asked)).refusal).toEqual({ reason: 'OTHER_PARENTS_DAY', isQuestion: true });
  expect((await submit({ ...asked, confirmed: true })).careRequest.family.id).toBe(child.familyId);
});

const night = async (day: string) => {
  const runAt = new Date(`${day}T00:00:00+02:00`);
  graph.setNow(runAt);
  const about = { childId: child.id };
  await inTransaction(graph.db, (tx) =>
    scheduleJob(tx, REMAKE_CALENDAR, about, { runAt, key: `${child.id} ${day}` }),
  );
  await graph.runDueJobs();
};
const inHolidaysToo = (startsOn: string) => ({ ...weekAbout(), startsOn, holidays: 'LIKE_TERMS' });
const onDays = (familyId: string, from: string, to: string) => ({
  ...{ familyId, startsAt: `2026-04-${from}T09:00:00+02:00`, endsAt: `2026-04-${to}T09:00:00+02:00` },
});

it('what an end put an end to does not come back with what is said afterwards', async () => {
  await share({ rule: inHolidaysToo('2026-03-06') });
  await except({ added: [onDays(second, '18', '19')] });
  await end({ version: 3 });
  const later = inHolidaysToo('2026-04-17');
  expect((await share({ rule: later, version: 4 })).refusal).toBeNull();
  const told = [
    '2026-03-27T16:00 RULE second',
    '2026-04-03T15:00 RULE first',
    '2026-04-08T07:00 ENDED second',
    '2026-04-17T15:00 RULE first',
    '2026-04-24T15:00 RULE second',
  ];
  expect(toldOf(await residence())).toEqual(told);
  await night('2026-04-01');
  await night('2026-04-10');
  expect(toldOf(await residence())).toEqual(told);
  expect(await residence()).toMatchObject({ rules: [{ startsOn: '2026-04-17' }], exceptions: [] });

  await end({ version: 5, endsAt: '2026-04-22T09:00:00+02:00' });
  const calendar = [onDays(child.familyId, '23', '24')];
  expect((await share({ calendar, version: 6 })).refusal).toBeNull();
  const typedIn = [
    ...told.slice(0, 4),
    '2026-04-22T07:00 ENDED second',
    '2026-04-23T07:00 CALENDAR first',
    '2026-04-24T07:00 UNKNOWN',
  ];
  expect(toldOf(await residence())).toEqual(typedIn);
  await night('2026-04-11');
  expect(toldOf(await residence())).toEqual(typedIn);
  expect(await residence()).toMatchObject({ rules: [], endedAt: null });
});

it('what is written down for times of which no rule tells stays, night after night', async () => {
  await share({ calendar: [onDays(child.familyId, '01', '06'), onDays(second, '06', '13')] });
  const rule = { ...inHolidaysToo('2026-04-17'), endsOn: '2026-04-19' };
  expect((await share({ rule, version: 2 })).refusal).toBeNull();
  const tooEarly = [onDays(second, '18', '19')];
  expect((await share({ calendar: tooEarly, version: 3 })).refusal.reason).toBe('RULE_HOLDS');
  expect((await share({ calendar: [onDays(second, '20', '24')], version: 3 })).refusal).toBeNull();
  const told = [
    '2026-03-29T22:00 UNKNOWN',
    '2026-04-01T07:00 CALENDAR first',
    '2026-04-06T07:00 CALENDAR second',
    '2026-04-13T07:00 UNKNOWN',
    '2026-04-17T15:00 RULE first',
    '2026-04-19T22:00 UNKNOWN',
    '2026-04-20T07:00 CALENDAR second',
    '2026-04-24T07:00 UNKNOWN',
  ];
  expect(toldOf(await residence())).toEqual(told);
  await night('2026-04-02');
  expect(toldOf(await residence())).toEqual(told);
  const beside = await except({ version: 4, added: [onDays(child.familyId, '21', '22')] });
  expect(beside.data.changeResidenceExceptions.refusal.reason).toBe('NO_RULE');
  const added = [onDays(second, '18', '19')];
  expect((await except({ version: 4, added })).data.changeResidenceExceptions.refusal).toBeNull();
  const excepted = [
    ...told.slice(0, 5),
    '2026-04-18T07:00 EXCEPTION second',
    '2026-04-19T07:00 RULE first',
    ...told.slice(5),
  ];
  expect(toldOf(await residence())).toEqual(excepted);
  await night('2026-04-03');
  expect(toldOf(await residence())).toEqual(excepted);
  // Before the rule begins, shared residence ends.
  await end({ version: 5, endsAt: '2026-04-10T09:00:00+02:00', familyId: child.familyId });
  await night('2026-04-04');
  expect(toldOf(await residence())).toEqual([...told.slice(0, 3), '2026-04-10T07:00 ENDED first']);
});

it('is said, excepted from and ended by those alone who may change the files of both families', async () => {
  await share({ rule: weekAbout() });
  const ofTheFile = caseworker('of-the-file');
  const ofTheOther = caseworker('of-the-other');
  await givenFollowers(graph.db, child.familyId, [{ sub: 'of-the-file', relation: 'TEAM' }]);
  await givenFollowers(graph.db, second, [{ sub: 'of-the-other', relation: 'TEAM' }]);
  for (const as of [ofTheFile, ofTheOther]) {
    const excepted = await except({ added: [exception()] }, as);
    expect(excepted.data.changeResidenceExceptions.refusal.reason).toBe('UNKNOWN_CHILD');
    expect((await end({}, as)).data.endSharedResidence.refusal.reason).toBe('UNKNOWN_CHILD');
  }
  const input = { childId: child.id, otherFamilyId: second, version: 2, rule: inHolidaysToo('2026-03-06') };
  const reasonFor = async (as: typeof ofTheFile) =>
    (await graph.query(SHARE, { input }, as)).data.shareResidence.refusal.reason;
  expect(await reasonFor(ofTheFile)).toBe('UNKNOWN_FAMILY');
  expect(await reasonFor(ofTheOther)).toBe('UNKNOWN_CHILD');
  expect(await residence()).toMatchObject({ version: 2, endedAt: null, exceptions: [] });
});
