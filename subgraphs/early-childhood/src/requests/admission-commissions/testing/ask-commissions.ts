import { expect } from '@jest/globals';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';

export const NOW = new Date('2026-03-02T10:00:00+01:00');

export type Input = Readonly<Record<string, unknown>>;

const SCHEDULE = `mutation ($input: ScheduleCommissionInput!) { scheduleCommission(input: $input) {
  commission { id heldOn status version enteredLateBecause } refusal { reason message } } }`;
const RECORD = `mutation ($input: RecordCommissionDecisionInput!) { recordCommissionDecision(input: $input) {
  commissionDecision { id decision reason decidedAt decidedBy section { name } }
  careRequest { id status version refusalReason } refusal { reason message } } }`;
const CLOSE = `mutation ($input: CloseCommissionInput!) { closeCommission(input: $input) {
  commission { status version } refusal { reason message } } }`;

/** How coordinators work with commissions, in a graph of their own. */
export const askCommissions = (graph: () => TestSubgraph) => {
  const ask = async (document: string, variables: Input, as: TestUser = coordinator(), now = NOW) => {
    const { data, errors } = await graph().query(document, variables, as, { now });
    expect(errors).toEqual([]);
    return data;
  };
  const schedule = async (input: Input) => (await ask(SCHEDULE, { input })).scheduleCommission;
  return {
    ask,
    schedule,
    record: async (input: Input, as?: TestUser, now = NOW) =>
      (await ask(RECORD, { input }, as, now)).recordCommissionDecision,
    close: async (commissionId: string, version = 1) =>
      (await ask(CLOSE, { input: { commissionId, version } })).closeCommission,
    givenCommission: async (heldOn = '2026-03-02'): Promise<string> =>
      (await schedule({ heldOn, confirmed: true })).commission.id,
  };
};
