import type { Bind, Relation } from './condition.rules.ts';

const isNow = (follower: string, bind: Bind) =>
  `${follower}.from_on <= ${bind('today')} and (${follower}.to_on is null or ${bind('today')} < ${follower}.to_on)`;

const follows = (relation: string, what: string) => (subject: string, bind: Bind) =>
  `exists (
  select from followers where followers.${what} = ${subject} and followers.sub = ${bind('sub')}
    and followers.relation = '${relation}' and ${isNow('followers', bind)})`;

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

/** Reads for some minutes, to the second, and answers for it afterwards. It ends by the clock of each agency, whoever is away. */
export const brokeGlass: Relation = {
  name: 'BREAK_GLASS',
  sql: (family, bind) => `exists (
  select from followers where followers.family_id = ${family} and followers.sub = ${bind('sub')}
    and followers.relation = 'BREAK_GLASS' and ${bind('now')} < followers.until)`,
};

/**
 * Kept from a restricted file: barred from it, or neither named, nor in its team, nor advisor of one of its job seekers,
 * nor asked by a referral, which names whom it asks. Nobody breaks the glass of such a file.
 */
export const keptOut: Relation = {
  name: 'KEPT_OUT',
  sql: (family, bind) => `exists (
    select from followers restricting
    where restricting.family_id = ${family} and restricting.relation in ('NAMED', 'BARRED')
      and ${isNow('restricting', bind)}
      and case restricting.relation when 'BARRED' then restricting.sub = ${bind('sub')} else not exists (
        select from followers own
        where own.family_id = restricting.family_id and own.sub = ${bind('sub')}
          and own.relation not in ('BARRED', 'BREAK_GLASS') and ${isNow('own', bind)}) end)`,
};

/** The table in which an agency keeps where families live, and of which of them that is not even told by a district. */
export type Homes = {
  readonly table: 'families' | 'known_families';
  /** As SQL over an expression for the id of a family. */
  readonly isHidden?: (family: string) => string;
};

const worksWhere = ({ table, isHidden }: Homes, family: string, bind: Bind): string =>
  `exists (
    select from professionals join ${table} home on home.id = ${family}
    where professionals.sub = ${bind('sub')} and home.district_id = any(professionals.district_ids)
      and (professionals.departed_on is null or ${bind('today')} < professionals.departed_on))
    ${isHidden ? `and not ${isHidden(family)}` : ''}`;

/** Works for the district where the family lives, whoever follows it. */
export const worksForDistrict = (homes: Homes): Relation => ({
  name: 'WORKS_FOR_DISTRICT',
  sql: (family, bind) => worksWhere(homes, family, bind),
});

/** Of the social service of the district where the family lives, while nobody is in its team. */
export const ofDistrictService = (homes: Homes): Relation => ({
  name: 'DISTRICT',
  sql: (family, bind) => `not exists (
    select from followers where followers.family_id = ${family} and followers.relation = 'TEAM'
      and (followers.to_on is null or ${bind('today')} < followers.to_on)
  ) and ${worksWhere(homes, family, bind)}`,
});
