import { isDay } from '../../time/city-time.rules.ts';

/** What was asked before a file is made. */
export type Asked = { readonly surname: string; readonly birthDate: string };

const HOLDS_MS = 600_000;

/** Somebody else may have made the file since. */
export const isRecent = (at: number, now: number): boolean => now - at < HOLDS_MS;

export type AdultDraft = {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly language: string;
  readonly needsInterpreter: boolean;
};

export type ChildDraft = {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly date: string;
  /** The date is the one on which it is expected. */
  readonly isExpected: boolean;
};

export type HouseholdKind = 'COUPLE' | 'LONE_PARENT';

export type Draft = {
  /** As it was chosen; by the number of adults until then. */
  readonly householdKind: HouseholdKind | undefined;
  readonly adults: readonly AdultDraft[];
  readonly children: readonly ChildDraft[];
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly districtId: string;
};

export const newAdult = (key: string, lastName: string): AdultDraft => ({
  key,
  firstName: '',
  lastName,
  phone: '',
  language: 'fr',
  needsInterpreter: false,
});

export const newChild = (key: string, lastName: string, date = ''): ChildDraft => ({
  key,
  firstName: '',
  lastName,
  date,
  isExpected: false,
});

/** One adult and one child, called as was asked. */
export const draftOf = ({ surname, birthDate }: Asked, keyOf: () => string): Draft => ({
  householdKind: undefined,
  adults: [newAdult(keyOf(), surname)],
  children: [newChild(keyOf(), surname, birthDate)],
  street: '',
  postalCode: '',
  city: 'Nantes',
  districtId: '',
});

export type Lack = 'ADULT_NAME' | 'CHILD_NAME' | 'CHILD_DATE' | 'ADDRESS';

const isBlank = (text: string): boolean => text.trim() === '';

/** An expected child may have no first name yet. */
const isNameless = ({ firstName, lastName, isExpected }: ChildDraft): boolean =>
  isBlank(lastName) || (!isExpected && isBlank(firstName));

/** What the page itself sees missing; all else is for the graph to say. */
export const lackOf = ({ adults, children, street, postalCode, city }: Draft): Lack | undefined => {
  if (adults.some(({ firstName, lastName }) => isBlank(firstName) || isBlank(lastName))) return 'ADULT_NAME';
  if (children.some(isNameless)) return 'CHILD_NAME';
  if (!children.every(({ date }) => isDay(date))) return 'CHILD_DATE';
  return [street, postalCode, city].some(isBlank) ? 'ADDRESS' : undefined;
};

/** Who brings the children up: two adults do so together unless somebody says otherwise. */
export const householdOf = ({
  householdKind,
  adults,
}: Pick<Draft, 'householdKind' | 'adults'>): HouseholdKind =>
  householdKind ?? (adults.length > 1 ? 'COUPLE' : 'LONE_PARENT');

/** What has to have been asked before this is registered; nothing where no child is born yet. */
export const toAsk = ({ children }: Draft): Asked | undefined => {
  const born = children.find(({ isExpected }) => !isExpected);
  return born && { surname: born.lastName.trim(), birthDate: born.date };
};

export const isSameQuestion = (one: Asked, other: Asked): boolean =>
  one.birthDate === other.birthDate &&
  one.surname.trim().toLocaleLowerCase() === other.surname.trim().toLocaleLowerCase();

type Sent = { readonly id: string; readonly confirmed: boolean };

export const inputOf = (draft: Draft, sent: Sent) => ({
  ...sent,
  family: {
    householdKind: householdOf(draft),
    districtId: draft.districtId || null,
    address: {
      street: draft.street.trim(),
      postalCode: draft.postalCode.trim(),
      city: draft.city.trim(),
    },
  },
  adults: draft.adults.map(({ key, firstName, lastName, phone, language, needsInterpreter }) => ({
    id: key,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    phone: phone.trim() || null,
    preferredLanguage: language,
    needsInterpreter,
  })),
  children: draft.children.map(({ key, firstName, lastName, date, isExpected }) => ({
    id: key,
    firstName: firstName.trim() || null,
    lastName: lastName.trim(),
    birthDate: isExpected ? null : date,
    expectedDate: isExpected ? date : null,
  })),
});
