import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAudit } from '@relais/platform/access-log/audit-command.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { accessLogWrites, asAdministrator, asOwner } from '@relais/platform/testing/test-database.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type AgencyName, agencyNames, subgraphs } from '../../subgraphs/agencies.ts';
import { familyFileVariables, operationText } from './operations.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { isDistributed } from './testing/in-topology.ts';
import { manyFiles } from './testing/many-files.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';
import { accessesDuring } from './testing/who-saw/access-rows.ts';

const variables = familyFileVariables('NAN-900001', dayOf(MONDAY));
const camille = { ...caseworker(), name: 'Camille Martin' };
let graph: TestWholeGraph;
let familyFile: string;
let familyId: string;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  await plantBusyFamilies(graph.databases.ownerUrls, graph.agencies['early-childhood'].db.manager, 2, MONDAY);
  familyFile = await operationText('family-file');
  const { data } = await graph.ask('{ family(reference: "NAN-900001") { id } }', {}, camille);
  familyId = data.family.id;
}, 60_000);
afterAll(() => graph.close());

const openFile = (as = camille, headers = {}) => graph.ask(familyFile, variables, as, headers);

describe('who opens a family file', () => {
  it('is written down once by each agency, with what was read, for what, and by which tie', async () => {
    const rows = await accessesDuring(graph, () => openFile());
    const row = {
      ...{ family: familyId, outcome: 'SEEN', relation: 'TEAM', purpose: 'FAMILY_SUPPORT' },
      ...{ sub: camille.sub, name: 'Camille Martin', role: 'CASEWORKER', agency: 'departement-44' },
      request: expect.any(String),
    };
    expect(rows).toEqual({
      'early-childhood': [{ ...row, categories: ['CARE', 'HOUSEHOLD'] }],
      'social-protection': [{ ...row, categories: ['BENEFITS'] }],
      employment: [{ ...row, categories: ['JOB_SEARCH'] }],
    });
    const requests = Object.values(rows).map(([one]) => one?.request);
    expect(new Set(requests).size).toBe(1);
  });

  it('is written down for what is not shared with them as well', async () => {
    const rows = await accessesDuring(graph, () => openFile({ ...coordinator('zoe'), name: 'Zoé' }));
    const told = rows['social-protection'].map(({ outcome, categories, relation }) => ({
      outcome,
      categories,
      relation,
    }));
    expect(told.sort((one, other) => one.outcome.localeCompare(other.outcome))).toEqual([
      { outcome: 'DENIED', categories: ['BENEFITS'], relation: 'NOTHING' },
      // The fee, which the service point needs.
      { outcome: 'SEEN', categories: ['BENEFITS'], relation: 'ROLE' },
    ]);
    expect(rows.employment.map(({ outcome, relation }) => [outcome, relation]).sort()).toEqual([
      ['DENIED', 'NOTHING'],
      ['SEEN', 'ROLE'],
    ]);
  });

  it('is written down when the family is out of their sight', async () => {
    const rows = await accessesDuring(graph, () => openFile({ ...caseworker('nobody'), name: 'Nobody' }));
    expect(rows).toMatchObject({
      'early-childhood': [{ family: familyId, outcome: 'DENIED', categories: ['HOUSEHOLD'], sub: 'nobody' }],
      'social-protection': [],
      employment: [],
    });
  });

  it('says for what, and is told when it is none of their purposes', async () => {
    const rows = await accessesDuring(graph, () =>
      openFile(camille, { 'x-relais-purpose': 'REQUEST_OF_THE_FAMILY' }),
    );
    for (const [row] of Object.values(rows)) expect(row?.purpose).toBe('REQUEST_OF_THE_FAMILY');

    let answer: unknown;
    const none = await accessesDuring(graph, async () => {
      answer = await openFile(camille, { 'x-relais-purpose': 'CURIOSITY' });
    });
    expect(answer).toMatchObject({
      status: 400,
      data: null,
      errors: [
        {
          message:
            'X-Relais-Purpose : cette finalité n’est pas de celles de votre rôle (FAMILY_SUPPORT, BENEFITS_SUPPORT, CARE_PLACEMENT, JOB_SEARCH_SUPPORT, RECORD_CORRECTION, REQUEST_OF_THE_FAMILY). Sans en-tête, c’est la première.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(Object.values(none).flat()).toEqual([]);
  });
});

describe('writing it down', () => {
  it('is one statement in each agency that told something, however many families it told of', async () => {
    const names = Object.values(graph.databases.names);
    const writes = async (work: () => Promise<unknown>): Promise<number> => {
      const before = await accessLogWrites(names);
      await work();
      return (await accessLogWrites(names)) - before;
    };
    const { reference: _one, ...others } = variables;
    // The service point is asked twice for a file where it is a service.
    const once = isDistributed ? 4 : 3;
    expect(await writes(() => openFile())).toBe(once);
    const many = () => graph.ask(manyFiles(familyFile), { ...others, first: 2 }, camille);
    expect(await writes(many)).toBe(once);
  });
});

describe('who lists families', () => {
  it('is written down for each of them', async () => {
    const rows = await accessesDuring(graph, () =>
      graph.ask('{ families { edges { node { id } } } }', {}, camille),
    );
    expect(rows['early-childhood']).toHaveLength(2);
    expect(rows['early-childhood']).toMatchObject([{ relation: 'TEAM' }, { relation: 'TEAM' }]);
  });
});

/** Runs `work` while an agency cannot write down who saw what. */
const withoutLog = async (agency: AgencyName, work: () => Promise<void>): Promise<void> => {
  const name = graph.databases.names[agency];
  const run = (sql: string) => asAdministrator((client) => client.query(sql).then(() => undefined), name);
  await run('alter table access_log rename to access_log_away');
  try {
    await work();
  } finally {
    await run('alter table access_log_away rename to access_log');
  }
};

describe('an agency that cannot write down who saw what', () => {
  it.each([
    ['social-protection', 'benefitsStatus'],
    ['employment', 'milestones'],
  ] as const)('%s: nothing of it is told, and that it is missing', async (agency, field) => {
    await withoutLog(agency, async () => {
      const { data, errors, status } = await openFile();
      expect(status).toBe(200);
      expect(data.family).toMatchObject({ id: familyId, [field]: null });
      expect(JSON.stringify(data)).not.toContain(agency === 'employment' ? '"title"' : 'RECEIVING');
      const codes = errors.map(({ extensions: { code, service } }) => `${code} ${service}`);
      expect(new Set(codes)).toEqual(new Set([`SERVICE_UNAVAILABLE ${agency}`]));
      expect(errors.map(({ path }) => path?.join('.'))).toContain(`family.${field}`);
    });
  });

  it('the service point: nothing is told', async () => {
    await withoutLog('early-childhood', async () => {
      const { data, errors } = await openFile();
      expect(data).toEqual({ family: null });
      expect(errors).toMatchObject([{ path: ['family'], extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    });
  });

  it('makes no change', async () => {
    const change = `mutation ($input: ChangeHouseholdInput!) {
      changeHousehold(input: $input) { family { displayName version } refusal { reason } } }`;
    const named = async (): Promise<{ display_name: string; version: number }> => {
      const [family] = await graph.agencies['early-childhood'].db.query(
        'select display_name, version from families where id = $1',
        [familyId],
      );
      return family;
    };
    const before = await named();
    const input = { familyId, version: before.version, displayName: 'Autrement' };
    await withoutLog('early-childhood', async () => {
      const { data, errors } = await graph.ask(change, { input }, camille);
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    });
    expect(await named()).toEqual(before);

    const rows = await accessesDuring(graph, () => graph.ask(change, { input }, camille));
    expect((await named()).display_name).toBe('Autrement');
    expect(rows['early-childhood']).toMatchObject([
      { family: familyId, outcome: 'CHANGED', categories: ['HOUSEHOLD'], relation: 'TEAM' },
      { family: familyId, outcome: 'SEEN' },
    ]);
  });
});

describe('a change whose outcome cannot be written down', () => {
  const change = `mutation ($input: ChangeHouseholdInput!) {
    changeHousehold(input: $input) { family { displayName } refusal { reason } } }`;
  const stored = async () => {
    const [family]: { name: string; version: number }[] = await graph.agencies['early-childhood'].db.query(
      'select display_name as name, version from families where id = $1',
      [familyId],
    );
    return family ?? { name: '', version: 0 };
  };
  const ask = (version: number) =>
    graph.ask(change, { input: { familyId, version, displayName: 'Encore' } }, camille);

  it('is made, with who made it; nothing is told of it, but that it was dealt with', async () => {
    const before = await stored();
    const run = (sql: string) =>
      asAdministrator((client) => client.query(sql), graph.databases.names['early-childhood']);
    await run(`create function refuse_what_was_seen() returns trigger language plpgsql as $$
      begin raise exception 'not today'; end $$`);
    await run(`create trigger not_today before insert on access_log for each row when (new.outcome = 'SEEN')
      execute function refuse_what_was_seen()`);
    let answer: unknown;
    const rows = await accessesDuring(graph, async () => {
      answer = await ask(before.version);
    });
    await run('drop function refuse_what_was_seen cascade');
    expect(answer).toMatchObject({
      status: 503,
      data: null,
      errors: [
        {
          message:
            'Votre demande a été traitée, mais son résultat ne peut pas être montré pour le moment. Rouvrez le dossier avant de recommencer.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
    expect(await stored()).toEqual({ name: 'Encore', version: before.version + 1 });
    expect(rows['early-childhood']).toMatchObject([{ family: familyId, outcome: 'CHANGED' }]);
    // Whoever sends it again all the same is told so, and changes nothing.
    const again = await ask(before.version);
    expect(again.data.changeHousehold.refusal).toEqual({ reason: 'STALE_VERSION' });
  });
});

describe('sealing the access log', () => {
  const audit = () =>
    runAudit([], async () =>
      subgraphs.map((subgraph) => ({ subgraph, databaseUrl: graph.databases.urls[subgraph.name] })),
    );

  it('goes by itself, and each agency keeps what the two others tell', async () => {
    graph.setNow(new Date(MONDAY.getTime() + 6 * 60_000));
    for (const agency of Object.values(graph.agencies)) await agency.runDueJobs();
    for (const agency of Object.values(graph.agencies)) await agency.drained();
    for (const name of agencyNames) {
      const kept: { source: string }[] = await graph.agencies[name].db.query(
        'select distinct source from access_log_heads order by 1',
      );
      expect(kept.map(({ source }) => source)).toEqual(agencyNames.filter((each) => each !== name).sort());
    }
    const { text, isSound } = await audit();
    expect(text.match(/✔ \d+ rows in \d+ seals?/g)).toHaveLength(3);
    expect(isSound).toBe(true);
  });

  it.each(['access_log_seals', 'access_log_heads', 'access_log_months_let_go'])(
    'is only added to as well: %s',
    async (table) => {
      for (const change of [`delete from ${table}`, `truncate ${table}`]) {
        // The service's own role may not even try.
        await expect(graph.agencies.employment.db.query(change)).rejects.toThrow('permission denied');
        const byOwner = asAdministrator((client) => client.query(change), graph.databases.names.employment);
        await expect(byOwner).rejects.toThrow('The access log is only added to.');
      }
    },
  );
});

describe('the access log', () => {
  it.each(["update access_log set name = 'Somebody else'", 'delete from access_log', 'truncate access_log'])(
    'refuses %s',
    async (sql) => {
      await openFile();
      await expect(graph.agencies.employment.db.query(sql)).rejects.toThrow('permission denied for table');
      await expect(asOwner({ ownerUrl: graph.databases.ownerUrls.employment }, sql)).rejects.toThrow(
        'The access log is only added to.',
      );
    },
  );

  it('has the months ahead, each of which is only added to as well', async () => {
    const { db } = graph.agencies.employment;
    const months: { name: string }[] = await db.query(
      `select relid::text as name from pg_partition_tree('access_log') where isleaf order by 1`,
    );
    expect(months.length).toBeGreaterThanOrEqual(4);
    const owner = { ownerUrl: graph.databases.ownerUrls.employment };
    for (const { name } of months) {
      await expect(asOwner(owner, `truncate ${name}`)).rejects.toThrow('The access log is only added to.');
      for (const sql of [`truncate ${name}`, `select from ${name}`])
        await expect(db.query(sql)).rejects.toThrow('permission denied for table');
    }
    await graph.agencies.employment.runDueJobs();
    const [written] = await asOwner(owner, 'select count(*)::int as rows from access_log_otherwise');
    expect(written?.rows).toBe(0);
  });
});
