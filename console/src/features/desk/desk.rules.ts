import { isAnyAway, type Known } from '../../graph/known.rules.ts';

type Role =
  | 'CASEWORKER'
  | 'EMPLOYMENT_ADVISOR'
  | 'CARE_COORDINATOR'
  | 'CENTRE_STAFF'
  | 'AUDITOR'
  | 'INTEGRATOR';
export type Desk = 'care' | 'benefits' | 'jobSearch';

const desks: Readonly<Record<Role, readonly Desk[]>> = {
  CASEWORKER: ['benefits'],
  EMPLOYMENT_ADVISOR: ['jobSearch', 'benefits'],
  CARE_COORDINATOR: ['care', 'benefits'],
  CENTRE_STAFF: ['care'],
  AUDITOR: [],
  INTEGRATOR: [],
};

export const desksOf = (role: Role): readonly Desk[] => desks[role];

/** To whom early childhood tells what others did. */
export const hearsNews = (role: Role): boolean =>
  role === 'CARE_COORDINATOR' || role === 'CASEWORKER' || role === 'CENTRE_STAFF';

const URGENCIES = ['NOW', 'TODAY', 'SOON', 'LATER'] as const;
export type Urgency = (typeof URGENCIES)[number];

export type Item = {
  readonly id: string;
  readonly kind: string;
  readonly urgency: Urgency;
  readonly dueAt: string;
  readonly subjectId: string;
  readonly subjectType: string;
  readonly familyId: string | null;
  readonly sentence: string;
};

type Page = {
  readonly totalCount: number;
  readonly isExact: boolean;
  readonly edges: readonly { readonly node: Item }[];
};

export type MyDay = {
  readonly groups: readonly { readonly urgency: Urgency; readonly items: readonly Item[] }[];
  readonly shown: number;
  readonly total: number;
  /** An agency is away, or there are more than are counted: there may be more. */
  readonly isAtLeast: boolean;
};

/** What one desk tells is all told: a centre may lack adults on two days. Of what another tells of the same, nothing more. */
const toldOnce = (pages: readonly Page[]): Item[] => {
  const tellers = new Map<string, Page>();
  const items: Item[] = [];
  for (const page of pages)
    for (const { node } of page.edges) {
      const key = `${node.subjectType} ${node.subjectId}`;
      const teller = tellers.get(key) ?? page;
      tellers.set(key, teller);
      if (teller === page) items.push(node);
    }
  return items;
};

/** What waits at the desks of several agencies, most urgent first and soonest of equals; what two of them tell of one thing is told once. */
export const myDayOf = (parts: readonly Known<Page>[]): MyDay => {
  const pages = parts.flatMap((part) => (part.is === 'known' ? [part.value] : []));
  const items = toldOnce(pages).sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  const told = pages.reduce((sum, { edges }) => sum + edges.length, 0);
  const all = pages.reduce((sum, { totalCount }) => sum + totalCount, 0);
  return {
    groups: URGENCIES.map((urgency) => ({
      urgency,
      items: items.filter((each) => each.urgency === urgency),
    })).filter(({ items: some }) => some.length > 0),
    shown: items.length,
    total: all - (told - items.length),
    isAtLeast: isAnyAway(parts) || pages.some(({ isExact }) => !isExact),
  };
};

export type Target =
  | { readonly to: Screen; readonly hash: string }
  | { readonly to: '/file/$id'; readonly id: string; readonly hash: string };

type Screen = '/week' | '/offers' | '/without-care' | '/day' | '/inbox';

const screens = new Map<string, Screen>([
  ['OFFER_OPEN', '/offers'],
  ['OFFER_ACCEPTED', '/offers'],
  ['MILESTONE_WITHOUT_CARE', '/without-care'],
  ['MILESTONE_UNCOVERED', '/week'],
  ['REFERRAL_WAITING', '/inbox'],
  ['MEMBERSHIP_REQUEST', '/inbox'],
  ['ARRIVAL', '/day'],
  ['ABSENCE', '/day'],
]);

/** Where a matter is seen to; some are only to know. */
export const targetOf = ({ kind, subjectId, familyId }: Item, role: Role): Target | undefined => {
  const to = screens.get(kind);
  const hash = `about-${subjectId}`;
  if (to) return { to, hash };
  return familyId && role !== 'CENTRE_STAFF' && role !== 'EMPLOYMENT_ADVISOR'
    ? { to: '/file/$id', id: familyId, hash }
    : undefined;
};
