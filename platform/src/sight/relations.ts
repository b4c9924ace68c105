import type { Bind, Relation } from './condition.rules.ts';

const follows = (relation: string, what: string) => (subject: string, bind: Bind) =>
  `exists (
  select from followers where followers.${what} = ${subject} and followers.sub = ${bind('sub')}
    and followers.relation = '${relation}' and followers.from_on <= ${bind('today')}
    and (followers.to_on is null or ${bind('today')} < followers.to_on))`;

/** In the support team of the family today. */
export const inTeam: Relation = { name: 'TEAM', sql: follows('TEAM', 'family_id') };

/** Advisor of a job seeker of the family. */
export const ownJobSeeker: Relation = { name: 'ADVISOR', sql: follows('ADVISOR', 'family_id') };

/** Advisor of this very adult. */
export const isOwnJobSeeker: Relation = {
  name: 'ADVISOR_OF_ADULT',
  about: 'MEMBER',
  sql: follows('ADVISOR', 'adult_id'),
};

/** Addressee of a referral that is not too old. */
export const referred: Relation = { name: 'REFERRAL', sql: follows('REFERRAL', 'family_id') };

/**
 * Of the social service of the district where the family lives, while nobody is in its team. `families` is the table that
 * says where it lives.
 */
export const ofDistrictService = (families: 'families' | 'known_families'): Relation => ({
  name: 'DISTRICT',
  sql: (family, bind) => `not exists (
    select from followers where followers.family_id = ${family} and followers.relation = 'TEAM'
      and (followers.to_on is null or ${bind('today')} < followers.to_on)
  ) and exists (
    select from professionals join ${families} home on home.id = ${family}
    where professionals.sub = ${bind('sub')} and home.district_id = any(professionals.district_ids)
      and (professionals.departed_on is null or ${bind('today')} < professionals.departed_on))`,
});
