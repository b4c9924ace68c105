import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { REBUILT, runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { TELL_ANEW } from './tell-anew.ts';

let agency: TestAgency;
const heard: [familyId: string, step: unknown][] = [];
beforeAll(async () => {
  agency = await runTestAgency(stepAgency('teller', { tells: ['listener'] }), async (_to, event) => {
    heard.push([event.subject, event.data.step]);
  });
});
afterAll(() => agency.end());

it('an agency tells the state of every family anew by itself when a migration asked for it, once', async () => {
  const families = Array.from({ length: 45 }, newId).sort();
  for (const familyId of families) await agency.tell(familyId, 1);
  await agency.drained();
  heard.length = 0;
  await agency.db.query(
    "insert into scheduled_jobs (name, key, payload, run_at) values ($1, '', '{}', now())",
    [TELL_ANEW],
  );
  await agency.runDueJobs();
  await agency.drained();
  expect(heard.sort()).toEqual(families.map((familyId) => [familyId, REBUILT]));
  expect(await agency.db.query('select from scheduled_jobs where name = $1', [TELL_ANEW])).toEqual([]);
});
