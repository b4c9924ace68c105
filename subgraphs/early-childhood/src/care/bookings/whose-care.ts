import type { Child } from '../../families/families/child.ts';
import { familiesOfChild } from '../../families/families/family-sights.ts';
import type { Context as FamiliesContext } from '../../families/wing.ts';
import type { Permission } from '../../permissions.ts';
import type { Booking } from './booking.ts';
import { whoseCare } from './whose-care.rules.ts';

/** Care of a child, and the family that pays it. */
export type PaidCare = { readonly childId: string; readonly familyId: string };

/** Of which families it is, to who reads it. */
export const familiesReadingCare = async (
  { childId, familyId }: PaidCare,
  context: FamiliesContext,
): Promise<readonly string[]> => whoseCare(await familiesOfChild(childId, context), familyId);

const READS: Permission = 'care:read';

/** Of a child's care what is read in its file: what the file paid that it had before to who sees that one too. Nearly always all is its own. */
export const careOfFile = async <Care extends PaidCare>(
  { id, familyId }: Child,
  care: readonly Care[],
  context: FamiliesContext,
): Promise<Care[]> => {
  if (care.every((each) => each.familyId === familyId)) return [...care];
  const families = await familiesOfChild(id, context);
  const shown: Care[] = [];
  for (const each of care)
    if (families.includes(each.familyId) || (await context.sight.sees(READS, [each.familyId])))
      shown.push(each);
  return shown;
};

/** Whether care of a child that one family pays leads to what is of another: where the child is of both. */
export const leadsTo = async (
  { childId, familyId }: PaidCare,
  other: string,
  context: FamiliesContext,
): Promise<boolean> => {
  if (familyId === other) return true;
  const families = await familiesOfChild(childId, context);
  return families.includes(familyId) && families.includes(other);
};

/** Of the bookings made for a milestone those that are care of its family: it may have another file now than when they were made. */
export const servingOf = async (
  bookings: readonly Booking[],
  familyId: string,
  context: FamiliesContext,
): Promise<readonly Booking[]> => {
  if (bookings.every((each) => each.familyId === familyId)) return bookings;
  // Employment may still name a file that was merged.
  const family = await context.loaders.families.load(familyId);
  if (!family) return [];
  const shown = await Promise.all(bookings.map((each) => leadsTo(each, family.id, context)));
  return bookings.filter((_booking, index) => shown[index]);
};
