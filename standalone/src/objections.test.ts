import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { rebuild } from '@relais/platform/events/rebuild.ts';
import { replay } from '@relais/platform/events/replay.ts';
import type { TestUser } from '@relais/platform/testing/test-users.ts';
import { type AgencyName, agencyNames, subgraphs } from '../../subgraphs/agencies.ts';
import { desk, desksOf, type File, guide, worker } from './testing/desks.ts';
import { objectMeanwhile } from './testing/object-meanwhile.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const NOW = new Date('2026-03-02T09:00:00+01:00');
/** A time that nothing else has: as an agency may write it, in any form. */
const TIME = '2026-03-10T13:37:00+01:00';
const AS_WRITTEN = /1[23]:37/;

let graph: TestWholeGraph;
let desks: ReturnType<typeof desksOf>;
let family: File;
let milestoneId: string;
let careRequestId: string;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: NOW });
  desks = desksOf(graph);
  await inTransaction(graph.agencies['early-childhood'].db.manager, plantNantes);
  for (const user of [worker, guide, desk]) await graph.signIn(user);
}, 120_000);
beforeEach(async () => {
  family = await desks.register('Essai');
  await desks.drained();
  const jobSeekerId = await desks.giveRecords(family, worker, 10);
  const milestone = { jobSeekerId, kind: 'INTERVIEW', title: 'Entretien', startsAt: TIME };
  const scheduled = await desks.change(
    'scheduleMilestone',
    { ...milestone, endsAt: '2026-03-10T14:37:00+01:00', travelMinutes: 0 },
    'milestone { id }',
    guide,
  );
  milestoneId = scheduled.milestone.id;
  const stretches = [{ startsAt: '2026-03-20T08:00:00Z', endsAt: '2026-03-20T10:00:00Z' }];
  const request = await desks.change(
    'submitCareRequest',
    { childId: family.children[0]?.id, kind: 'SHORT_TERM', stretches },
    'careRequest { id }',
    worker,
  );
  careRequestId = request.careRequest.id;
  await desks.drained();
}, 60_000);
afterAll(() => graph.close());

