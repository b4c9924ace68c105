/** Where there is room, and why. Reads bookings, placements, centres, closures and families of the wings below. */
import { loaderBy } from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../care/wing.ts';
import type { Gap } from '../cover/childcare-cover/childcare-cover.ts';
import { CareMissResolver, CareOptionResolver } from './care-options/care-option.resolver.ts';
import { CareOptionsResolver } from './care-options/care-options.resolver.ts';
import { loadGapOptions } from './care-options/find-care-options.ts';
import { GapResolver } from './care-options/gap.resolver.ts';

const loaders = ({ db, batches, now }: LoaderSource) => ({
  optionsOfGap: loaderBy(
    batches,
    (gaps: readonly Gap[]) => loadGapOptions(db, gaps, now),
    ({ childId, startsAt, endsAt }) => `${childId} ${startsAt.getTime()} ${endsAt.getTime()}`,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const options: Wing<Loaders> = {
  resolvers: [CareOptionsResolver, CareOptionResolver, CareMissResolver, GapResolver],
  loaders,
  // Whose child it is asked for notes itself: an option is of a section.
  concerns: {
    CareMiss: 'OPEN',
    CareMissObstacle: 'OPEN',
    CareOption: 'OPEN',
    CareOptionReason: 'OPEN',
    CareOptions: 'OPEN',
  },
};
