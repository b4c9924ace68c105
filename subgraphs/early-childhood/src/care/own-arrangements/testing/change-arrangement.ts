import { expect } from '@jest/globals';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenKnownMilestone } from '../../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../../families/families/family.builder.ts';
import { CareStep } from '../../../history/care-history/care-step.ts';
import { givenDatedArrangement, givenWeeklyArrangement } from '../own-arrangement.builder.ts';

/** A Monday; the interviews are on Tuesday 3 March from 10 to 11, as the builder of milestones has them. */
export const MONDAY = new Date('2026-03-02T10:00:00+01:00');

export const paris = (moment: string) => new Date(`${moment}:00+01:00`);

const CHANGED = `ownArrangement { id version kind startsAt endsAt weekday from to endsOn } refusal { reason message }
  uncoveredMilestones { milestone { id } status }`;

type Door = 'endOwnArrangement' | 'removeOwnArrangement' | 'correctOwnArrangement';

export const changeDocument = (door: Door): string => {
  const input = `${door.charAt(0).toUpperCase()}${door.slice(1)}Input!`;
  const removed = door === 'removeOwnArrangement' ? 'removed { id startsAt endsAt }' : '';
  return `mutation ($input: ${input}) { changed: ${door}(input: $input) { ${CHANGED} ${removed} } }`;
};

type Options = { readonly now?: Date; readonly as?: TestUser };

/** Changes an arrangement as it was first read. */
export const changeArrangement = async (
  graph: TestSubgraph,
  door: Door,
  { id }: { readonly id: string },
  given: Readonly<Record<string, unknown>> = {},
  { as = coordinator(), ...options }: Options = {},
) => {
  const input = { ownArrangementId: id, version: 1, ...given };
  const { data, errors } = await graph.query(changeDocument(door), { input }, as, options);
  expect(errors).toEqual([]);
  return data.changed;
};

/** Looked after every Tuesday from 8 to 18, in which the interview lies. */
export const givenWeeklyCover = async ({ db }: TestSubgraph) => {
  const child = await givenChild(db);
  const hours = { weekday: 2, from: '08:00', to: '18:00' };
  const arrangement = await givenWeeklyArrangement(db, child.id, hours);
  const milestone = await givenKnownMilestone(db, { familyId: child.familyId });
  return { child, arrangement, milestone };
};

/** The same, for that Tuesday only. */
export const givenDatedCover = async ({ db }: TestSubgraph) => {
  const child = await givenChild(db);
  const hours = { startsAt: paris('2026-03-03T08:00'), endsAt: paris('2026-03-03T18:00') };
  const arrangement = await givenDatedArrangement(db, child.id, hours);
  const milestone = await givenKnownMilestone(db, { familyId: child.familyId });
  return { child, arrangement, milestone };
};

export const uncoveredIds = (changed: { uncoveredMilestones: { milestone: { id: string } }[] }): string[] =>
  changed.uncoveredMilestones.map(({ milestone }) => milestone.id);

/** The covers of a family's milestones that were told to the other agencies. */
export const coverTold = async (graph: TestSubgraph, familyId: string) =>
  (await graph.published()).filter((told) => told.familyId === familyId).map(({ data }) => data.status);

export const stepsOf = async ({ db }: TestSubgraph, subjectId: string) =>
  (await db.findBy(CareStep, { subjectId })).map(({ kind, doneBy, facts }) => ({ kind, doneBy, facts }));
