import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Adult } from '../../families/families/adult.ts';
import type { AlertsOfChild } from '../../families/families/care-alerts.queries.ts';
import { Child } from '../../families/families/child.ts';
import { adultsOfFamilies, childrenOfFamilies } from '../../families/families/family.queries.ts';
import type { Family } from '../../families/families/family.ts';
import { FamilyHome } from '../../families/family-addresses/family-home.ts';
import { isSameAdult } from './add-adult.ts';
import { isSameChild } from './add-child.ts';

/** Its members in the order in which they were sent. */
export type Household = { readonly family: Family; readonly adults: Adult[]; readonly children: Child[] };

/** With what is kept apart from them. */
export type AskedHousehold = Household & {
  readonly home: FamilyHome;
  readonly alerts: readonly AlertsOfChild[];
};

const isSameFamily = (one: Family, other: Family): boolean =>
  one.displayName === other.displayName &&
  one.householdKind === other.householdKind &&
  one.districtId === other.districtId;

const isSameAddress = (one: FamilyHome, other: FamilyHome): boolean =>
  one.address.street === other.address.street &&
  one.address.postalCode === other.address.postalCode &&
  one.address.city === other.address.city;

/** Every member asked for is there; members who joined since do not matter. */
export const isSameHousehold = async (
  tx: Transaction,
  earlier: Family,
  asked: AskedHousehold,
): Promise<boolean> => {
  const home = await tx.findOneBy(FamilyHome, { familyId: earlier.id });
  const adults = await tx.findBy(Adult, { familyId: earlier.id });
  const children = await tx.findBy(Child, { familyId: earlier.id });
  return (
    isSameFamily(earlier, asked.family) &&
    home !== null &&
    isSameAddress(home, asked.home) &&
    asked.adults.every((adult) => adults.some((known) => isSameAdult(known, adult))) &&
    asked.children.every((child) => children.some((known) => isSameChild(known, child)))
  );
};

/** Those asked for, in that order, then those who joined since. */
const asSent = <Member>(
  members: readonly Member[],
  asked: readonly Member[],
  isSame: (one: Member, other: Member) => boolean,
): Member[] => {
  const placeOf = (member: Member): number => {
    const place = asked.findIndex((each) => isSame(member, each));
    return place === -1 ? asked.length : place;
  };
  return members.toSorted((one, other) => placeOf(one) - placeOf(other));
};

/** The file as it is now. */
export const registeredBefore = async (
  tx: Transaction,
  family: Family,
  asked: Household,
): Promise<Household> => {
  const [children = []] = await childrenOfFamilies(tx, [family.id]);
  const adults = await adultsOfFamilies(tx, [family.id]);
  return {
    family,
    adults: asSent(adults, asked.adults, isSameAdult),
    children: asSent(children, asked.children, isSameChild),
  };
};
