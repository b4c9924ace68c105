import { type Attack, countingTally, inParallel, send, sendText, type Target } from '../attack.ts';

const LANES = 4;
const MOST = 2_000;
const KIB = 1_024;
const ROW = { a: 1 };
const BODY_BYTES = 250 * KIB;

const IMPORT = `mutation ($input: ImportEntitlementsInput!) {
  importEntitlements(input: $input) { rows { __typename } }
}`;
const rows = Array.from({ length: Math.floor(BODY_BYTES / (JSON.stringify(ROW).length + 1)) }, () => ROW);

/** 250 KiB of rows that are none, for a mutation that the caller may not even use. */
export const wrongVariables: Attack = {
  name: '250 KiB of wrong variables',
  bounds: { p99Ratio: 2, lost: 0, processorMs: 50 },
  async run(target: Target, isOver) {
    const { tally, count } = countingTally();
    const body = JSON.stringify({ query: IMPORT, variables: { input: { rows } } });
    await inParallel(LANES, MOST, isOver, async (number) => {
      const tokens = target.tokens.coordinators;
      count(await sendText(target, tokens[number % tokens.length] ?? '', body));
    });
    return tally;
  },
};

const LEVELS = 5;

/** Centres, their closures, the centres of these, and so on: short to write, and the years of closures multiply. */
const closures = (level: number): string =>
  level === 0
    ? 'name'
    : `name closures(from: "2026-01-01", to: "2027-01-31") { startsOn centre { ${closures(level - 1)} } }`;

export const wayBack: Attack = {
  name: 'closures of centres of closures',
  bounds: { p50Ratio: 2, lost: 0, processorMs: 50, memoryMiB: 100 },
  async run(target, isOver) {
    const { tally, count } = countingTally();
    await inParallel(LANES, MOST, isOver, async (number) => {
      const tokens = target.tokens.caseworkers;
      const query = `{ centres { ${closures(1 + (number % LEVELS))} } }`;
      count(await send(target, tokens[number % tokens.length] ?? '', { query }));
    });
    return tally;
  },
};
