import { THE_ADVISOR, THE_CASEWORKER } from '../testing/test-users.ts';

/** A database, a transaction or a connection. */
type Asked = { query(sql: string, parameters: unknown[]): Promise<unknown> };

type Given = {
  readonly sub: string;
  readonly relation: string;
  readonly from?: string;
  readonly to?: string;
  readonly adultId?: string;
  readonly until?: string;
};

const FOLLOW = `
  insert into followers (family_id, sub, relation, from_on, to_on, adult_id, until)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing`;

const EVERYBODY: readonly Given[] = [
  { sub: THE_CASEWORKER, relation: 'TEAM' },
  { sub: THE_ADVISOR, relation: 'ADVISOR' },
];

/** Who follows a family in a test; unless told, those who ask in most tests. */
export const givenFollowers = async (
  db: Asked,
  familyId: string,
  followers: readonly Given[] = EVERYBODY,
): Promise<void> => {
  for (const { sub, relation, from = '2000-01-01', to = null, adultId = null, until = null } of followers) {
    await db.query(FOLLOW, [familyId, sub, relation, from, to, adultId, until]);
  }
};
