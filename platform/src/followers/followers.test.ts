import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { addFollower, moveFollowers, replaceFollowers } from './follower.queries.ts';
import type { Follower, FollowerRelation } from './follower.ts';
import { receiveFollowersOf } from './tell-followers.ts';

let agency: TestAgency;
beforeAll(async () => {
  agency = await runTestAgency(stepAgency('keeper'));
});
afterAll(() => agency.end());

const follower = (sub: string, relation: FollowerRelation, given: Partial<Follower> = {}): Follower => ({
  ...{ sub, relation, from: '2026-03-02', to: null },
  ...given,
});
const add = (familyId: string, ...followers: Follower[]) =>
  inTransaction(agency.db.manager, async (tx) => {
    for (const each of followers) await addFollower(tx, familyId, each);
  });
const replace = (familyId: string, relations: FollowerRelation[], ...followers: Follower[]) =>
  inTransaction(agency.db.manager, (tx) => replaceFollowers(tx, { familyId, relations, followers }));
const kept = async (familyId: string): Promise<string[]> => {
  const rows: Record<string, string>[] = await agency.db.query(
    `select sub, relation, from_on::text as from, to_on::text as to from followers where family_id = $1
     order by sub, relation, from_on`,
    [familyId],
  );
  return rows.map(({ sub, relation, from, to }) => `${sub} ${relation} ${from} ${to}`);
};
const hear = (owned: FollowerRelation[], data: Readonly<Record<string, unknown>>, source = 'other') =>
  inTransaction(agency.db.manager, (tx) =>
    receiveFollowersOf({ other: owned, third: ['TEAM', 'NAMED', 'BARRED'] })(
      tx,
      {
        specversion: '1.0',
        ...{ id: newId(), source, type: 'relais.followers.changed.v1', subject: newId() },
        ...{ time: new Date().toISOString(), datacontenttype: 'application/json', sequence: 1, data },
      },
      new Date(),
    ),
  );

describe('who follows a family', () => {
  it('is replaced by the relations that were told, and by no other', async () => {
    const familyId = newId();
    await add(familyId, follower('anna', 'TEAM'), follower('ben', 'REFERRAL'), follower('tom', 'ADVISOR'));
    const told = [follower('anna', 'TEAM', { to: '2026-04-01' }), follower('chloe', 'TEAM')];
    expect(await replace(familyId, ['TEAM', 'REFERRAL'], ...told)).toBe(true);
    expect(await replace(familyId, ['TEAM', 'REFERRAL'], ...told)).toBe(false);
    expect(await kept(familyId)).toEqual([
      'anna TEAM 2026-03-02 2026-04-01',
      'chloe TEAM 2026-03-02 null',
      'tom ADVISOR 2026-03-02 null',
    ]);
    expect(await replace(familyId, ['ADVISOR'])).toBe(true);
    expect(await kept(familyId)).toHaveLength(2);
  });

  it('of two files is that of the one that stays', async () => {
    const [survivor, duplicate] = [newId(), newId()];
    await add(survivor, follower('anna', 'TEAM'));
    await add(duplicate, follower('anna', 'TEAM'), follower('ben', 'TEAM'));
    await inTransaction(agency.db.manager, (tx) => moveFollowers(tx, duplicate, survivor));
    expect(await kept(duplicate)).toEqual([]);
    expect(await kept(survivor)).toEqual(['anna TEAM 2026-03-02 null', 'ben TEAM 2026-03-02 null']);
  });

  it('is taken from the agency whose relation it is: nobody says it of another’s', async () => {
    const familyId = newId();
    await add(familyId, follower('anna', 'TEAM'));
    const followers = [follower('mallory', 'TEAM'), follower('tom', 'ADVISOR')];
    await hear(['ADVISOR'], { familyId, relations: ['TEAM', 'ADVISOR'], followers });
    const whole = ['anna TEAM 2026-03-02 null', 'tom ADVISOR 2026-03-02 null'];
    expect(await kept(familyId)).toEqual(whole);
    // Nor where who listens takes it from a third; and of who owns none nothing is taken.
    await hear(['ADVISOR'], { familyId, relations: ['TEAM'], followers: [follower('mallory', 'TEAM')] });
    await hear(['ADVISOR'], { familyId, relations: ['TEAM', 'NAMED', 'BARRED'], followers: [] });
    for (const source of ['nobody', '__proto__', 'constructor'])
      await hear(['ADVISOR'], { familyId, relations: ['TEAM', 'ADVISOR'], followers: [] }, source);
    expect(await kept(familyId)).toEqual(whole);
  });

  it('is told for the sake of each adult, and none of them twice', async () => {
    const familyId = newId();
    const [awa, tom] = [newId(), newId()];
    const of = (adultId: string) => follower('lea', 'ADVISOR', { adultId });
    expect(await replace(familyId, ['ADVISOR'], of(awa), of(tom), of(tom))).toBe(true);
    expect(await replace(familyId, ['ADVISOR'], of(tom), of(awa))).toBe(false);
    expect(await kept(familyId)).toHaveLength(2);
    expect(await replace(familyId, ['ADVISOR'], of(tom))).toBe(true);
    expect(await replace(familyId, ['ADVISOR'], follower('lea', 'ADVISOR'))).toBe(true);
    expect(await agency.db.query('select adult_id from followers where family_id = $1', [familyId])).toEqual([
      { adult_id: null },
    ]);
  });

  it('has nobody for no day at all', async () => {
    const familyId = newId();
    const followers = [follower('anna', 'TEAM', { to: '2026-03-02' })];
    await hear(['TEAM'], { familyId, relations: ['TEAM'], followers });
    expect(await kept(familyId)).toEqual([]);
  });
});
