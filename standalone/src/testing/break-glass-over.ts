import { expect } from '@jest/globals';
import { caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import type { askOver } from './test-whole-graph.ts';

const LOOK_UP = `mutation ($input: LookUpFamilyInput!) { lookUpFamily(input: $input) { lookup { handle } } }`;
const BREAK = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
  access { id version until } notYetTold refusal { reason } } }`;
const END = `mutation ($input: EndBreakGlassInput!) { endBreakGlass(input: $input) {
  access { id } notYetTold refusal { reason } } }`;
/** Something of each of the three agencies. */
const FILE = `query ($reference: String!) { family(reference: $reference) {
  children { id } benefitsStatus { incomeSupport } milestones(first: 1) { edges { node { id } } } } }`;
const REGISTER = `mutation ($input: RegisterFamilyInput!) {
  registerFamily(input: $input) { family { id reference } refusal { reason } } }`;

type Ask = ReturnType<typeof askOver>;

/** A family that its own caseworker registers, and another caseworker who has to read its file now. */
export const breakGlassOver = (ask: Ask, surname: string) => {
  const done = async (document: string, input: object, as: TestUser) => {
    const { data, errors } = await ask(document, { input }, as);
    expect(errors).toEqual([]);
    const [payload] = Object.values<Awaited<ReturnType<Ask>>['data']>(data);
    return payload;
  };
  const birthDate = '2024-06-01';
  return {
    async register(): Promise<string> {
      const input = {
        family: {
          householdKind: 'LONE_PARENT',
          address: { street: '1 rue des Alouettes', postalCode: '44000', city: 'Nantes' },
        },
        adults: [{ firstName: 'Awa', lastName: surname }],
        children: [{ firstName: 'Tom', lastName: surname, birthDate }],
      };
      return (await done(REGISTER, input, caseworker('maud'))).family.reference;
    },
    async breakGlass(as: TestUser) {
      const { lookup } = await done(LOOK_UP, { surname, childBirthDate: birthDate }, as);
      const reason = 'Tom est seul à la permanence, sa mère ne répond pas';
      const input = { handle: lookup.handle, reason };
      // A lookup is told to the agency that takes the handle, which may take a moment.
      for (let attempt = 0; ; attempt += 1) {
        const answer = await done(BREAK, input, as);
        if (answer.refusal?.reason !== 'UNKNOWN_HANDLE' || attempt === 200) return answer;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    end: ({ id, version }: { id: string; version: number }, as: TestUser) =>
      done(END, { breakGlassId: id, version }, as),
    /** Which agencies tell something of the file. */
    async read(reference: string, as: TestUser): Promise<readonly string[]> {
      const { data } = await ask(FILE, { reference }, as);
      const { children, benefitsStatus, milestones } = data.family ?? {};
      const told = {
        'early-childhood': children,
        'social-protection': benefitsStatus,
        employment: milestones,
      };
      return Object.entries(told).flatMap(([agency, value]) => (value ? [agency] : []));
    },
  };
};
