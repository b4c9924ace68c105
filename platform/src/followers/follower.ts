/**
 * Why somebody follows a family, each said by one agency only: its owner. Whoever is named reads a restricted file beside
 * its team and advisors, and whoever is barred never does: while anybody is named, the file is restricted. Whoever broke the
 * glass reads a file that is not, until a moment.
 */
export const FollowerRelation = {
  TEAM: 'TEAM',
  ADVISOR: 'ADVISOR',
  REFERRAL: 'REFERRAL',
  NAMED: 'NAMED',
  BARRED: 'BARRED',
  BREAK_GLASS: 'BREAK_GLASS',
} as const;
export type FollowerRelation = keyof typeof FollowerRelation;

/** Somebody who follows a family, known by the `sub` of the sign-in; days of Paris as texts, as events and SQL take them. */
export type Follower = {
  readonly sub: string;
  readonly relation: FollowerRelation;
  readonly from: string;
  /** The first day no longer; `null` while open. */
  readonly to: string | null;
  /** Of an advisor: the job seeker, for whose sake alone the family is followed. */
  readonly adultId?: string | undefined;
  /** Of whoever broke the glass: the moment from which on they read nothing, as a text. */
  readonly until?: string | undefined;
};
