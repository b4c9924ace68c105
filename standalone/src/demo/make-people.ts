import type { Calendar } from './calendar.ts';
import type { DemoDistrict } from './care-desk.ts';
import type { Day, DemoAdult, DemoChild, DemoFamily } from './demo-family.ts';
import { childrensNames, languages, mensNames, streets, surnames, womensNames } from './names.ts';
import type { Random } from './random.ts';
import type { ChildKind } from './stories.ts';

export type Maker = {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly newId: () => string;
};

const LONE_PARENTS = 0.62;
const WOMEN = 0.88;
const POSTAL_CODES = ['44000', '44100', '44200', '44300'] as const;
/** About 600 m: within the district, at nobody's door. */
const SCATTER_DEGREES = 0.006;

/** Numbers that no subscriber can have (ARCEP keeps them for fiction). */
const phone = (random: Random): string => `+33639980${String(random.between(0, 999)).padStart(3, '0')}`;

/** Nobody in a family is called as somebody else in it. */
const nameOtherThan = (random: Random, names: readonly string[], taken: readonly (string | null)[]): string =>
  random.pick(names.filter((name) => !taken.includes(name)));

const makeAdult = (
  { random, calendar, newId }: Maker,
  lastName: string,
  isWoman: boolean,
  taken: readonly string[] = [],
): DemoAdult => {
  const preferredLanguage = random.pick(languages);
  return {
    id: newId(),
    firstName: nameOtherThan(random, isWoman ? womensNames : mensNames, taken),
    lastName,
    birthDate: calendar.today.subtract({ years: random.between(20, 44), days: random.between(0, 364) }),
    phone: phone(random),
    preferredLanguage,
    needsInterpreter: preferredLanguage !== 'fr' && random.chance(0.4),
  };
};

const bornAgo = (today: Day, random: Random): Record<Exclude<ChildKind, 'EXPECTED'>, () => Day> => ({
  NEWBORN: () => today.subtract({ days: random.between(14, 55) }),
  TODDLER: () => today.subtract({ months: random.between(5, 29), days: random.between(0, 27) }),
  PUPIL: () => today.subtract({ months: random.between(38, 64), days: random.between(0, 27) }),
  OLDER: () => today.subtract({ months: random.between(76, 150), days: random.between(0, 27) }),
  TURNING_SIX: () => today.add({ days: random.between(4, 9) }).subtract({ years: 6 }),
});

const makeExpected = ({ random, calendar, newId }: Maker, lastName: string): DemoChild => ({
  id: newId(),
  firstName: null,
  lastName,
  birthDate: null,
  // Later than any milestone of the demo, so that it changes no cover by being born.
  expectedDate: calendar.today.add({ days: random.between(40, 150) }),
  mayBeCollectedBy: [],
  careAlerts: [],
  vaccinationCheckedOn: null,
});

type Siblings = { readonly lastName: string; readonly children: readonly DemoChild[] };

const ALERTS = [
  'Allergie aux arachides',
  'Asthme léger, ventoline dans le sac',
  'Intolérance au lactose',
] as const;

export const makeChild = (maker: Maker, kind: ChildKind, { lastName, children }: Siblings): DemoChild => {
  if (kind === 'EXPECTED') return makeExpected(maker, lastName);
  const { random, calendar, newId } = maker;
  const birthDate = bornAgo(calendar.today, random)[kind]();
  const hasHelper = random.chance(0.3);
  return {
    id: newId(),
    firstName: nameOtherThan(
      random,
      childrensNames,
      children.map(({ firstName }) => firstName),
    ),
    lastName,
    birthDate,
    expectedDate: null,
    mayBeCollectedBy: hasHelper ? [`${random.pick(womensNames)} ${random.pick(surnames)}`] : [],
    careAlerts: random.chance(0.12) ? [random.pick(ALERTS)] : [],
    vaccinationCheckedOn: random.chance(0.7)
      ? calendar.today.subtract({
          days: random.between(1, Math.min(200, birthDate.until(calendar.today).days)),
        })
      : null,
  };
};

const makeAdults = (maker: Maker, lastName: string, isCouple: boolean): DemoAdult[] => {
  const { random } = maker;
  const first = makeAdult(maker, lastName, random.chance(WOMEN));
  if (!isCouple) return [first];
  const otherName = random.chance(0.5) ? lastName : random.pick(surnames);
  return [first, makeAdult(maker, otherName, random.chance(0.12), [first.firstName])];
};

const nameOf = (adults: readonly DemoAdult[], lastName: string): string => {
  const [first, second] = adults;
  if (!second || second.lastName === lastName) return `${lastName} ${first?.firstName ?? ''}`.trim();
  return `${lastName} et ${second.lastName}`;
};

export type Household = Omit<DemoFamily, 'children' | 'shared'> & {
  readonly lastName: string;
  children: DemoChild[];
  shared: DemoFamily['shared'][number][];
};

const nothingOnFile = () => ({
  children: [],
  shared: [],
  placements: [],
  bookings: [],
  arrangements: [],
  entitlements: [],
  resources: [],
  jobSeekers: [],
  milestones: [],
  returnsToWork: [],
  followUps: [],
});

const homeIn = (
  district: DemoDistrict,
  random: Random,
): Pick<DemoFamily, 'address' | 'position' | 'districtId'> => {
  const near = (degrees: number) =>
    Number((degrees + (random.next() - 0.5) * 2 * SCATTER_DEGREES).toFixed(5));
  return {
    address: {
      street: `${random.between(1, 120)} ${random.pick(streets)}`,
      postalCode: POSTAL_CODES[district.number % POSTAL_CODES.length] ?? POSTAL_CODES[0],
    },
    position: { latitude: near(district.position.latitude), longitude: near(district.position.longitude) },
    districtId: district.id,
  };
};

/** A family with its adults; everything else is still to come. */
export const makeHousehold = (maker: Maker, reference: string, district: DemoDistrict): Household => {
  const { random, calendar, newId } = maker;
  const isCouple = !random.chance(LONE_PARENTS);
  const lastName = random.pick(surnames);
  const adults = makeAdults(maker, lastName, isCouple);
  return {
    id: newId(),
    reference,
    lastName,
    displayName: nameOf(adults, lastName),
    householdKind: isCouple ? 'COUPLE' : 'LONE_PARENT',
    ...homeIn(district, random),
    registeredAt: calendar.dayAt(-random.between(520, 1_100)).at(random.between(16, 34) * 30),
    adults,
    ...nothingOnFile(),
  };
};
