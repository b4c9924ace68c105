import type { FollowerRelation } from './follower.ts';

/** Which relations another agency says, by its name. */
export type RelationsOf = Readonly<Record<string, readonly FollowerRelation[]>>;

export const relationsOf = (owners: RelationsOf, source: string): readonly FollowerRelation[] =>
  Object.hasOwn(owners, source) ? (owners[source] ?? []) : [];
