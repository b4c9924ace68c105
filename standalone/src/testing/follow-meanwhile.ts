import { advisor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import type pg from 'pg';
import { type AgencyName, agencyNames, type ByAgency } from '../../../subgraphs/agencies.ts';
import { withAgencies } from '../embedded-databases.ts';
import type { askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

export const [lead, colleague] = [caseworker('lead-meanwhile'), advisor('colleague-meanwhile')];

/** What a mutation answers that changes who follows a family. */
export type Followed = {
  readonly notYetTold: readonly string[];
  readonly refusal: { readonly reason: string } | null;
  readonly family?: { readonly id: string };
  readonly member?: { readonly id: string };
  /** Of whatever else was changed. */
  readonly record?: { readonly id: string; readonly version: number; readonly handle: string };
};

/** Changes something and answers what came of it, which is never a refusal; `told` asks who was not told. */
export const change = async (
  ask: Ask,
  door: string,
  record: string,
  input: object,
  as: TestUser,
  told = 'notYetTold',
) => {
  const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) {
    answer: ${door}(input: $input) { ${record} ${told} refusal { reason } } }`;
  const { data, errors } = await ask(document, { input }, as);
  if (errors.length > 0 || data.answer.refusal) throw new Error(JSON.stringify({ door, data, errors }));
  const answer: Followed = data.answer;
  return answer;
};

/** Of a family that one caseworker registers and leads: how a colleague comes and goes. */
export const teamOver = (ask: Ask) => {
  const register = async (): Promise<string> => {
    const address = { street: '1 rue du Lavoir', postalCode: '44000', city: 'Nantes' };
    const family = { displayName: 'Essai', householdKind: 'LONE_PARENT', address };
    const adults = [{ firstName: 'Ada', lastName: 'Essai' }];
    const answer = await change(ask, 'registerFamily', 'family { id }', { family, adults }, lead);
    return answer.family?.id ?? '';
  };
  const add = (familyId: string): Promise<Followed> =>
    change(ask, 'joinSupportTeam', 'member { id }', { familyId, professional: { sub: colleague.sub } }, lead);
  const remove = (memberId: string): Promise<Followed> =>
    change(ask, 'leaveSupportTeam', 'member { id }', { memberId, version: 1 }, lead);
  const signIn = () => ask('{ myFamilies(first: 1) { edges { cursor } } }', {}, colleague);
  return { register, add, remove, signIn };
};

const FOLLOWS = 'select from followers where family_id = $1 and sub = $2 and to_on is null';

export const follows = async (client: pg.ClientBase, familyId: string): Promise<boolean> =>
  (await client.query(FOLLOWS, [familyId, colleague.sub])).rowCount === 1;

/** What every reader must find: `null` while a change is under way. */
type Truth = { isFollowing: boolean | null; changes: number };

type Reads = { right: number; readonly wrong: string[] };

const readUntil = async (
  isOver: () => boolean,
  [name, client]: readonly [AgencyName, pg.ClientBase],
  familyId: string,
  truth: Truth,
  reads: Reads,
): Promise<void> => {
  while (!isOver()) {
    const { isFollowing, changes } = truth;
    const found = await follows(client, familyId);
    const isCertain = isFollowing !== null && changes === truth.changes;
    if (isCertain && found !== isFollowing) reads.wrong.push(`${name} after change ${changes}`);
    if (isCertain && found === isFollowing) reads.right += 1;
  }
};

/** A colleague comes and goes while every agency is read without a pause: what was read, and was not as was answered. */
export const followMeanwhile = async (ask: Ask, urls: ByAgency<string>, rounds: number): Promise<Reads> => {
  const { register, add, remove, signIn } = teamOver(ask);
  await signIn();
  const familyId = await register();
  const truth: Truth = { isFollowing: false, changes: 0 };
  const reads: Reads = { right: 0, wrong: [] };
  const changed = async (isFollowing: boolean, work: () => Promise<Followed>): Promise<Followed> => {
    truth.isFollowing = null;
    truth.changes += 1;
    const answer = await work();
    truth.isFollowing = answer.notYetTold.length === 0 ? isFollowing : null;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return answer;
  };
  await withAgencies(urls, async (clients) => {
    let isOver = false;
    const readers = agencyNames.map((name) =>
      readUntil(() => isOver, [name, clients[name]], familyId, truth, reads),
    );
    for (let round = 0; round < rounds; round += 1) {
      const { member } = await changed(true, () => add(familyId));
      await changed(false, () => remove(member?.id ?? ''));
    }
    isOver = true;
    await Promise.all(readers);
  });
  return reads;
};
