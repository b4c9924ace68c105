import type { Database } from '@relais/platform/database/database.ts';
import { loaderBy, loaderOfMany, type Waves } from '@relais/platform/database/loaders.ts';
import { Adult } from './families/adult.ts';
import { Child } from './families/child.ts';
import {
  adultsOfFamilies,
  childrenOfFamilies,
  formerAdultsOfFamilies,
  formerChildrenOfFamilies,
  survivorsOf,
} from './families/family.queries.ts';
import { Family } from './families/family.ts';
import { formerAddressesOf } from './family-addresses/family-address.queries.ts';

/** The loaders of who belongs to a family and where it lives. */
export const familyLoaders = (db: Database, waves: Waves) => ({
  families: loaderBy(waves, (ids: readonly string[]) => survivorsOf(db, Family, ids)),
  adults: loaderBy(waves, (ids: readonly string[]) => survivorsOf(db, Adult, ids)),
  children: loaderBy(waves, (ids: readonly string[]) => survivorsOf(db, Child, ids)),
  adultsOfFamily: loaderOfMany(
    waves,
    (ids) => adultsOfFamilies(db, ids),
    (adult) => adult.familyId,
  ),
  childrenOfFamily: loaderBy(waves, (ids: readonly string[]) => childrenOfFamilies(db, ids)),
  formerAdultsOfFamily: loaderOfMany(
    waves,
    (ids) => formerAdultsOfFamilies(db, ids),
    (adult) => adult.familyId,
  ),
  formerChildrenOfFamily: loaderOfMany(
    waves,
    (ids) => formerChildrenOfFamilies(db, ids),
    (child) => child.familyId,
  ),
  formerAddressesOfFamily: loaderOfMany(
    waves,
    (ids) => formerAddressesOf(db, ids),
    (address) => address.familyId,
  ),
});
