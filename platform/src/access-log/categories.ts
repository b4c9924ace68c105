/** What of a family's file was read, as a person understands it. */
export const accessCategories = [
  'HOUSEHOLD',
  'CARE',
  'BENEFITS',
  'JOB_SEARCH',
  'COORDINATION',
  'ACCESSES',
] as const;

export type AccessCategory = (typeof accessCategories)[number];

/** Of which category is what a permission opens; `null` where it is of no family. */
export type AccessCategories = Readonly<Record<string, AccessCategory | null>>;
