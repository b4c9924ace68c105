import { type FollowerName, familyOfThreeAgencies, followers } from './family-of-three-agencies.ts';
import type { Answer, askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

/** A door in each agency, so that one which knows it later than the others is not hidden behind them. */
const AS_CASEWORKER = `query ($familyId: ID!, $entitlementId: ID!, $milestoneId: ID!) {
  familyById(id: $familyId) { address { street } entitlements { scheme } milestones(first: 5) { edges { node { title } } } }
  entitlement(id: $entitlementId) { state family { children { firstName } milestones(first: 5) { edges { node { title } } } } }
  milestone(id: $milestoneId) { title family { address { street } entitlements { scheme } } } }`;
/** Through what is asked of employment, and through a task that stays theirs. */
const AS_ADVISOR = `query ($milestoneId: ID!) {
  milestone(id: $milestoneId) { title childcareCover { status } family { displayName } }
  myTasks { edges { node { title family { displayName adults { phone } milestones(first: 5) { edges { node { title } } } } } } } }`;

/** Every value that an answer tells, apart from what it is about. */
const toldIn = (value: unknown): string[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(toldIn);
  return typeof value === 'object' ? Object.values(value).flatMap(toldIn) : [String(value)];
};

const names: readonly FollowerName[] = ['comer', 'first', 'second'];

/** What who follows the family is told, so many values from all three agencies; who does not, is told none. */
const WHOLE = { comer: 9, first: 7, second: 7 } satisfies Record<FollowerName, number>;

type Truth = Record<FollowerName, { follows: boolean | null; changes: number }>;
export type GraphReads = { whole: number; empty: number; readonly wrong: string[] };

const judged = (reads: GraphReads, name: FollowerName, follows: boolean, { data, errors }: Answer): void => {
  const told = toldIn(data);
  const faults = errors.filter(({ extensions }) => extensions.code !== 'NOT_SHARED');
  const isRight = faults.length === 0 && told.length === (follows ? WHOLE[name] : 0);
  if (!isRight) reads.wrong.push(`${name} ${follows}: ${JSON.stringify({ told, faults })}`);
  if (isRight && follows) reads.whole += 1;
  if (isRight && !follows) reads.empty += 1;
};

/** Those who follow a family come and go, and hand its job seeker on, while each of them asks the gateway without a pause. */
export const readMeanwhile = async (ask: Ask, now: Date, rounds: number): Promise<GraphReads> => {
  const { ids, handOver, acceptReferral, beGranted, beRemoved } = await familyOfThreeAgencies(ask, now);
  const reads: GraphReads = { whole: 0, empty: 0, wrong: [] };
  const state = (follows: boolean) => ({ follows, changes: 0 });
  const truth: Truth = { comer: state(false), first: state(true), second: state(false) };
  let isOver = false;

  const read = async (name: FollowerName): Promise<void> => {
    const document = name === 'comer' ? AS_CASEWORKER : AS_ADVISOR;
    while (!isOver) {
      const { follows, changes } = truth[name];
      const answer = await ask(document, ids, followers[name]);
      const isCertain = follows !== null && changes === truth[name].changes;
      if (isCertain) judged(reads, name, follows, answer);
    }
  };
  const changed = async (
    becomes: Partial<Record<FollowerName, boolean>>,
    work: () => Promise<readonly string[]>,
  ): Promise<void> => {
    const concerned = names.filter((name) => name in becomes);
    for (const name of concerned) truth[name] = { follows: null, changes: truth[name].changes + 1 };
    const notYetTold = await work();
    for (const name of concerned)
      truth[name].follows = notYetTold.length > 0 ? null : (becomes[name] ?? null);
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
  const change = async (): Promise<void> => {
    const { first, second } = followers;
    for (let round = 0; round < rounds; round += 1) {
      await changed({ comer: true }, acceptReferral);
      await changed({ comer: false }, beRemoved);
      await changed({ first: false, second: true }, () => handOver(first, second));
      await changed({ comer: true }, beGranted);
      await changed({ comer: false }, beRemoved);
      await changed({ first: true, second: false }, () => handOver(second, first));
    }
    isOver = true;
  };
  await Promise.all([change(), ...names.map(read)]);
  return reads;
};
