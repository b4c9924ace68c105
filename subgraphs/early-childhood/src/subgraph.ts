import { defineSubgraph } from '@relais/platform/graphql/subgraph.ts';
import { BookingResolver } from './bookings/booking.resolver.ts';
import { CentreResolver } from './centres/centre.resolver.ts';
import { SectionResolver } from './centres/section.resolver.ts';
import { entities, migrations } from './database.ts';
import { DistrictResolver } from './districts/district.resolver.ts';
import { AdultResolver } from './families/adult.resolver.ts';
import { ChildResolver } from './families/child.resolver.ts';
import { FamilyResolver } from './families/family.resolver.ts';
import { RegistrationResolver } from './families/registration.resolver.ts';
import { createLoaders } from './loaders.ts';
import { permissions } from './permissions.ts';
import { PlacementResolver } from './placements/placement.resolver.ts';
import { references } from './references.ts';

export const subgraph = defineSubgraph({
  name: 'early-childhood',
  resolvers: [
    AdultResolver,
    BookingResolver,
    CentreResolver,
    ChildResolver,
    DistrictResolver,
    FamilyResolver,
    PlacementResolver,
    RegistrationResolver,
    SectionResolver,
  ],
  orphanedTypes: [],
  entities,
  migrations,
  loaders: createLoaders,
  references,
  permissions,
  publishes: {
    employment: ['relais.family.changed.v1', 'relais.cover.changed.v1'],
    'social-protection': ['relais.family.changed.v1', 'relais.cover.changed.v1'],
  },
  receives: {},
});
