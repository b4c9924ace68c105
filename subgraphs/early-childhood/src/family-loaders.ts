import type { Database } from '@relais/platform/database/database.ts';
import { type Batches, loaderBy, loaderOfMany } from '@relais/platform/database/loaders.ts';
import { Adult } from './families/families/adult.ts';
import { Child } from './families/families/child.ts';
import {
  adultsOfFamilies,
  childrenOfFamilies,
  formerAdultsOfFamilies,
  formerChildrenOfFamilies,
  survivorsOf,
} from './families/families/family.queries.ts';
import { Family } from './families/families/family.ts';
import { formerAddressesOf } from './families/family-addresses/family-address.queries.ts';

/** The loaders of who belongs to a family and where it lives. */
export const familyLoaders = (db: Database, batches: Batches) => ({
  families: loaderBy(batches, (ids: readonly string[]) => survivorsOf(db, Family, ids)),
  adults: loaderBy(batches, (ids: readonly string[]) => survivorsOf(db, Adult, ids)),
  children: loaderBy(batches, (ids: readonly string[]) => survivorsOf(db, Child, ids)),
  adultsOfFamily: loaderOfMany(
    batches,
    (ids) => adultsOfFamilies(db, ids),
    (adult) => adult.familyId,
  ),
  childrenOfFamily: loaderBy(batches, (ids: readonly string[]) => childrenOfFamilies(db, ids)),
  formerAdultsOfFamily: loaderOfMany(
    batches,
    (ids) => formerAdultsOfFamilies(db, ids),
    (adult) => adult.familyId,
  ),
  formerChildrenOfFamily: loaderOfMany(
    batches,
    (ids) => formerChildrenOfFamilies(db, ids),
    (child) => child.familyId,
  ),
  formerAddressesOfFamily: loaderOfMany(
    batches,
    (ids) => formerAddressesOf(db, ids),
    (address) => address.familyId,
  ),
});
