import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenContract } from '../engagement-contracts/engagement-contract.builder.ts';
import { HoursReduction } from '../engagement-contracts/hours-reduction.ts';
import { type FollowedFile, givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { Milestone } from '../milestones/milestone.ts';
import { FollowUp } from '../returns-to-work/follow-up.ts';
import { givenReturn } from '../returns-to-work/return-to-work.builder.ts';
import { subgraph } from '../subgraph.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const at = (text: string): Date => new Date(`${text}:00+01:00`);
const day = (text: string) => Temporal.PlainDate.from(text);
const SELECTION = '{ jobSearchAttention { id kind subjectId at sentence } }';
type Item = { kind: string; sentence: string };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
afterAll(() => graph.close());

const told = (milestone: Milestone, status: string, milestoneVersion = milestone.version) =>
  graph.receive('relais.cover.changed.v1', milestone.familyId, {
    milestoneId: milestone.id,
    familyId: milestone.familyId,
    startsAt: milestone.startsAt.toISOString(),
    status,
    milestoneVersion,
  });
const givenReduction = async (file: FollowedFile, startsOn: string, endsOn: string) => {
  const contract = await givenContract(graph.db, file.id, { signedOn: day('2026-01-05') });
  const milestone = await givenMilestone(graph.db, file, { status: 'CANCELLED' });
  const reduction = {
    id: newId(),
    contractId: contract.id,
    milestoneId: milestone.id,
    evidence: 'UNCOVERED',
    weeklyHours: 5,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    decidedBy: file.advisorId,
    decidedAt: now,
  } as const;
  await graph.db.insert(HoursReduction, reduction);
  return reduction;
};
/** An uncovered interview, a past workshop, a follow-up due and a reduction that ends. */
const givenBusySearch = async (given: Partial<JobSeeker> = {}): Promise<FollowedFile> => {
  const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea', ...given });
  await told(await givenMilestone(graph.db, file, { startsAt: at('2026-03-12T10:00') }), 'UNCOVERED');
  await givenMilestone(graph.db, file, { kind: 'WORKSHOP', startsAt: at('2026-03-02T10:00') });
  await givenReturn(graph.db, file.id, { startsOn: day('2026-02-06') });
  await givenReduction(file, '2026-01-12', '2026-03-20');
  return file;
};

const attention = async (familyIds: string[], as: TestUser = caseworker()) => {
  const keys = familyIds.map((id) => ({ id }));
  const { data, errors } = await graph.resolveReferences('Family', keys, SELECTION, as);
  expect(errors).toEqual([]);
  return data.map(({ jobSearchAttention }: { jobSearchAttention: Item[] }) => jobSearchAttention);
};
const kindsFor = async (familyId: string, as?: TestUser) =>
  (await attention([familyId], as))[0].map(({ kind }: Item) => kind);

describe('what needs attention in a job search', () => {
  it('is told in sentences, earliest first', async () => {
    const { familyId } = await givenBusySearch();
    const [items] = await attention([familyId]);
    expect(items.map(({ kind, sentence }: Item) => [kind, sentence])).toEqual([
      ['OUTCOME_MISSING', 'Présence ou absence à noter : atelier, le 2 mars 2026 à 10:00.'],
      ['FOLLOW_UP_DUE', 'Suivi à faire depuis le 6 mars 2026, un mois après le retour.'],
      ['MILESTONE_UNCOVERED', 'Sans garde : entretien d’embauche, le 12 mars 2026 à 10:00.'],
      ['HOURS_REDUCTION_ENDS', 'La réduction d’heures faute de garde prend fin le 20 mars 2026.'],
    ]);
  });

  it('is told to advisors of their own job seekers, to a coordinator only what lacks care', async () => {
    const { familyId } = await givenBusySearch();
    expect(await kindsFor(familyId, advisor('advisor-lea'))).toHaveLength(4);
    const [items] = await attention([familyId], coordinator());
    expect(items.map(({ kind, sentence }: Item) => [kind, sentence])).toEqual([
      ['MILESTONE_UNCOVERED', 'Sans garde : étape du 12 mars 2026 à 10:00.'],
    ]);
    for (const as of [advisor('advisor-tom'), caseworker('of-another-team'), centreStaff()]) {
      const unseen = await graph.resolveReferences('Family', [{ id: familyId }], SELECTION, as);
      expect(unseen.data).toEqual([null]);
    }
  });

  it.each([
    ['PARTIAL', ['MILESTONE_PARTIAL']],
    ['UNKNOWN', ['MILESTONE_UNKNOWN']],
    ['COVERED', []],
    ['NOT_NEEDED', []],
  ])('follows the cover of a milestone: %s', async (status, expected) => {
    const file = await givenJobSeeker(graph.db);
    await told(await givenMilestone(graph.db, file, { startsAt: at('2026-03-12T10:00') }), status);
    expect(await kindsFor(file.familyId)).toEqual(expected);
  });

  it.each<[string, Partial<Milestone>, number]>([
    ['was told for its former times', { version: 2 }, 1],
    ['is called off', { status: 'CANCELLED' }, 1],
    ['is going on', { startsAt: at('2026-03-10T08:30') }, 1],
  ])('leaves out a milestone that %s', async (_case, given, toldVersion) => {
    const file = await givenJobSeeker(graph.db);
    const milestone = await givenMilestone(graph.db, file, { startsAt: at('2026-03-12T10:00'), ...given });
    await told({ ...milestone, startsAt: at('2026-03-12T10:00') }, 'UNCOVERED', toldVersion);
    expect(await kindsFor(file.familyId)).toEqual([]);
  });

  it('names what is planned twice, until one of the two is called off', async () => {
    const file = await givenJobSeeker(graph.db);
    const when = { startsAt: at('2026-03-12T10:00') };
    await givenMilestone(graph.db, file, when);
    const second = await givenMilestone(graph.db, file, { ...when, title: 'Entretien' });
    await givenMilestone(graph.db, file, { ...when, kind: 'WORKSHOP' });
    await givenMilestone(graph.db, await givenJobSeeker(graph.db, { familyId: file.familyId }), when);
    const over = { startsAt: at('2026-03-10T08:30') };
    await givenMilestone(graph.db, file, over);
    await givenMilestone(graph.db, file, over);
    const [items] = await attention([file.familyId]);
    expect(items).toMatchObject([
      {
        kind: 'MILESTONE_TWICE',
        sentence: 'En double : entretien d’embauche, le 12 mars 2026 à 10:00. Annulez l’étape en trop.',
      },
    ]);
    await graph.db.update(Milestone, { id: second.id }, { status: 'CANCELLED' });
    expect(await kindsFor(file.familyId)).toEqual([]);
  });

  it('leaves out a follow-up that is recorded, and a reduction that goes on or is far from its end', async () => {
    const file = await givenJobSeeker(graph.db);
    const { id: returnId } = await givenReturn(graph.db, file.id, { startsOn: day('2026-02-06') });
    await graph.db.insert(FollowUp, {
      id: newId(),
      returnId,
      point: 'ONE_MONTH',
      outcome: 'GOES_ON',
      recordedAt: now,
      recordedBy: 'advisor-lea',
    });
    const reduction = await givenReduction(file, '2026-01-12', '2026-03-25');
    expect(await kindsFor(file.familyId)).toEqual([]);
    await graph.db.update(HoursReduction, { id: reduction.id }, { endsOn: day('2026-03-15') });
    expect(await kindsFor(file.familyId)).toEqual(['HOURS_REDUCTION_ENDS']);
    const next = { id: newId(), startsOn: day('2026-03-16'), endsOn: day('2026-06-01') };
    await graph.db.insert(HoursReduction, { ...reduction, ...next });
    expect(await kindsFor(file.familyId)).toEqual([]);
  });

  it('leaves out a reduction of a contract that another has replaced', async () => {
    const file = await givenJobSeeker(graph.db);
    await givenReduction(file, '2026-01-12', '2026-03-20');
    expect(await kindsFor(file.familyId)).toEqual(['HOURS_REDUCTION_ENDS']);
    await givenContract(graph.db, file.id, { signedOn: day('2026-03-02') });
    expect(await kindsFor(file.familyId)).toEqual([]);
  });

  it('costs three statements and that of who sees them, for 1 and for 20 families', async () => {
    const files: FollowedFile[] = [];
    for (let count = 0; count < 20; count += 1) files.push(await givenBusySearch());
    const families = files.map(({ familyId }) => familyId);
    const ask = (some: string[]) => graph.statements(() => attention(some));
    expect([await ask(families.slice(0, 1)), await ask(families)]).toEqual([4, 4]);
  });
});
