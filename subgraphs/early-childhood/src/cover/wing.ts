/** What care a milestone has. Above it lie `bookings`, `own_arrangements` and `school_periods`, which it reads in SQL only. */
import { loaderBy } from '@relais/platform/database/loaders.ts';
import { isUuid } from '@relais/platform/ids.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../history/wing.ts';
import type { Permission } from '../permissions.ts';
import {
  childrenNotLookedAt,
  type DayOfFamily,
  nameOfDay,
} from './childcare-cover/child-not-looked-at.queries.ts';
import { ChildNotLookedAtResolver } from './childcare-cover/child-not-looked-at.resolver.ts';
import type { AskedMilestone } from './childcare-cover/childcare-cover.queries.ts';
import { ChildcareCoverResolver } from './childcare-cover/childcare-cover.resolver.ts';
import { CoverNote } from './childcare-cover/cover-note.ts';
import { loadArrivingCovers } from './childcare-cover/load-childcare-covers.ts';
import { MilestoneResolver } from './childcare-cover/milestone.resolver.ts';
import { MilestoneReference, milestoneReference } from './childcare-cover/milestone-reference.ts';
import type { MilestoneWithoutCare } from './childcare-cover/milestone-without-care.ts';
import { MilestonesWithoutCareResolver } from './childcare-cover/milestones-without-care.resolver.ts';
import { NotedAfterwardsResolver } from './childcare-cover/noted-afterwards.resolver.ts';
import { coverChangedEvent } from './childcare-cover/publish-cover.ts';
import { PublishedCover } from './childcare-cover/published-cover.ts';
import { SealedCover } from './childcare-cover/sealed-cover.ts';
import { SettledCover } from './childcare-cover/settled-cover.ts';
import type { UncoveredMilestone } from './childcare-cover/uncovered-milestone.ts';
import { KnownMilestone } from './known-milestones/known-milestone.ts';
import { receiveMilestoneChange } from './known-milestones/receive-milestone-change.ts';

const loaders = ({ db, batches }: LoaderSource) => ({
  childcareCovers: loaderBy(
    batches,
    (milestones: readonly AskedMilestone[]) => loadArrivingCovers(db, milestones),
    ({ id }) => id,
  ),
  childrenNotLookedAt: loaderBy(
    batches,
    (days: readonly DayOfFamily[]) => childrenNotLookedAt(db, days),
    nameOfDay,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

/** Employment says of which family it is, with each question. */
const familyOfMilestone = ({ family }: MilestoneReference): string[] =>
  isUuid(family.id) ? [family.id] : [];

export const cover: Wing<Loaders> = {
  resolvers: [
    MilestoneResolver,
    ChildcareCoverResolver,
    MilestonesWithoutCareResolver,
    ChildNotLookedAtResolver,
    NotedAfterwardsResolver,
  ],
  orphanedTypes: [MilestoneReference],
  entities: [KnownMilestone, PublishedCover, SettledCover, SealedCover, CoverNote],
  loaders,
  references: { Milestone: milestoneReference },
  sights: { Milestone: { permission: 'milestone:know' satisfies Permission, families: familyOfMilestone } },
  concerns: {
    MilestoneWithoutCare: {
      permission: 'cover:read' satisfies Permission,
      families: ({ milestone }: MilestoneWithoutCare) => familyOfMilestone(milestone),
    },
    UncoveredMilestone: {
      permission: 'cover:read' satisfies Permission,
      families: ({ milestone }: UncoveredMilestone) => familyOfMilestone(milestone),
    },
    // Beside a milestone, or told with a change of its family, which is written down.
    ChildcareCover: 'OPEN',
    ChildCover: 'OPEN',
    ChildNotLookedAt: 'OPEN',
    Gap: 'OPEN',
    NotedAfterwards: 'OPEN',
  },
  receives: { 'relais.milestone.changed.v1': receiveMilestoneChange },
  events: [coverChangedEvent],
};
