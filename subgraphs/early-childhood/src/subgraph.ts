import { sqlFilesIn } from '@relais/platform/database/sql-files.ts';
import { objectionsChangedEvent, receiveObjections } from '@relais/platform/objections/tell-objections.ts';
import { knownProfessionals, knowSignedIn } from '@relais/platform/professionals/professional-changed.ts';
import { defineSubgraph } from '@relais/platform/subgraph.ts';
import { wings } from '@relais/platform/wing.ts';
import { schoolTermsWarning } from './care/own-arrangements/school-terms-end.ts';
import { care } from './care/wing.ts';
import { centres } from './centres/wing.ts';
import { changesTold } from './changes-told.ts';
import { coverChangedEvent } from './cover/childcare-cover/publish-cover.ts';
import { cover } from './cover/wing.ts';
import { keeper } from './desk/objections/forget-objected.ts';
import { desk, type Loaders } from './desk/wing.ts';
import { childrenChangedEvent } from './families/families/publish-children.ts';
import { familyChangedEvent } from './families/families/publish-family.ts';
import { familyLookedUpEvent } from './families/family-lookups/publish-lookup.ts';
import { families } from './families/wing.ts';
import { history } from './history/wing.ts';
import { household } from './household/wing.ts';
import { options } from './options/wing.ts';
import { categories, changers, permissions } from './permissions.ts';
import { republishFamilies } from './republish-families.ts';
import { offerChangedEvent } from './requests/care-offers/publish-offers.ts';
import { requests } from './requests/wing.ts';
import { walls } from './walls.ts';

export const subgraph = defineSubgraph({
  name: 'early-childhood',
  ...wings<Loaders>(
    knownProfessionals,
    centres,
    families,
    history,
    cover,
    care,
    options,
    requests,
    household,
    desk,
    { receives: { [objectionsChangedEvent.type]: receiveObjections(keeper, republishFamilies) } },
  ),
  migrations: [...sqlFilesIn('early-childhood', new URL('../migrations/', import.meta.url)), walls],
  permissions,
  changers,
  categories,
  publishes: {
    employment: [familyChangedEvent.type, coverChangedEvent.type],
    'social-protection': [
      familyChangedEvent.type,
      childrenChangedEvent.type,
      familyLookedUpEvent.type,
      coverChangedEvent.type,
      offerChangedEvent.type,
    ],
  },
  rebuild: republishFamilies,
  changesTold,
  warnings: schoolTermsWarning,
  signIn: knowSignedIn,
});
