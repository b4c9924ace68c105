import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isLanguageTag } from '@relais/platform/language-tag.rules.ts';
import { asWritten, eachOnce } from '@relais/platform/names.rules.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { adultReasons } from '../../families/families/adult.reasons.ts';
import type { childReasons } from '../../families/families/child.reasons.ts';
import type { names, placeReasons } from '../../families/families/family.reasons.ts';
import type { HouseholdKind } from '../../families/families/household-kind.ts';
import { internationalPhone } from '../../families/families/phone.rules.ts';
import type { familyReasons, joiningReasons } from './registration.reasons.ts';

export type AdultFacts = {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: Temporal.PlainDate | null;
  readonly phone?: string | null;
  readonly preferredLanguage: string;
};

type CollectorFacts = { readonly name: string; readonly phone?: string | null };

export type ChildFacts = {
  readonly firstName?: string | null;
  readonly lastName: string;
  readonly birthDate?: Temporal.PlainDate | null;
  readonly expectedDate?: Temporal.PlainDate | null;
  readonly mayBeCollectedBy?: readonly string[];
  readonly collectors?: readonly CollectorFacts[] | null;
  readonly careAlerts?: readonly string[];
  readonly vaccinationCheckedOn?: Temporal.PlainDate | null;
};

export type FamilyFacts = {
  readonly displayName?: string | null;
  readonly householdKind: HouseholdKind;
  readonly address: { readonly street: string; readonly postalCode: string; readonly city: string };
  readonly position?: { readonly latitude: number; readonly longitude: number } | null;
};

type ChildRefusal = Word<typeof childReasons>;

const AGE_OF_MAJORITY_YEARS = 18;
/** A birth is announced at most this long before, and written down at most this long after it was expected. */
const LONGEST_EXPECTATION = { months: 10 };
const LONGEST_DELAY = { months: 2 };

/** Longer than any name that is borne; what is longer was pasted by mistake. */
const LONGEST_NAME = 150;
const LONGEST_ADDRESS_LINE = 250;
const LONGEST_ENTRY = 500;
const MOST_ENTRIES = 30;

const isBlank = (text: string | null | undefined): boolean => asWritten(text ?? '') === '';

/** The name of a family in lists, from its adults, when none was given. */
export const displayNameOf = (adults: readonly Pick<AdultFacts, 'lastName'>[]): string =>
  eachOnce(adults.map(({ lastName }) => asWritten(lastName))).join(' - ');

/** Why these names cannot be written down; those that are absent hinder nothing. */
export const nameRefusal = (written: readonly (string | null | undefined)[]): Word<typeof names> | null => {
  const given = written.filter((name) => typeof name === 'string');
  if (given.some(isBlank)) return 'NAME_MISSING';
  return given.some((name) => name.length > LONGEST_NAME) ? 'NAME_TOO_LONG' : null;
};

export const adultRefusal = (
  adult: AdultFacts,
  today: Temporal.PlainDate,
): Word<typeof adultReasons> | null => {
  const refusal = nameRefusal([adult.firstName, adult.lastName]);
  if (refusal) return refusal;
  if (adult.birthDate && isBefore(today, adult.birthDate)) return 'BIRTH_DATE_IN_THE_FUTURE';
  if (adult.phone && internationalPhone(adult.phone) === null) return 'PHONE_NOT_UNDERSTOOD';
  if (!isLanguageTag(adult.preferredLanguage)) return 'LANGUAGE_NOT_UNDERSTOOD';
  return null;
};

const isPlausiblyExpected = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  !isBefore(day, today.subtract(LONGEST_DELAY)) && !isBefore(today.add(LONGEST_EXPECTATION), day);

const birthRefusal = (birthDate: Temporal.PlainDate, today: Temporal.PlainDate): ChildRefusal | null => {
  if (isBefore(today, birthDate)) return 'BIRTH_DATE_IN_THE_FUTURE';
  return isBefore(today, birthDate.add({ years: AGE_OF_MAJORITY_YEARS })) ? null : 'NOT_A_CHILD';
};

