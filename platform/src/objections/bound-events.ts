import type { AgencyKind } from '../auth/agencies.ts';

/** Whose data each service keeps; one that is not named keeps none that a family can object to sharing. */
const keepers: Readonly<Record<string, AgencyKind>> = {
  'early-childhood': 'CARE',
  'social-protection': 'BENEFITS',
  employment: 'JOB_SEARCH',
};

/** What each event tells of: every type is either here or below, or a test fails. `docs/objections.md` is the table in words. */
export const boundEvents: Readonly<Record<string, readonly AgencyKind[]>> = {
  // Of a milestone, and whether care covers it.
  'relais.cover.changed.v1': ['CARE', 'JOB_SEARCH'],
  'relais.offer.changed.v1': ['CARE'],
  'relais.income-support.changed.v1': ['BENEFITS'],
  'relais.milestone.changed.v1': ['JOB_SEARCH'],
};

/** Who the family is, who follows it and what it objects to: without them no agency could keep to an objection. */
export const unboundEvents: readonly string[] = [
  'relais.access-log.sealed.v1',
  'relais.children.changed.v1',
  'relais.family.changed.v1',
  'relais.family.looked-up.v1',
  'relais.followers.changed.v1',
  'relais.merge.taken.v1',
  'relais.objections.changed.v1',
  'relais.professional.changed.v1',
  'relais.sessions.ended.v1',
];

/** For a statement: each type with each category that it tells of. */
export const boundPairs = (): readonly [types: string[], categories: AgencyKind[]] => {
  const pairs = Object.entries(boundEvents).flatMap(([type, categories]) =>
    categories.map((category) => [type, category] as const),
  );
  return [pairs.map(([type]) => type), pairs.map(([, category]) => category)];
};

/** The types that tell of a category. */
export const typesTelling = (category: AgencyKind): string[] =>
  Object.entries(boundEvents).flatMap(([type, categories]) => (categories.includes(category) ? [type] : []));

/** The services that keep the data of a category. */
export const servicesKeeping = (category: AgencyKind): string[] =>
  Object.entries(keepers).flatMap(([name, kept]) => (kept === category ? [name] : []));

/**
 * Whose objections keep an event back: those of the two agencies between which it goes. An agency that may not know a
 * category does not tell anybody what it made of it either.
 */
export const kindsBetween = (source: string, subscriber: string): AgencyKind[] =>
  [source, subscriber].flatMap((name) => keepers[name] ?? []);
