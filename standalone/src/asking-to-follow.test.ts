import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { operationText } from './operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const MAUD = caseworker('maud');
const NORA = caseworker('nora');
const FILE = `query ($reference: String!) { family(reference: $reference) {
  displayName adults { firstName } supportTeam { isLead professional { sub } } } }`;

let graph: TestWholeGraph;
let reference: string;

const run = async (operation: string, variables: Readonly<Record<string, unknown>>, as: TestUser) => {
  const { data, errors } = await graph.ask(await operationText(operation), variables, as);
  expect(errors).toEqual([]);
  for (const agency of Object.values(graph.agencies)) await agency.drained();
  return data;
};
const file = async (as: TestUser) => (await graph.ask(FILE, { reference }, as)).data.family;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: new Date('2026-03-02T09:00:00+01:00') });
  const { registerFamily } = await run(
    'register-family',
    {
      input: {
        family: {
          householdKind: 'LONE_PARENT',
          address: { street: '1 rue des Alouettes', postalCode: '44000', city: 'Nantes' },
        },
        adults: [{ firstName: 'Awa', lastName: 'Diallo' }],
        children: [{ firstName: 'Tom', lastName: 'Diallo', birthDate: '2024-06-01' }],
      },
    },
    MAUD,
  );
  reference = registerFamily.family.reference;
}, 60_000);
afterAll(() => graph.close());

it('a caseworker outside the team learns that a file exists, nothing of it, and how to ask; granted, she reads it', async () => {
  expect(await file(NORA)).toBeNull();

  const { lookUpFamily } = await run(
    'look-up-family',
    { surname: 'Diallo', childBirthDate: '2024-06-01' },
    NORA,
  );
  const { handle, ...told } = lookUpFamily.lookup;
  expect(told).toEqual({ exists: true, nextStep: expect.stringMatching(/groupe de suivi/) });

  const asked = { input: { handle, reason: 'Elle est venue à notre permanence' } };
  const { requestMembership } = await run('request-membership', asked, NORA);
  expect(requestMembership).toMatchObject({ request: { status: 'WAITING' }, refusal: null });
  expect(await file(NORA)).toBeNull();

  const { id: requestId, version } = requestMembership.request;
  const granting = { input: { requestId, version, answer: 'GRANTED' } };
  const { answerMembershipRequest } = await run('answer-membership-request', granting, MAUD);
  expect(answerMembershipRequest).toMatchObject({
    request: { status: 'GRANTED' },
    refusal: null,
  });
  expect(await file(NORA)).toEqual({
    displayName: 'Diallo',
    adults: [{ firstName: 'Awa' }],
    supportTeam: [
      { isLead: true, professional: { sub: 'maud' } },
      { isLead: false, professional: { sub: 'nora' } },
    ],
  });
});
