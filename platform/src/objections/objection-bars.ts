import type { AgencyKind } from '../auth/agencies.ts';
import type { Bar } from '../sight/action.rules.ts';

const objected = (family: string, category: AgencyKind, agency: string): string => `exists (
  select from objections where objections.family_id = ${family} and objections.category = '${category}'
    and objections.agency = ${agency})`;

/** Keeps a category from the agency with which the family objects to sharing it; nobody can object to the one that keeps it. */
export const objectionTo = (category: AgencyKind, ...spared: readonly AgencyKind[]): Bar => ({
  relation: {
    name: `OBJECTS_TO_${category}`,
    sql: (family, bind) => objected(family, category, bind('agencyKind')),
  },
  because: 'OBJECTION',
  spares: [category, ...spared],
});

/** Keeps from everybody what an agency makes of a category that it may not know: there is nothing that it could say. */
export const objectionBetween = (category: AgencyKind, agency: AgencyKind): Bar => ({
  relation: {
    name: `OBJECTS_TO_${category}_AT_${agency}`,
    sql: (family) => objected(family, category, `'${agency}'`),
  },
  because: 'OBJECTION',
});
