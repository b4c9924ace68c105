import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { REBUILT, runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { TELL_ANEW } from './tell-anew.ts';

const OWN = `${TELL_ANEW}:0001`;
let agency: TestAgency;
const heard: [familyId: string, step: unknown][] = [];
beforeAll(async () => {
  const teller = stepAgency('teller', { tells: ['listener'] });
  const migration = { name: 'teller/0001-asks.sql', sql: `select '${OWN}'`, repeats: false };
  agency = await runTestAgency(
    { ...teller, migrations: [...teller.migrations, migration] },
    async (_to, event) => {
      heard.push([event.subject, event.data.step]);
    },
  );
});
afterAll(() => agency.end());

it.each([TELL_ANEW, OWN])(
  'an agency tells the state of every family anew by itself when a migration asked for it, once: %s',
  async (name) => {
    const families = Array.from({ length: 45 }, newId).sort();
    for (const familyId of families) await agency.tell(familyId, 1);
    await agency.drained();
    heard.length = 0;
    await agency.db.query(
      "insert into scheduled_jobs (name, key, payload, run_at) values ($1, '', '{}', now())",
      [name],
    );
    await agency.runDueJobs();
    await agency.drained();
    expect(heard.filter(([id]) => families.includes(id)).sort()).toEqual(
      families.map((familyId) => [familyId, REBUILT]),
    );
    expect(await agency.db.query('select from scheduled_jobs where name = $1', [name])).toEqual([]);
  },
);

it('what a migration of a later version asks for is left to services of that version', async () => {
  const later = `${TELL_ANEW}:0002`;
  await agency.db.query(
    "insert into scheduled_jobs (name, key, payload, run_at) values ($1, '', '{}', now())",
    [later],
  );
  await agency.runDueJobs();
  expect(
    await agency.db.query('select name from scheduled_jobs where name like $1', [`${TELL_ANEW}%`]),
  ).toEqual([{ name: later }]);
});
