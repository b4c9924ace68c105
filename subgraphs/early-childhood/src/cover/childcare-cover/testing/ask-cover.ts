import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import type { KnownMilestone } from '../../known-milestones/known-milestone.ts';

const COVER = `{
  childcareCover {
    status laterStatus neededFrom neededTo
    children { child { id firstName } status laterStatus gaps { startsAt endsAt } }
    notedAfterwards { notedAt kind sentence }
  }
}`;

/** A milestone as the gateway hands it over. */
export const referenceTo = ({
  id,
  familyId,
  startsAt,
  endsAt,
  travelMinutes,
}: Omit<KnownMilestone, 'status' | 'version' | 'advisorId' | 'seriesId'>) => ({
  id,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  travelMinutes,
  family: { __typename: 'Family', id: familyId },
});

/** Asks the cover of milestones as the gateway does. */
export const askCover = (
  graph: TestSubgraph,
  milestones: readonly Readonly<Record<string, unknown>>[],
  as: TestUser = coordinator(),
) => graph.resolveReferences('Milestone', milestones, COVER, as);
