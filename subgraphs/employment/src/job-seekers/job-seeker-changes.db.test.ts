import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { professionalIdOf } from '@relais/platform/professionals/professional-id.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { JobSearchStep } from '../job-search-steps/job-search-step.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenJobSeeker } from './job-seeker.builder.ts';
import { JobSeeker } from './job-seeker.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);

const mutation = (name: string, more = '') => {
  const input = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${input}) { ${name}(input: $input) {
    jobSeeker { id status closedOn closingReason advisorId category statisticalCategory version } ${more}
    refusal { reason message } } }`;
};

const changes = [
  { name: 'closeJobSeekerFile', given: { reason: 'SEARCH_STOPPED' }, kind: 'FILE_CLOSED' },
  { name: 'changeAdvisor', given: { advisorId: 'advisor-tom' }, kind: 'ADVISOR_CHANGED' },
  { name: 'changeJobSeekerCategory', given: { category: 4 }, kind: 'CATEGORY_CHANGED' },
];

describe('a change of a job-seeker file', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const mine = (given: Partial<JobSeeker> = {}) =>
    givenJobSeeker(graph.db, { advisorId: 'advisor-lea', ...given });
  const change = async (name: string, jobSeekerId: string, given: object, as = me) => {
    const input = { jobSeekerId, version: 1, ...given };
    const more = name === 'closeJobSeekerFile' ? 'openMilestones { id }' : '';
    return (await graph.query(mutation(name, more), { input }, as)).data[name];
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
    const isAdvisor = { role: 'EMPLOYMENT_ADVISOR' } as const;
    await givenProfessional(graph.db, { sub: 'advisor-tom', ...isAdvisor });
    await givenProfessional(graph.db, { sub: 'advisor-gone', ...isAdvisor, departedOn: day('2026-03-10') });
    await givenProfessional(graph.db, { sub: 'caseworker-maud' });
  });
  afterAll(() => graph.close());

  it.each(changes)('$name is stored with its date and its author', async ({ name, given, kind }) => {
    const { id } = await mine();
    const { jobSeeker, refusal } = await change(name, id, given);
    expect(refusal).toBeNull();
    expect(jobSeeker.version).toBe(2);
    expect(await graph.db.findBy(JobSearchStep, { jobSeekerId: id })).toEqual([
      expect.objectContaining({ kind, at: now, doneBy: 'advisor-lea' }),
    ]);
  });

  it.each(changes)('$name is refused on a closed file and an outdated one', async ({ name, given }) => {
    const closed = await mine({ closedOn: day('2026-03-10') });
    expect(await change(name, closed.id, given)).toMatchObject({ refusal: { reason: 'FILE_CLOSED' } });
    const changed = await mine({ version: 2 });
    expect(await change(name, changed.id, given)).toMatchObject({ refusal: { reason: 'STALE_VERSION' } });
    expect(await graph.db.countBy(JobSearchStep, { jobSeekerId: changed.id })).toBe(0);
  });

  it.each(changes)('$name is refused to another advisor as if it did not exist', async ({ name, given }) => {
    const { id } = await mine();
    const other = await change(name, id, given, advisor('advisor-ana'));
    expect(other).toEqual(await change(name, newId(), given));
    expect(other.refusal.reason).toBe('UNKNOWN_JOB_SEEKER');
  });

  it.each([
    ['closeJobSeekerFile', 'CLOSES_BEFORE_REGISTRATION', { reason: 'OTHER', closedOn: '2026-01-04' }],
    ['closeJobSeekerFile', 'CLOSES_TOO_FAR_AHEAD', { reason: 'OTHER', closedOn: '2026-06-11' }],
    ['changeAdvisor', 'SAME_ADVISOR', { advisorId: 'advisor-lea' }],
    ['changeAdvisor', 'UNKNOWN_PROFESSIONAL', { advisorId: '' }],
    ['changeAdvisor', 'UNKNOWN_PROFESSIONAL', { advisorId: 'advisor-tomm' }],
    ['changeAdvisor', 'DEPARTED_PROFESSIONAL', { advisorId: 'advisor-gone' }],
    ['changeAdvisor', 'UNSUITABLE_ADVISOR', { advisorId: 'caseworker-maud' }],
    ['changeJobSeekerCategory', 'SAME_CATEGORY', { category: 1 }],
    ['changeJobSeekerCategory', 'CATEGORY_OUT_OF_RANGE', { category: 11 }],
  ])('%s is refused with %s and nothing is stored', async (name, reason, given) => {
    const { id } = await mine();
    expect(await change(name, id, given)).toMatchObject({ jobSeeker: null, refusal: { reason } });
    expect(await graph.db.findOneBy(JobSeeker, { id })).toMatchObject({ version: 1, closedOn: null });
  });

  it('hands over to an advisor who is named by the id in the directory', async () => {
    const { id } = await mine();
    const { jobSeeker } = await change('changeAdvisor', id, { advisorId: professionalIdOf('advisor-tom') });
    expect(jobSeeker.advisorId).toBe('advisor-tom');
  });

  it('closes the file with a reason, and lists what stays planned', async () => {
    const file = await mine();
    const at = (text: string) => ({ startsAt: new Date(text) });
    await givenMilestone(graph.db, file, at('2026-03-15T23:00:00+01:00'));
    const left = await givenMilestone(graph.db, file, at('2026-03-16T00:00:00+01:00'));
    await givenMilestone(graph.db, file, { ...at('2026-03-17T10:00:00+01:00'), status: 'CANCELLED' });
    const given = { reason: 'STRUCK_OFF', closedOn: '2026-03-16' };
    expect(await change('closeJobSeekerFile', file.id, given)).toMatchObject({
      jobSeeker: { status: 'OPEN', closedOn: '2026-03-16', closingReason: 'STRUCK_OFF' },
      openMilestones: [{ id: left.id }],
    });
    const again = { version: 2, reason: 'OTHER' };
    const { jobSeeker } = await change('closeJobSeekerFile', file.id, again);
    expect(jobSeeker).toMatchObject({ status: 'CLOSED', closedOn: '2026-03-10', closingReason: 'OTHER' });
  });

  it('tells early-childhood who may cover the milestones to come, and all who follows the family', async () => {
    const file = await mine();
    const at = (text: string) => ({
      startsAt: new Date(text),
      endsAt: new Date(new Date(text).getTime() + 1),
    });
    await givenMilestone(graph.db, file, at('2026-03-01T10:00:00+01:00'));
    const { id: toCome } = await givenMilestone(graph.db, file, at('2026-03-17T10:00:00+01:00'));
    await change('changeAdvisor', file.id, { advisorId: 'advisor-tom' });
    const told = (await graph.published()).filter(({ familyId }) => familyId === file.familyId);
    const since = { relation: 'ADVISOR', from: '2026-01-05', to: null };
    expect(told).toMatchObject([
      { data: { milestoneId: toCome, advisorId: 'advisor-tom' } },
      { type: 'relais.followers.changed.v1', data: { followers: [{ sub: 'advisor-tom', ...since }] } },
    ]);
  });

  it('hands the job seeker over: the one finds it from then on, the other does not', async () => {
    const { id } = await mine();
    await change('changeAdvisor', id, { advisorId: 'advisor-tom' });
    const read = async (as: typeof me) =>
      (await graph.query(`{ jobSeeker(id: "${id}") { id } }`, {}, as)).data;
    expect(await read(me)).toEqual({ jobSeeker: null });
    expect(await read(advisor('advisor-tom'))).toEqual({ jobSeeker: { id } });
  });

  it('is told in the history of the file, in one statement for any number of files', async () => {
    const { id } = await mine();
    await change('changeJobSeekerCategory', id, { category: 4, statisticalCategory: 'D' });
    await change('changeAdvisor', id, { version: 2, advisorId: 'advisor-tom' });
    const ask = async (ids: string[]) => {
      const keys = ids.map((each) => ({ id: each }));
      const selection = '{ history { kind at doneBy day advisorId category reason } }';
      return (await graph.resolveReferences('JobSeeker', keys, selection, caseworker())).data;
    };
    const nothing = { day: null, advisorId: null, category: null, reason: null };
    const done = { at: '2026-03-10T08:00:00.000Z', doneBy: 'advisor-lea', ...nothing };
    expect(await ask([id])).toEqual([
      {
        history: [
          { ...done, kind: 'CATEGORY_CHANGED', category: 4 },
          { ...done, kind: 'ADVISOR_CHANGED', advisorId: 'advisor-tom' },
        ],
      },
    ]);
    const others = await Promise.all(Array.from({ length: 20 }, () => mine()));
    const ids = [id, ...others.map((each) => each.id)];
    expect(await graph.statements(() => ask(ids))).toBe(await graph.statements(() => ask([id])));
  });

  it('happens once when two arrive together', async () => {
    const { id } = await mine();
    const answers = await Promise.all(
      [2, 3].map((category) => change('changeJobSeekerCategory', id, { category })),
    );
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'DONE').sort()).toEqual(['DONE', 'STALE_VERSION']);
  });
});
