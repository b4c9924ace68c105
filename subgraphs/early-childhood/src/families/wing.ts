/** Who: families, their members and homes. Of another wing it reads when districts are served. */
import { loaderBy, loaderOfMany, loaderWithArguments } from '@relais/platform/database/loaders.ts';
import { followersChangedEvent, receiveFollowersOf } from '@relais/platform/followers/tell-followers.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { byId, type LoaderSource, type Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../centres/wing.ts';
import { AdultResolver } from './families/adult.resolver.ts';
import { Adult } from './families/adult.ts';
import { careAlertsOf } from './families/care-alerts.queries.ts';
import { CareAlerts } from './families/care-alerts.ts';
import { ChildResolver } from './families/child.resolver.ts';
import { Child } from './families/child.ts';
import {
  adultById,
  adultsOfFamily,
  childById,
  childrenOfFamily,
  familiesWithFacts,
  familyByReference,
  formerAdultsOfFamily,
  formerChildrenOfFamily,
} from './families/family.queries.ts';
import { FamilyResolver } from './families/family.resolver.ts';
import { Family } from './families/family.ts';
import { type FamilySearch, familiesFound } from './families/family-search.queries.ts';
import { familyConcerns, familySights } from './families/family-sights.ts';
import { childrenChangedEvent } from './families/publish-children.ts';
import { familyChangedEvent } from './families/publish-family.ts';
import { whoTellsOfFollowers } from './families/who-tells-of-followers.ts';
import { addressProtectionsOf } from './family-addresses/address-protection.queries.ts';
import { AddressProtection } from './family-addresses/address-protection.ts';
import { formerAddressesOf, homesOf } from './family-addresses/family-address.queries.ts';
import {
  AddressesOfFamilyResolver,
  AddressProtectionResolver,
  FamilyAddressResolver,
} from './family-addresses/family-address.resolver.ts';
import { FamilyAddress } from './family-addresses/family-address.ts';
import { FamilyHome } from './family-addresses/family-home.ts';
import { FamilyLookupResolver } from './family-lookups/family-lookup.resolver.ts';
import { FamilyLookup } from './family-lookups/family-lookup.ts';
import { familyLookedUpEvent } from './family-lookups/publish-lookup.ts';
import { ResidencePeriod } from './shared-residence/residence-period.ts';
import {
  calendarOfChildren,
  familiesOfEach,
  sharedResidencesOf,
} from './shared-residence/shared-residence.queries.ts';
import {
  ChildResidenceResolver,
  HolidayHalvesResolver,
  ResidenceExceptionResolver,
  ResidencePeriodResolver,
  ResidenceRuleResolver,
  SharedResidenceResolver,
} from './shared-residence/shared-residence.resolver.ts';
import { SharedResidence } from './shared-residence/shared-residence.ts';

const familyLoaders = (source: LoaderSource) => ({
  families: loaderBy(source.batches, (ids: readonly string[]) => familiesWithFacts(source, ids)),
  familyByReference: (typed: string) => familyByReference(source, typed),
  familiesFound: (search: FamilySearch) => familiesFound({ ...source, db: source.lists }, search),
});

const loaders = ({ db, batches, reading, ...source }: LoaderSource) => ({
  ...familyLoaders({ db, batches, reading, ...source }),
  adults: reading.loader(adultById),
  children: reading.loader(childById),
  adultsOfFamily: reading.loader(adultsOfFamily),
  childrenOfFamily: reading.loader(childrenOfFamily),
  formerAdultsOfFamily: reading.loader(formerAdultsOfFamily),
  formerChildrenOfFamily: reading.loader(formerChildrenOfFamily),
  homeOfFamily: loaderBy(batches, (ids: readonly string[]) => homesOf(db, ids)),
  careAlertsOfChild: loaderBy(batches, (ids: readonly string[]) => careAlertsOf(db, ids)),
  formerAddressesOfFamily: loaderOfMany(
    batches,
    (ids) => formerAddressesOf(db, ids),
    (address) => address.familyId,
  ),
  addressProtectionsOfFamily: loaderOfMany(
    batches,
    (ids) => addressProtectionsOf(db, ids),
    ({ familyId }) => familyId,
  ),
  familiesOfChild: loaderBy(batches, (ids: readonly string[]) => familiesOfEach(db, ids)),
  sharedResidenceOfChild: loaderBy(batches, (ids: readonly string[]) => sharedResidencesOf(db, ids)),
  residenceCalendarOfChild: loaderWithArguments(
    batches,
    (ids, period: Period) => calendarOfChildren(db, ids, period),
    (period) => period.childId,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const families: Wing<Loaders> = {
  resolvers: [
    FamilyResolver,
    AdultResolver,
    ChildResolver,
    AddressProtectionResolver,
    AddressesOfFamilyResolver,
    FamilyAddressResolver,
    FamilyLookupResolver,
    ChildResidenceResolver,
    HolidayHalvesResolver,
    ResidenceExceptionResolver,
    ResidencePeriodResolver,
    ResidenceRuleResolver,
    SharedResidenceResolver,
  ],
  entities: [
    Family,
    Adult,
    Child,
    CareAlerts,
    FamilyAddress,
    FamilyHome,
    AddressProtection,
    FamilyLookup,
    SharedResidence,
    ResidencePeriod,
  ],
  loaders,
  links: {
    Family: {
      adults: { loader: 'adultsOfFamily', key: 'id' },
      children: { loader: 'childrenOfFamily', key: 'id' },
    },
  },
  references: {
    Adult: byId(({ adults }) => adults),
    Child: byId(({ children }) => children),
    Family: byId(({ families }) => families),
  },
  receives: {
    [followersChangedEvent.type]: receiveFollowersOf(whoTellsOfFollowers),
  },
  sights: familySights,
  concerns: familyConcerns,
  events: [familyChangedEvent, childrenChangedEvent, familyLookedUpEvent],
};
