import { newId } from '@relais/platform/ids.ts';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenCentre, givenSection } from '../../../centres/centres/centre.builder.ts';
import type { Section } from '../../../centres/centres/section.ts';
import { givenKnownMilestone } from '../../../cover/known-milestones/known-milestone.builder.ts';
import type { KnownMilestone } from '../../../cover/known-milestones/known-milestone.ts';
import { givenChild, givenFamily } from '../../../families/families/family.builder.ts';

const COVER = `mutation ($input: CoverMilestoneInput!) {
  coverMilestone(input: $input) {
    bookings { id child { id } section { id } family { id } kind status startsAt endsAt }
    cover { status children { gaps { startsAt } } }
    refusal { reason message }
    alternatives {
      child { id } kind startsAt endsAt
      options { section { id } isWholeTime startsAt endsAt reasons { sentence } }
      nearestMisses { section { id } obstacles { reason sentence } }
    }
  }
}`;

const UNCOVER = `mutation ($input: UncoverMilestoneInput!) {
  uncoverMilestone(input: $input) {
    bookings { id status version cancellationReason }
    cover { status }
    refusal { reason message }
  }
}`;

/** Asks to give back what covers a milestone. */
export const askToUncover = async (
  graph: TestSubgraph,
  { id }: Pick<KnownMilestone, 'id'>,
  { as = coordinator(), now, given = {} }: { as?: TestUser; now?: Date; given?: object } = {},
) => {
  const input = { milestoneId: id, reason: 'Entretien annulé.', ...given };
  const { data, errors } = await graph.query(UNCOVER, { input }, as, now ? { now } : {});
  return { ...data?.uncoverMilestone, errors };
};

/** Asks to cover a milestone as it was read. */
export const askToCover = async (
  graph: TestSubgraph,
  { id, version }: Pick<KnownMilestone, 'id' | 'version'>,
  { as = coordinator(), given = {} }: { as?: TestUser; given?: object } = {},
) => {
  const input = { milestoneId: id, milestoneVersion: version, ...given };
  const { data, errors } = await graph.query(COVER, { input }, as);
  return { ...data?.coverMilestone, errors };
};

/** An interview on Tuesday from 10:00 to 11:00, an hour's way, of a family with so many children. */
export const givenInterview = async (
  graph: TestSubgraph,
  children = 1,
  facts: Partial<KnownMilestone> = {},
) => {
  const { id: familyId } = await givenFamily(graph.db);
  const childIds: string[] = [];
  for (let born = 0; born < children; born += 1)
    childIds.push((await givenChild(graph.db, { familyId, id: newId() })).id);
  const milestone = await givenKnownMilestone(graph.db, { familyId, travelMinutes: 60, ...facts });
  return { milestone, childIds };
};

/** The only section of the city: any other is closed. */
export const givenOnlySection = async (
  graph: TestSubgraph,
  { authorisedPlaces = 10, ...facts }: Partial<Section> & { authorisedPlaces?: number } = {},
): Promise<Section> => {
  await graph.db.query("update centres set opening_hours = '[]'");
  const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces });
  return givenSection(graph.db, { centreId, ...facts });
};
