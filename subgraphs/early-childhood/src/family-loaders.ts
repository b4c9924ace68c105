import type { Database } from '@relais/platform/database/database.ts';
import { loaderBy, loaderById, loaderOfMany, type Waves } from '@relais/platform/database/loaders.ts';
import {
  adultsByIds,
  adultsOfFamilies,
  childrenByIds,
  childrenOfFamilies,
  familiesByIds,
  formerAdultsOfFamilies,
  formerChildrenOfFamilies,
} from './families/family.queries.ts';
import { formerAddressesOf } from './family-addresses/family-address.queries.ts';

/** The loaders of who belongs to a family and where it lives. */
export const familyLoaders = (db: Database, waves: Waves) => ({
  families: loaderById(waves, (ids) => familiesByIds(db, ids)),
  adults: loaderById(waves, (ids) => adultsByIds(db, ids)),
  children: loaderById(waves, (ids) => childrenByIds(db, ids)),
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