/** An expected child may have no first name yet, however that is written. */
const namesOf = ({ firstName, lastName, birthDate }: ChildFacts) =>
  birthDate || !isBlank(firstName) ? [firstName, lastName] : [lastName];

const isTooMuch = (entries: readonly string[] = []): boolean =>
  entries.length > MOST_ENTRIES || entries.some((entry) => entry.length > LONGEST_ENTRY);

const collectorRefusal = (collectors: readonly CollectorFacts[]): ChildRefusal | null => {
  if (collectors.some(({ name }) => isBlank(name))) return 'NAME_MISSING';
  const isUnderstood = collectors.every(({ phone }) => !phone || internationalPhone(phone) !== null);
  return isUnderstood ? null : 'PHONE_NOT_UNDERSTOOD';
};

/** Why what is written of a child cannot be kept, whenever it was or will be born. */
const writtenRefusal = (child: ChildFacts, today: Temporal.PlainDate): ChildRefusal | null => {
  const { mayBeCollectedBy, careAlerts, vaccinationCheckedOn } = child;
  const refusal = child.birthDate && !child.firstName ? 'NAME_MISSING' : nameRefusal(namesOf(child));
  if (refusal) return refusal;
  const collectors = child.collectors ?? [];
  const all = eachOnce([...(mayBeCollectedBy ?? []), ...collectors.map(({ name }) => name)]);
  const lists = [mayBeCollectedBy, all, careAlerts];
  if (lists.some((each) => isTooMuch(each))) return 'TOO_MUCH_TEXT';
  if (vaccinationCheckedOn && isBefore(today, vaccinationCheckedOn)) return 'VACCINATION_IN_THE_FUTURE';
  return collectorRefusal(collectors);
};

export const childRefusal = (child: ChildFacts, today: Temporal.PlainDate): ChildRefusal | null => {
  const { birthDate, expectedDate } = child;
  if (Boolean(birthDate) === Boolean(expectedDate)) return 'BIRTH_OR_EXPECTED_DATE_NEEDED';
  const refusal = writtenRefusal(child, today);
  if (refusal) return refusal;
  if (expectedDate && !isPlausiblyExpected(expectedDate, today)) return 'EXPECTED_DATE_NOT_PLAUSIBLE';
  return birthDate ? birthRefusal(birthDate, today) : null;
};

/** Who comes later is added then: what counts from a day is computed when it is written down. */
export const joiningRefusal = (
  joinedOn: Temporal.PlainDate | null | undefined,
  today: Temporal.PlainDate,
): Word<typeof joiningReasons> | null =>
  joinedOn && isBefore(today, joinedOn) ? 'JOINS_ON_A_COMING_DAY' : null;

const isOnTheMap = ({ latitude, longitude }: { latitude: number; longitude: number }): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const isAddressLine = (line: string): boolean => !isBlank(line) && line.length <= LONGEST_ADDRESS_LINE;

/** Why nobody can live there. */
export const placeRefusal = ({
  address,
  position,
}: Pick<FamilyFacts, 'address' | 'position'>): Word<typeof placeReasons> | null => {
  if (!isAddressLine(address.street) || !isAddressLine(address.city)) return 'ADDRESS_NOT_UNDERSTOOD';
  if (!/^\d{5}$/.test(address.postalCode)) return 'ADDRESS_NOT_UNDERSTOOD';
  if (position && !isOnTheMap(position)) return 'POSITION_NOT_ON_THE_MAP';
  return null;
};

export const familyRefusal = (
  family: FamilyFacts,
  adults: readonly AdultFacts[],
): Word<typeof familyReasons> | null => {
  if (adults.length === 0) return 'ADULT_MISSING';
  return nameRefusal([family.displayName]) ?? placeRefusal(family);
};
