import { newId } from '@relais/platform/ids.ts';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
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

const OCCURRENCES = `occurrences {
  milestone { id } startsAt
  bookings { id child { id } section { id } startsAt endsAt kind status cancellationReason }
  cover { status gaps { startsAt } } refusal { reason message }
  alternatives { child { id } nearestMisses { section { id } obstacles { reason } } options { section { id } } } }
refusal { reason message }`;
const COVER_SERIES = `mutation ($input: CoverMilestoneSeriesInput!) { coverMilestoneSeries(input: $input) { ${OCCURRENCES} } }`;
const UNCOVER_SERIES = `mutation ($input: UncoverMilestoneSeriesInput!) { uncoverMilestoneSeries(input: $input) { ${OCCURRENCES} } }`;

type AskedSeries = { as?: TestUser; given?: object };

/** Asks to cover a series, of which each milestone was never changed. */
export const askToCoverSeries = async (
  graph: TestSubgraph,
  { seriesId, milestones }: { readonly seriesId: string; readonly milestones: readonly unknown[] },
  { as = coordinator(), given = {} }: AskedSeries = {},
) => {
  const input = { seriesId, version: milestones.length, ...given };
  const { data, errors } = await graph.query(COVER_SERIES, { input }, as);
  return { ...data?.coverMilestoneSeries, errors };
};

export const askToUncoverSeries = async (
  graph: TestSubgraph,
  { seriesId, milestones }: { readonly seriesId: string; readonly milestones: readonly unknown[] },
  { as = coordinator(), given = {} }: AskedSeries = {},
) => {
  const input = { seriesId, version: milestones.length, reason: 'Formation annulée.', ...given };
  const { data, errors } = await graph.query(UNCOVER_SERIES, { input }, as);
  return { ...data?.uncoverMilestoneSeries, errors };
};

/** A training course on these days from 10:00 to 11:00, an hour's way, of a family with so many children. */
export const givenSeries = async (
  graph: TestSubgraph,
  days: readonly string[],
  { children = 1, ...facts }: Partial<KnownMilestone> & { children?: number } = {},
) => {
  const seriesId = newId();
  const { id: familyId } = await givenFamily(graph.db);
  const childIds: string[] = [];
  for (let born = 0; born < children; born += 1)
    childIds.push((await givenChild(graph.db, { familyId, id: newId() })).id);
  const milestones: KnownMilestone[] = [];
  for (const day of days) {
    const at = (hour: number) => instantAt(Temporal.PlainDate.from(day), new Temporal.PlainTime(hour));
    const times = { startsAt: at(10), endsAt: at(11), travelMinutes: 60 };
    milestones.push(await givenKnownMilestone(graph.db, { familyId, seriesId, ...times, ...facts }));
  }
  return { seriesId, familyId, childIds, milestones };
};

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