const rowsOf = async (agency: AgencyName): Promise<string[]> => {
  const { db } = graph.agencies[agency];
  const tables: { schema: string; table: string }[] = await db.query(
    `select table_schema as schema, table_name as "table" from information_schema.tables
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { schema, table } of tables) {
    const rows: { row: string }[] = await db.query(
      `select whole::text as row from "${schema}"."${table}" whole`,
    );
    found.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return found;
};

/** The tables of an agency in which anything of the milestone is found. */
const tablesTelling = async (agency: AgencyName): Promise<string[]> => {
  const rows = await rowsOf(agency);
  const telling = rows.filter((row) => row.includes(milestoneId) || AS_WRITTEN.test(row));
  return [...new Set(telling.map((row) => row.slice(0, row.indexOf(':'))))].sort();
};

/** The agencies that know at this moment what the family objects to. */
const whoKnows = async (category: string, agency: string): Promise<AgencyName[]> => {
  const objected = 'select from objections where family_id = $1 and category = $2 and agency = $3';
  const known: AgencyName[] = [];
  for (const name of agencyNames) {
    const rows = await graph.agencies[name].db.query(objected, [family.id, category, agency]);
    if (rows.length > 0) known.push(name);
  }
  return known;
};

/** Whoever the answer does not name has taken the change by then; whoever it names takes it after all. */
const isTaken = async (notYetTold: readonly string[], knowing: () => Promise<AgencyName[]>) => {
  const known = await knowing();
  expect(agencyNames.filter((name) => !notYetTold.includes(name) && !known.includes(name))).toEqual([]);
  if (notYetTold.length > 0) await desks.drained();
  expect(await knowing()).toEqual(agencyNames);
};

const object = async (category: string, agency: string): Promise<{ id: string; version: number }> => {
  const saidByAdultId = family.adults[0]?.id;
  const input = { familyId: family.id, category, agency, saidByAdultId };
  const answer = await desks.change('recordObjection', input, 'objection { id version } notYetTold', worker);
  await isTaken(answer.notYetTold, () => whoKnows(category, agency));
  return answer.objection;
};
const lift = async ({ id: objectionId, version }: { id: string; version: number }): Promise<void> => {
  const input = { objectionId, version, saidByAdultId: family.adults[0]?.id, reason: 'Essai' };
  const record = 'objection { id category agency } notYetTold';
  const { objection, notYetTold } = await desks.change('liftObjection', input, record, worker);
  await isTaken(notYetTold, async () => {
    const known = await whoKnows(objection.category, objection.agency);
    return agencyNames.filter((name) => !known.includes(name));
  });
  // What is told anew is told after the answer.
  await desks.drained();
};

const ask = async (document: string, as: TestUser) => {
  const { data, errors } = await graph.ask(document, {}, as);
  const because = errors.map(({ extensions }) => (extensions as { because?: string }).because);
  return { data, because };
};
const priority = async (): Promise<Record<string, string>> => {
  const { data } = await ask(
    `{ careRequest(id: "${careRequestId}") { priority { reasons { criterion sentence contribution } } } }`,
    desk,
  );
  return Object.fromEntries(
    data.careRequest.priority.reasons.map(
      (each: { criterion: string; sentence: string; contribution: number }) => [
        each.criterion,
        `${each.contribution} ${each.sentence}`,
      ],
    ),
  );
};

const toldAnew = async (): Promise<void> => {
  for (const { name, events = [], rebuild: how } of subgraphs) {
    const { db } = graph.agencies[name];
    await replay(db.manager, {}, events);
    if (how) await rebuild(db.manager, how, NOW);
  }
  await desks.drained();
};

describe('the service point may not know of the job search', () => {
  it('so that nothing of it is kept there, told there, or comes back, until it is lifted', async () => {
    expect(await tablesTelling('early-childhood')).toEqual([
      'known_milestones',
      'outbox',
      'published_covers',
    ]);
    const objection = await object('JOB_SEARCH', 'CARE');
    expect(await tablesTelling('early-childhood')).toEqual([]);
    expect(await tablesTelling('social-protection')).toEqual([]);
    const covers = 'select from known_covers where milestone_id = $1';
    expect(await graph.agencies.employment.db.query(covers, [milestoneId])).toEqual([]);

    const moved = { milestoneId, startsAt: '2026-03-11T13:37:00+01:00', endsAt: '2026-03-11T14:37:00+01:00' };
    await desks.change('moveMilestone', { ...moved, version: 1 }, 'milestone { id }', guide);
    await desks.drained();
    await toldAnew();
    expect(await tablesTelling('early-childhood')).toEqual([]);
    expect(await tablesTelling('social-protection')).toEqual([]);

    await lift(objection);
    expect(await tablesTelling('early-childhood')).toEqual([
      'known_milestones',
      'outbox',
      'published_covers',
    ]);
    expect(await tablesTelling('social-protection')).toEqual(['known_covers']);
    expect(await graph.agencies.employment.db.query(covers, [milestoneId])).toHaveLength(1);
  }, 60_000);

  it('so that its cover is not shared with anybody, and the priority says which criterion is not', async () => {
    const cover = `{ milestone(id: "${milestoneId}") { startsAt childcareCover { status } } }`;
    expect((await ask(cover, guide)).data.milestone.childcareCover.status).toBe('UNCOVERED');
    expect((await priority()).MILESTONE).toMatch(/a lieu/);
    const objection = await object('JOB_SEARCH', 'CARE');
    for (const reader of [guide, worker])
      expect(await ask(cover, reader)).toMatchObject({
        data: { milestone: { startsAt: expect.any(String), childcareCover: null } },
        because: ['OBJECTION'],
      });
    expect((await priority()).MILESTONE).toBe(
      '0 La famille s’oppose à ce que sa recherche d’emploi soit connue ici : ce critère ne compte pas.',
    );
    const milestones = `{ familyById(id: "${family.id}") { milestones { edges { node { id } } } adults { jobSeeker { id } } } }`;
    expect(await ask(milestones, desk)).toMatchObject({ data: { familyById: { milestones: null } } });
    expect((await ask(milestones, desk)).because).toContain('OBJECTION');
    await lift(objection);
    expect((await ask(cover, guide)).data.milestone.childcareCover.status).toBe('UNCOVERED');
    expect((await ask(milestones, desk)).data.familyById.milestones.edges).toHaveLength(2);
  }, 60_000);
});

describe('the service point may not know of benefits', () => {
  it('so that income support is forgotten there, and the fee is not shared with it', async () => {
    const fee = `{ familyById(id: "${family.id}") {
      hourlyFee(on: "2026-03-10", tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents } } }`;
    const known = () =>
      graph.agencies['early-childhood'].db.query(
        'select status from known_income_support where family_id = $1',
        [family.id],
      );
    expect(await known()).not.toEqual([]);
    const objection = await object('BENEFITS', 'CARE');
    expect(await known()).toEqual([]);
    await toldAnew();
    expect(await known()).toEqual([]);
    expect((await priority()).INCOME_SUPPORT).toMatch(/^0 La famille s’oppose/);
    expect(await ask(fee, desk)).toMatchObject({
      data: { familyById: { hourlyFee: null } },
      because: ['OBJECTION'],
    });
    await lift(objection);
    expect(await known()).not.toEqual([]);
    expect((await priority()).INCOME_SUPPORT).toBe('25 La famille perçoit le RSA.');
  }, 60_000);
});

describe('the employment service may not know of care', () => {
  it('so that no cover is kept there, and its advisors are not told of any', async () => {
    const covers = () =>
      graph.agencies.employment.db.query('select from known_covers where family_id = $1', [family.id]);
    const attention = `{ milestone(id: "${milestoneId}") { childcareCover { status } family {
      careAttention { kind } jobSearchAttention { kind } } } }`;
    expect(await covers()).toHaveLength(2);
    const objection = await object('CARE', 'JOB_SEARCH');
    expect(await covers()).toEqual([]);
    await toldAnew();
    expect(await covers()).toEqual([]);
    expect(await ask(attention, guide)).toMatchObject({
      data: { milestone: { childcareCover: null, family: { careAttention: null, jobSearchAttention: [] } } },
    });
    expect((await ask(attention, worker)).data.milestone.childcareCover.status).toBe('UNCOVERED');
    await lift(objection);
    expect(await covers()).toHaveLength(2);
  }, 60_000);
});

/** The places of an answer from which the objection left something out, and those where it left nothing. */
const leftOut = async (document: string, as: TestUser) => {
  const { data, errors } = await graph.ask(document, {}, as);
  const said = errors.map(({ path = [], extensions }) => {
    const { because, isPartial } = extensions as { because?: string; isPartial?: true };
    const place = path.filter((key) => typeof key === 'string').join('.');
    return `${place} ${because}${isPartial ? ' in part' : ''}`;
  });
  return { file: data.familyById, said: said.sort() };
};

describe('the département may not know of the job search', () => {
  const file =
    () => `{ familyById(id: "${family.id}") { adults { jobSeeker { id } } notes { edges { node { text } } }
    benefitsAttention { kind } careAttention { kind } jobSearchAttention { kind } milestones { edges { node { id } } } } }`;
  const writeNote = (category: string, as: TestUser) =>
    desks.change(
      'writeNote',
      { familyId: family.id, category, audience: 'ALL_AGENCIES', text: `About ${category}` },
      'note { id }',
      as,
    );

  it('so that nothing reads as none that is not shared, in a field or in a list', async () => {
    await writeNote('JOB_SEARCH', guide);
    await writeNote('JOB_SEARCH', worker);
    const before = await leftOut(file(), worker);
    expect(before).toMatchObject({ file: { adults: [{ jobSeeker: { id: expect.any(String) } }] }, said: [] });
    const objection = await object('JOB_SEARCH', 'BENEFITS');
    const { file: shown, said } = await leftOut(file(), worker);
    expect(said).toEqual([
      'familyById.adults.jobSeeker OBJECTION',
      'familyById.benefitsAttention OBJECTION in part',
      'familyById.careAttention OBJECTION in part',
      'familyById.jobSearchAttention OBJECTION',
      'familyById.milestones OBJECTION',
      'familyById.notes OBJECTION in part',
    ]);
    expect(shown).toMatchObject({
      adults: [{ jobSeeker: null }],
      milestones: null,
      jobSearchAttention: null,
    });
    const texts = shown.notes.edges.map(({ node }: { node: { text: string } }) => node.text);
    expect(texts.filter((text: string) => text === 'About JOB_SEARCH')).toHaveLength(1);
    const { data, errors } = await graph.ask(
      '{ myFamilies(first: 50) { edges { node { alerts { kind } family { id } } } } }',
      {},
      worker,
    );
    const index = data.myFamilies.edges.findIndex(
      ({ node }: { node: { family: { id: string } } }) => node.family.id === family.id,
    );
    expect(errors).toMatchObject([
      {
        path: ['myFamilies', 'edges', index, 'node', 'alerts'],
        extensions: { isPartial: true, because: 'OBJECTION' },
      },
    ]);
    await lift(objection);
    expect(await leftOut(file(), worker)).toEqual({ ...before, file: expect.anything() });
  }, 60_000);
});

describe('covering a milestone that may not be known of', () => {
  const cover = async (as: TestUser) => {
    const input = { milestoneId, milestoneVersion: 1 };
    const { data } = await graph.ask(
      'mutation ($input: CoverMilestoneInput!) { coverMilestone(input: $input) { refusal { reason message } } }',
      { input },
      as,
    );
    return data.coverMilestone.refusal;
  };

  it('is refused at the service point that may not know it with what to do instead', async () => {
    const objection = await object('JOB_SEARCH', 'CARE');
    for (const as of [guide, worker, desk])
      expect(await cover(as)).toEqual({
        reason: 'UNKNOWN_MILESTONE',
        message: expect.stringContaining('demandez l’accueil pour ces heures, sans l’étape'),
      });
    await lift(objection);
  }, 60_000);

  it('is refused to an agency that may not know of care, as not shared', async () => {
    const objection = await object('CARE', 'JOB_SEARCH');
    expect(await cover(guide)).toEqual({
      reason: 'FAMILY_OBJECTS',
      message: expect.stringContaining('Adressez-vous au guichet'),
    });
    expect((await cover(worker))?.reason).not.toBe('FAMILY_OBJECTS');
    await lift(objection);
  }, 60_000);
});

describe('readers who ask while a family objects and takes it back', () => {
  it('are shown nothing after the one answer, and again after the other', async () => {
    const story = {
      familyId: family.id,
      adultId: family.adults[0]?.id ?? '',
      recorder: worker,
      reader: desk,
    };
    const { right, wrong } = await objectMeanwhile(graph.ask, story, 6);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(5);
  }, 120_000);
});
