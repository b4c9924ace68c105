import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';
import { givenJobSeeker } from './job-seeker.builder.ts';
import { JobSeeker } from './job-seeker.ts';

const OPEN = `mutation ($input: OpenJobSeekerFileInput!) { openJobSeekerFile(input: $input) {
  jobSeeker { id adult { id } family { id } category statisticalCategory romeCode status advisorId registeredOn closedOn version }
  refusal { reason message } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);

describe('a job-seeker file', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const open = async (input: object, as = me) =>
    (await graph.query(OPEN, { input: { category: 1, ...input } }, as)).data.openJobSeekerFile;

  /** An adult of a family that these advisors follow. */
  const givenAdult = async (...subs: string[]) => {
    const known = await givenKnownFamily(graph.db);
    const followers = ['advisor-lea', ...subs].map((sub) => ({ sub, relation: 'TEAM' }));
    await givenFollowers(graph.db, known.familyId, followers);
    return known;
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is opened for a known adult by the advisor who follows it', async () => {
    const { adultId, familyId } = await givenAdult();
    const input = { adultId, category: 2, statisticalCategory: 'A', romeCode: 'K1303' };
    expect(await open(input)).toEqual({
      jobSeeker: {
        id: expect.any(String),
        adult: { id: adultId },
        family: { id: familyId },
        category: 2,
        statisticalCategory: 'A',
        romeCode: 'K1303',
        status: 'OPEN',
        advisorId: 'advisor-lea',
        registeredOn: '2026-03-10',
        closedOn: null,
        version: 1,
      },
      refusal: null,
    });
  });

  it('is refused for an adult not known here, in the language of the reader', async () => {
    const { refusal } = await open({ adultId: newId() });
    expect(refusal).toEqual({
      reason: 'UNKNOWN_ADULT',
      message: expect.stringContaining('pas encore connue'),
    });
    const english = await graph.query(OPEN, { input: { adultId: newId(), category: 1 } }, me, {
      language: 'en',
    });
    expect(english.data.openJobSeekerFile.refusal.message).toContain('not known here yet');
  });

  it('is refused for an adult whose family the advisor does not see, as for an unknown one', async () => {
    const { adultId, familyId } = await givenAdult();
    const tom = advisor('advisor-tom');
    const followed = { sub: 'advisor-tom', relation: 'TEAM', to: '2026-03-10' };
    await givenFollowers(graph.db, familyId, [followed]);
    expect(await open({ adultId }, tom)).toEqual(await open({ adultId: newId() }, tom));
    expect(await graph.db.countBy(JobSeeker, { adultId })).toBe(0);
    await givenFollowers(graph.db, familyId, [{ sub: 'advisor-tom', relation: 'TEAM', from: '2026-03-10' }]);
    expect((await open({ adultId }, tom)).jobSeeker).toMatchObject({ advisorId: 'advisor-tom' });
  });

  it('waits until a referral is accepted, by which one reads', async () => {
    const { adultId, familyId } = await givenAdult();
    const ines = advisor('advisor-ines');
    const referral = { sub: 'advisor-ines', relation: 'REFERRAL' } as const;
    await givenFollowers(graph.db, familyId, [referral]);
    expect((await open({ adultId }, ines)).refusal).toEqual({
      reason: 'REFERRAL_NOT_ACCEPTED',
      message: expect.stringMatching(/^Vous lisez .* Acceptez-la/),
    });
    expect(await graph.db.countBy(JobSeeker, { adultId })).toBe(0);
    await givenFollowers(graph.db, familyId, [{ ...referral, relation: 'TEAM' }]);
    expect((await open({ adultId }, ines)).jobSeeker).toMatchObject({ advisorId: 'advisor-ines' });
  });

  it.each([
    ['CATEGORY_OUT_OF_RANGE', { category: 11 }],
    ['MALFORMED_ROME_CODE', { romeCode: 'Z0001' }],
    ['REGISTERED_TOO_EARLY', { registeredOn: '1900-01-01' }],
    ['REGISTERED_IN_THE_FUTURE', { registeredOn: '2026-03-11' }],
  ])('is refused with %s', async (reason, given) => {
    const { adultId } = await givenAdult();
    const answer = await open({ adultId, ...given });
    expect(answer).toMatchObject({ jobSeeker: null, refusal: { reason } });
  });

  it('is the only one of an adult at a time, even when two advisors open one together', async () => {
    const advisors = ['a1', 'a2', 'a3'];
    const { adultId } = await givenAdult(...advisors);
    const answers = await Promise.all(advisors.map((each) => open({ adultId }, advisor(each))));
    expect(answers.filter(({ jobSeeker }) => jobSeeker)).toHaveLength(1);
    expect(answers.filter(({ refusal }) => refusal?.reason === 'ALREADY_REGISTERED')).toHaveLength(2);
  });

  it('is opened again after the former one closed', async () => {
    const { adultId, familyId } = await givenAdult();
    const former = await givenJobSeeker(graph.db, { adultId, familyId, closedOn: day('2026-03-01') });
    const { jobSeeker } = await open({ adultId: former.adultId });
    const { data } = await graph.resolveReferences(
      'Adult',
      [{ id: former.adultId }],
      '{ jobSeeker { id status } }',
      me,
    );
    expect(data).toEqual([{ jobSeeker: { id: jobSeeker.id, status: 'OPEN' } }]);
  });

  it('is one however often it is sent with the same id', async () => {
    const { adultId } = await givenAdult();
    const input = { id: newId(), adultId };
    const answers = await Promise.all([open(input), open(input)]);
    graph.setNow(new Date('2026-03-12T09:00:00+01:00'));
    answers.push(await open(input));
    graph.setNow(now);
    expect(answers.map(({ jobSeeker }) => jobSeeker?.id)).toEqual([input.id, input.id, input.id]);
    expect(await open({ ...input, category: 3 })).toMatchObject({ refusal: { reason: 'CONFLICT' } });
  });

  it('closes on its day, not before', async () => {
    const { id, advisorId } = await givenJobSeeker(graph.db, { closedOn: day('2026-03-11') });
    const status = async (at: Date) => {
      const { data } = await graph.query(`{ jobSeeker(id: "${id}") { status } }`, {}, advisor(advisorId), {
        now: at,
      });
      return data.jobSeeker.status;
    };
    expect(await status(new Date('2026-03-10T23:59:00+01:00'))).toBe('OPEN');
    expect(await status(new Date('2026-03-11T00:00:00+01:00'))).toBe('CLOSED');
  });

  it('is absent for another advisor, open to a caseworker and not shared with a coordinator', async () => {
    const { id, adultId, advisorId } = await givenJobSeeker(graph.db);
    const read = async (as: ReturnType<typeof advisor>) => {
      const direct = await graph.query(`{ jobSeeker(id: "${id}") { id } }`, {}, as);
      const linked = await graph.resolveReferences('Adult', [{ id: adultId }], '{ jobSeeker { id } }', as);
      const referred = await graph.resolveReferences('JobSeeker', [{ id }], '{ id }', as);
      const codes = [...direct.errors, ...linked.errors].map(({ extensions }) => extensions?.code);
      return [direct.data?.jobSeeker ?? null, linked.data[0]?.jobSeeker ?? null, referred.data[0], codes];
    };
    expect(await read(advisor(advisorId))).toEqual([{ id }, { id }, { id }, []]);
    expect(await read(caseworker())).toEqual([{ id }, { id }, { id }, []]);
    expect(await read(caseworker('of-another-team'))).toEqual([null, null, null, []]);
    expect(await read(me)).toEqual([null, null, null, []]);
    expect(await read(coordinator())).toEqual([null, null, null, ['FORBIDDEN', 'NOT_SHARED']]);
  });

  it('costs one statement for any number of adults', async () => {
    const adults = await Promise.all(Array.from({ length: 50 }, () => givenJobSeeker(graph.db)));
    const keys = adults.map(({ adultId }) => ({ id: adultId }));
    const ask = (some: typeof keys) =>
      graph.statements(() =>
        graph.resolveReferences('Adult', some, '{ jobSeeker { category status } }', caseworker()),
      );
    expect([await ask(keys.slice(0, 1)), await ask(keys)]).toEqual([1, 1]);
  });
});
