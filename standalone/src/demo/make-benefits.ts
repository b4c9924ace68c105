import type { DemoEntitlement, DemoEntitlementState, EntitlementStatus } from './demo-family.ts';
import type { Household, Maker } from './make-people.ts';

type Scheme = DemoEntitlement['scheme'];
type Step = { readonly state: EntitlementStatus; readonly daysAgo: number; readonly reason?: string };

/** Euro cents a month; of the right size for a demo, not a computation. */
const RSA_FIRST_CHILD = 83_000;
const RSA_PER_CHILD = 24_500;
const ASF_PER_CHILD = 20_000;
const FAMILY_ALLOWANCES_OF_TWO = 15_100;

/** Lines along which an RSA file goes; the last state is today's. Reasons are official codes. */
const rsaLines: readonly (readonly Step[])[] = [
  [
    { state: 'PENDING', daysAgo: 320 },
    { state: 'OPEN', daysAgo: 280 },
  ],
  [{ state: 'OPEN', daysAgo: 410 }],
  [
    { state: 'PENDING', daysAgo: 190 },
    { state: 'OPEN', daysAgo: 150 },
  ],
  [
    { state: 'OPEN', daysAgo: 300 },
    { state: 'SUSPENDED', daysAgo: 35, reason: 'caf_declaration_ressource_non_fournie' },
  ],
  [
    { state: 'OPEN', daysAgo: 260 },
    { state: 'PAYMENT_SUSPENDED', daysAgo: 20, reason: 'caf_rsa_inferieur_seuil' },
  ],
  [
    { state: 'OPEN', daysAgo: 600 },
    { state: 'SUSPENDED', daysAgo: 200, reason: 'caf_ressources_trop_elevees' },
    { state: 'CLOSED', daysAgo: 80, reason: 'caf_echeance' },
  ],
  [{ state: 'PENDING', daysAgo: 15 }],
  [
    { state: 'PENDING', daysAgo: 120 },
    { state: 'REFUSED', daysAgo: 90 },
  ],
  [
    { state: 'OPEN', daysAgo: 380 },
    { state: 'SUSPENDED', daysAgo: 100, reason: 'caf_activite_non_conforme' },
    { state: 'OPEN', daysAgo: 70 },
  ],
];

/** How long after the decision it is known here. */
const NOTICE_DAYS = 3;

const stateOf = (
  maker: Maker,
  { state, daysAgo, reason }: Step,
  amountCents: number,
): DemoEntitlementState => ({
  id: maker.newId(),
  state,
  from: maker.calendar.dayAt(-daysAgo).day,
  monthlyAmountCents: state === 'OPEN' ? amountCents : null,
  reason: reason ?? null,
  recordedAt: maker.calendar.dayAt(-daysAgo + NOTICE_DAYS).at(10 * 60),
});

const entitlement = (
  maker: Maker,
  scheme: Scheme,
  holder: Pick<DemoEntitlement, 'adultId' | 'childId'>,
  steps: readonly Step[],
  amountCents: number,
): DemoEntitlement => ({
  id: maker.newId(),
  scheme,
  ...holder,
  source: scheme !== 'AEEH' && maker.random.chance(0.04) ? 'MSA' : 'CAF',
  states: steps.map((step) => stateOf(maker, step, amountCents)),
});

const rsaOf = (maker: Maker, household: Household, isShowcase: boolean): DemoEntitlement[] => {
  const { random } = maker;
  const line = isShowcase ? rsaLines[0] : random.pick(rsaLines);
  const hasNone = random.chance(0.15);
  if (!line || (hasNone && !isShowcase)) return [];
  const amount =
    RSA_FIRST_CHILD +
    RSA_PER_CHILD * Math.max(0, household.children.length - 1) +
    random.between(-40, 40) * 100;
  return [
    entitlement(maker, 'RSA', { adultId: household.adults[0]?.id ?? null, childId: null }, line, amount),
  ];
};

const openFor = (random: Maker['random']): Step[] => [{ state: 'OPEN', daysAgo: random.between(60, 400) }];

const otherSchemes = (maker: Maker, household: Household): DemoEntitlement[] => {
  const { random, calendar } = maker;
  const born = household.children.flatMap(({ birthDate }) => (birthDate ? [birthDate] : []));
  const isBaby = born.some((day) => day.until(calendar.today, { largestUnit: 'month' }).months < 36);
  const open = (scheme: Scheme, cents: number, childId: string | null = null) =>
    entitlement(maker, scheme, { adultId: null, childId }, openFor(random), cents);
  const all: DemoEntitlement[] = [];
  if (household.householdKind === 'LONE_PARENT' && random.chance(0.8)) {
    all.push(open('ASF', ASF_PER_CHILD * Math.max(1, born.length)));
  }
  if (born.length >= 2) all.push(open('FAMILY_ALLOWANCES', FAMILY_ALLOWANCES_OF_TWO * (born.length - 1)));
  if (isBaby && random.chance(0.85)) all.push(open('PAJE_BASE', 19_700));
  if (random.chance(0.75)) all.push(open('HOUSING_AID', random.between(190, 420) * 100));
  if (random.chance(0.2)) all.push(open('PRIME_ACTIVITE', random.between(90, 380) * 100));
  const isDisabled = random.chance(0.05);
  const [disabled] = household.children.filter(({ birthDate }) => birthDate);
  if (isDisabled && disabled) all.push(open('AEEH', 15_100, disabled.id));
  return all;
};

/** Resources are those of two years ago (N−2); one family in eight has none on file. */
const addResources = (
  maker: Maker,
  household: Household,
  aeehChildren: number,
  isShowcase: boolean,
): void => {
  const { random, calendar, newId } = maker;
  if (!isShowcase && random.chance(0.125)) return;
  for (const age of isShowcase || random.chance(0.5) ? [2, 3] : [2]) {
    household.resources.push({
      id: newId(),
      year: calendar.today.year - age,
      yearlyAmountCents: random.between(0, 24_000) * 100,
      dependentChildren: Math.max(1, household.children.filter(({ birthDate }) => birthDate).length),
      aeehChildren,
      recordedAt: calendar.dayAt(-random.between(20, 40)).at(11 * 60),
    });
  }
};

/** Fills in what the family receives and what it lives on. */
export const addBenefits = (maker: Maker, household: Household, isShowcase: boolean): void => {
  household.entitlements.push(...rsaOf(maker, household, isShowcase), ...otherSchemes(maker, household));
  const aeehChildren = household.entitlements.filter(({ scheme }) => scheme === 'AEEH').length;
  addResources(maker, household, aeehChildren, isShowcase);
};
