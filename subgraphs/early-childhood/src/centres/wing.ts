/** Where: districts and centres. Of another wing it reads `closures`, which care writes. */
import { signedInAs } from '@relais/platform/auth/signed-in.ts';
import {
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
} from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { byId, type LoaderSource, type Wing } from '@relais/platform/wing.ts';
import { BRING_TERMS_INTO_FORCE, bringTermsIntoForce } from './centres/bring-terms-into-force.ts';
import { centreById, closuresDuring, sectionById, sectionsOfCentres } from './centres/centre.queries.ts';
import { CentreResolver } from './centres/centre.resolver.ts';
import { Centre } from './centres/centre.ts';
import { Closure } from './centres/closure.ts';
import { SectionResolver } from './centres/section.resolver.ts';
import { Section } from './centres/section.ts';
import { CitySettingsResolver } from './city-settings/city-settings.resolver.ts';
import { CitySettings } from './city-settings/city-settings.ts';
import { knownDistrict, outlinesOf, readDistricts, servicesOf } from './districts/district.queries.ts';
import { DistrictResolver } from './districts/district.resolver.ts';
import { District } from './districts/district.ts';
import { DistrictService } from './districts/district-service.ts';
import { Me, MeResolver } from './me/me.resolver.ts';

/** There are 11: the first field that asks for one brings them all, and only one that is not among them is asked for again. */
const districtLoader = ({ db, batches }: LoaderSource) => {
  const loader = loaderById(batches, () => readDistricts(db));
  return { load: async (id: string) => knownDistrict(db, id) ?? loader.load(id) };
};

const loaders = (source: LoaderSource) => {
  const { db, batches, reading } = source;
  return {
    districts: districtLoader(source),
    outlineOfDistrict: loaderById(batches, (ids) => outlinesOf(db, ids)),
    serviceOfDistrict: loaderBy(
      batches,
      async (ids: readonly string[]) => {
        const services = await servicesOf(db, ids);
        return ids.map((id) => services.find(({ districtId }) => districtId === id) ?? null);
      },
      (id) => id,
    ),
    centres: reading.loader(centreById),
    sections: reading.loader(sectionById),
    sectionsOfCentre: loaderOfMany(
      batches,
      (ids) => sectionsOfCentres(db, ids),
      (section) => section.centreId,
    ),
    closuresOfCentre: loaderWithArguments(
      batches,
      (ids, days: Days) => closuresDuring(db, ids, days),
      (closure) => closure.centreId,
    ),
  };
};

export type Loaders = ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const centres: Wing<Loaders> = {
  resolvers: [DistrictResolver, CentreResolver, SectionResolver, CitySettingsResolver, MeResolver],
  entities: [District, DistrictService, Centre, Section, Closure, CitySettings],
  loaders,
  links: { Section: { centre: { loader: 'centres', key: 'centreId' } } },
  references: {
    Me: (_reference, { user }) => signedInAs(new Me(), user),
    Centre: byId(({ centres }) => centres),
    District: byId(({ districts }) => districts),
    Section: byId(({ sections }) => sections),
  },
  jobs: { [BRING_TERMS_INTO_FORCE]: bringTermsIntoForce },
  sights: { Me: 'OPEN', Centre: 'OPEN', District: 'OPEN', Section: 'OPEN' },
  concerns: {
    Address: 'OPEN',
    Area: 'OPEN',
    Closure: 'OPEN',
    CitySettings: 'OPEN',
    PriorityBand: 'OPEN',
    PriorityWeights: 'OPEN',
    DistrictService: 'OPEN',
    CentreToCome: 'OPEN',
    SectionToCome: 'OPEN',
    HourlyPlaces: 'OPEN',
    EmergencyPlaces: 'OPEN',
    OpeningHours: 'OPEN',
    Position: 'OPEN',
  },
};
