import { isDay } from '../../time/city-time.rules.ts';

export const SCHEMES = [
  'RSA',
  'PRIME_ACTIVITE',
  'FAMILY_ALLOWANCES',
  'HOUSING_AID',
  'PAJE_BASE',
  'CMG',
  'ASF',
  'AAH',
  'AEEH',
] as const;
export type Scheme = (typeof SCHEMES)[number];

export type State =
  | 'PENDING'
  | 'OPEN'
  | 'SUSPENDED'
  | 'PAYMENT_SUSPENDED'
  | 'CLOSED'
  | 'CLOSED_EARLIER'
  | 'REFUSED';

const FIRST: readonly State[] = ['PENDING', 'OPEN', 'SUSPENDED'];
const NEXT: readonly State[] = ['OPEN', 'SUSPENDED', 'CLOSED'];
/** The RSA file tells more apart than any other. */
const NEXT_OF_RSA: readonly State[] = ['OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'REFUSED', 'CLOSED'];

/** Where it stands is offered as well: the same state again carries a new amount. */
export const statesOf = (scheme: Scheme, isNew: boolean, now: State): readonly State[] => {
  const states = isNew ? FIRST : nextOf(scheme);
  return states.includes(now) ? states : [now, ...states];
};

const nextOf = (scheme: Scheme): readonly State[] => (scheme === 'RSA' ? NEXT_OF_RSA : NEXT);

const FOR_CHILD = new Set<Scheme>(['ASF', 'AEEH', 'CMG']);

export const isForChild = (scheme: Scheme): boolean => FOR_CHILD.has(scheme);

const WITH_AMOUNT = new Set<State>(['OPEN', 'SUSPENDED']);
const WITH_REASON = new Set<State>(['SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED']);

export const hasAmount = (state: State): boolean => WITH_AMOUNT.has(state);
export const hasReason = (scheme: Scheme, state: State): boolean =>
  scheme === 'RSA' && WITH_REASON.has(state);

const CENTS = 100;
const AMOUNT = /^\d{1,7}([.,]\d{1,2})?$/;

/** What is typed as `302` or `302,50`, spaces between thousands as people write them; nothing of what is no amount. */
export const centsOf = (text: string): number | undefined => {
  const plain = text.replaceAll(/\s|€/g, '');
  return AMOUNT.test(plain) ? Math.round(Number(plain.replace(',', '.')) * CENTS) : undefined;
};

/** As people write it: `607,75`, and nothing where none is known. */
export const amountIn = (cents: number | null): string =>
  cents === null ? '' : (cents / CENTS).toFixed(cents % CENTS === 0 ? 0 : 2).replace('.', ',');

export type BenefitDraft = {
  readonly scheme: Scheme;
  /** The adult who holds it; nothing when the family does. */
  readonly adultId: string;
  /** The child for whom it is due, of those benefits that are due for one. */
  readonly childId: string;
  readonly state: State;
  readonly from: string;
  readonly amount: string;
  readonly reason: string;
};

export type Lack = 'DAY' | 'AMOUNT' | 'YEAR' | 'CHILDREN';

export const lackOfBenefit = ({ from, state, amount }: BenefitDraft): Lack | undefined => {
  if (!isDay(from)) return 'DAY';
  const isMissing = hasAmount(state) && amount.trim() !== '' && centsOf(amount) === undefined;
  return isMissing ? 'AMOUNT' : undefined;
};

const stateOf = ({ scheme, state, from, amount, reason }: BenefitDraft) => ({
  state,
  from,
  monthlyAmountCents: hasAmount(state) ? (centsOf(amount) ?? null) : null,
  reason: (hasReason(scheme, state) && reason.trim()) || null,
});

export const openInput = (draft: BenefitDraft, familyId: string, id: string) => ({
  id,
  familyId,
  scheme: draft.scheme,
  adultId: draft.adultId || null,
  childId: (isForChild(draft.scheme) && draft.childId) || null,
  ...stateOf(draft),
});

export const changeInput = (draft: BenefitDraft, entitlementId: string, version: number) => ({
  entitlementId,
  version,
  ...stateOf(draft),
});

export type ResourcesDraft = {
  readonly year: string;
  readonly amount: string;
  readonly children: string;
  readonly aeeh: string;
};

const YEAR = /^20\d\d$/;
const FEW = /^\d{1,2}$/;

export const lackOfResources = ({ year, amount, children, aeeh }: ResourcesDraft): Lack | undefined => {
  if (!YEAR.test(year)) return 'YEAR';
  if (centsOf(amount) === undefined) return 'AMOUNT';
  return FEW.test(children) && FEW.test(aeeh) ? undefined : 'CHILDREN';
};

export const resourcesInput = (draft: ResourcesDraft, familyId: string, id: string) => ({
  id,
  familyId,
  year: Number(draft.year),
  yearlyAmountCents: centsOf(draft.amount) ?? 0,
  dependentChildren: Number(draft.children),
  aeehChildren: Number(draft.aeeh),
});
