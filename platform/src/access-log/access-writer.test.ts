import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { toConnections } from '../testing/test-connections.ts';
import { accessLogWrites } from '../testing/test-database.ts';
import type { AccessRow, Asking } from './access.queries.ts';
import { AccessWriter } from './access-writer.ts';

const LONG = 20;

let agency: TestAgency;
let writer: AccessWriter;
beforeAll(async () => {
  agency = await runTestAgency(stepAgency('employment'));
  writer = new AccessWriter({ url: agency.databaseUrl, applicationName: 'test', patience: LONG });
});
afterAll(async () => {
  await writer.close();
  await agency.close();
});

const rowOf = (name: string, familyId = newId()): AccessRow => {
  const user = { sub: 'lea', name, role: 'CASEWORKER', agency: 'departement-44' };
  const now = new Date('2026-03-02T09:00:00.123Z');
  const asking = { user, purpose: 'FAMILY_SUPPORT', requestId: `of ${name}`, now } as unknown as Asking;
  return { asking, familyId, outcome: 'SEEN', categories: ['CARE', 'BENEFITS'], relation: 'TEAM' };
};

const stored = (rows: readonly AccessRow[]): Promise<object[]> =>
  agency.db.query(
    `select name, sub, request_id, role, agency, purpose, at, outcome, categories, relation, family from access_log
      where family = any($1) order by number`,
    [rows.map(({ familyId }) => familyId)],
  );

describe('writing down who saw what', () => {
  it('is one statement for all requests of a moment, each row with who asked', async () => {
    const [first, second, third] = [rowOf('Léa, "dite" {Lé}'), rowOf('Maud'), rowOf('Idris')];
    const before = await accessLogWrites([agency.databaseName]);
    await Promise.all([writer.write([first, second]), writer.write([third])]);
    expect((await accessLogWrites([agency.databaseName])) - before).toBe(1);
    expect(await stored([first, second, third])).toEqual(
      [first, second, third].map(({ asking, familyId }) => ({
        ...{ name: asking.user.name, sub: 'lea', request_id: asking.requestId, role: 'CASEWORKER' },
        ...{ agency: 'departement-44', purpose: 'FAMILY_SUPPORT', at: asking.now, outcome: 'SEEN' },
        ...{ categories: ['CARE', 'BENEFITS'], relation: 'TEAM', family: familyId },
      })),
    );
  });

  it('says that it is done when it is, whatever comes meanwhile', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => rowOf(`person ${index}`));
    const seen = await Promise.all(
      rows.map(async (row) => {
        await writer.write([row]);
        return (await stored([row])).length;
      }),
    );
    expect(seen).toEqual(rows.map(() => 1));
  });

  it('goes on in the next statement where there are too many for one', async () => {
    const page = () => Array.from({ length: 600 }, () => rowOf('somebody'));
    const [one, other, third] = [page(), page(), page()];
    const before = await accessLogWrites([agency.databaseName]);
    await Promise.all([one, other, third].map((rows) => writer.write(rows)));
    expect((await accessLogWrites([agency.databaseName])) - before).toBe(3);
    expect(await stored([...one, ...other, ...third])).toHaveLength(1_800);
  });

  it('refuses only the request that cannot be written down', async () => {
    const [good, bad, other] = [rowOf('Léa'), rowOf('not \u0000 a name'), rowOf('Maud')];
    const outcomes = await Promise.allSettled([good, bad, other].map((row) => writer.write([row])));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored([good, bad, other])).toMatchObject([{ name: 'Léa' }, { name: 'Maud' }]);
  });

  it('refuses all that waits where the fault is nobody’s, and makes a new connection', async () => {
    await writer.write([rowOf('before')]);
    expect(
      await toConnections('terminate', agency.databaseName, { applicationName: 'test access log' }),
    ).toBe(1);
    // Whether it is noticed before the next one writes is not for this test to say.
    await writer.write([rowOf('meanwhile')]).catch(() => undefined);
    const after = rowOf('after');
    await writer.write([after]);
    expect(await stored([after])).toHaveLength(1);

    const nowhere = new AccessWriter({
      url: 'postgres://nobody@127.0.0.1:1/nothing',
      applicationName: 'test',
    });
    const outcomes = await Promise.allSettled([nowhere.write([after]), nowhere.write([after])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await nowhere.close();
    await expect(nowhere.write([after])).rejects.toThrow('The connection was ended.');
  });
});
