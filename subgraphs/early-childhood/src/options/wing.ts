/** Where there is room, and why. Reads bookings, placements, centres, closures and families of the wings below. */
import { loaderBy } from '@relais/platform/database/loaders.ts';
import { isUuid } from '@relais/platform/ids.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../care/wing.ts';
import type { Gap } from '../cover/childcare-cover/childcare-cover.ts';
import type { Permission } from '../permissions.ts';
import { CareMissResolver, CareOptionResolver } from './care-options/care-option.resolver.ts';
import { CareOptionsResolver } from './care-options/care-options.resolver.ts';
import { loadGapOptions } from './care-options/find-care-options.ts';
import { GapResolver } from './care-options/gap.resolver.ts';
import type { ForecastAsked } from './cover-forecast/cover-forecast.queries.ts';
import { CoverForecastResolver } from './cover-forecast/cover-forecast.resolver.ts';
import { findCoverForecasts } from './cover-forecast/find-cover-forecasts.ts';
import { JobSeekerReference, jobSeekerReference } from './cover-forecast/job-seeker-reference.ts';

const loaders = ({ db, batches, now }: LoaderSource) => ({
  optionsOfGap: loaderBy(
    batches,
    (gaps: readonly Omit<Gap, 'child'>[]) => loadGapOptions(db, gaps, now),
    ({ childId, startsAt, endsAt }) => `${childId} ${startsAt.getTime()} ${endsAt.getTime()}`,
  ),
  coverForecasts: loaderBy(
    batches,
    (asked: readonly ForecastAsked[]) => findCoverForecasts(db, asked, now),
    ({ familyId, startsAt, endsAt, travelMinutes }) =>
      `${familyId} ${startsAt.getTime()} ${endsAt.getTime()} ${travelMinutes}`,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const options: Wing<Loaders> = {
  resolvers: [CareOptionsResolver, CareOptionResolver, CareMissResolver, GapResolver, CoverForecastResolver],
  orphanedTypes: [JobSeekerReference],
  references: { JobSeeker: jobSeekerReference },
  // Employment says of which family it is, with each question.
  sights: {
    JobSeeker: {
      permission: 'milestone:know' satisfies Permission,
      families: ({ family }: JobSeekerReference) => (family && isUuid(family.id) ? [family.id] : []),
    },
  },
  loaders,
  // Whose child it is asked for notes itself: an option is of a section.
  concerns: {
    CareMiss: 'OPEN',
    CareMissObstacle: 'OPEN',
    CareOption: 'OPEN',
    CareOptionReason: 'OPEN',
    CareOptions: 'OPEN',
    // Beside a job seeker, who notes themselves.
    ChildForecast: 'OPEN',
    CoverForecast: 'OPEN',
    DayForecast: 'OPEN',
    ForecastHours: 'OPEN',
  },
};
