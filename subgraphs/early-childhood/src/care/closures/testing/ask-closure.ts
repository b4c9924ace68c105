import { expect } from '@jest/globals';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenSection } from '../../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../../cover/known-milestones/known-milestone.builder.ts';
import { givenBookedPlacement } from '../../placements/placement.builder.ts';
import { MARCH } from '../../placements/testing/ask-placement.ts';

export type Given = Readonly<Record<string, unknown>>;

export const CLOSE = `mutation ($input: CloseCentreInput!) { closeCentre(input: $input) {
  closures { id startsOn endsOn reason centre { id } } freedBookings
  uncoveredMilestones { milestone { id } status } alreadyClosed { id startsOn endsOn } refusal { reason message isQuestion } } }`;
export const WITHDRAW = `mutation ($input: WithdrawClosureInput!) { withdrawClosure(input: $input) {
  centre { id } bookedAgain notBookedAgain refusal { reason } } }`;

/** A week from Monday the 16th. */
export const week = { from: '2026-03-16', to: '2026-03-20', reason: 'Travaux' };

export const staffOf = (...centreIds: string[]): TestUser => ({ role: 'CENTRE_STAFF', centreIds });

export const ask = async (
  graph: TestSubgraph,
  document: string,
  input: Given,
  as: TestUser = coordinator(),
) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.closeCentre ?? data.withdrawClosure;
};

/** A centre whose placement covers an interview on Tuesday the 17th. */
export const givenBusyCentre = async ({ db }: TestSubgraph) => {
  const section = await givenSection(db, { places: 2 });
  const placement = await givenBookedPlacement(db, '2026-03-03', { ...MARCH, sectionId: section.id });
  const milestone = await givenKnownMilestone(db, {
    familyId: placement.familyId,
    startsAt: new Date('2026-03-17T10:00:00+01:00'),
    endsAt: new Date('2026-03-17T11:00:00+01:00'),
  });
  return { section, placement, milestone };
};
