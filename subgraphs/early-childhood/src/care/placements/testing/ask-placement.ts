import { expect } from '@jest/globals';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../../centres/centres/weekly-hours.builder.ts';
import { givenKnownMilestone } from '../../../cover/known-milestones/known-milestone.builder.ts';
import { Booking } from '../../bookings/booking.ts';
import { staysOf } from '../pattern.rules.ts';
import { givenBookedPlacement } from '../placement.builder.ts';
import type { Placement } from '../placement.ts';

type Given = Readonly<Record<string, unknown>>;

const mutationOf = (name: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { changed: ${name}(input: $input) {
    placement { id startsOn endsOn status endReason renewals version weeklyPattern { weekday from to } section { id }
      continues { id } pauses { kind startsOn endsOn } history { kind doneBy reason sentence } }
    uncoveredMilestones { milestone { id } startsAt status }
    lackingStays { startsAt obstacle { reason message } }
    refusal { reason message } } }`;
};

/** Takes a step of a placement's life through GraphQL, as a coordinator unless told. */
export const askPlacement = async (
  graph: TestSubgraph,
  name: string,
  { id: placementId, version }: Pick<Placement, 'id' | 'version'>,
  given: Given = {},
  as: TestUser = coordinator('lea'),
) => {
  const input = { placementId, version, ...given };
  const { data, errors } = await graph.query(mutationOf(name), { input }, as);
  expect(errors).toEqual([]);
  return data.changed;
};

/** The stays that a placement has booked, as local texts, first to last. */
export const bookedStays = async (graph: TestSubgraph, placementId: string): Promise<string[]> => {
  const bookings = await graph.db.find(Booking, { where: { placementId }, order: { startsAt: 'ASC' } });
  return bookings
    .filter(({ status }) => status !== 'CANCELLED')
    .map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`);
};

export const day = (text: string) => Temporal.PlainDate.from(text);
export const MARCH = { endsOn: day('2026-03-31') };
export const MORNINGS = ['08:30', '12:00'] as const;
export const AFTERNOONS = ['14:00', '17:30'] as const;

/** The same hours from Monday to Friday, as a client sends them. */
export const hours = (from: string, to: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));

/** What `bookedStays` answers when every working day but the closed ones is booked. */
export const expectedStays = (
  from: string,
  to: string,
  [begins, ends]: readonly [string, string],
  closed: readonly string[] = [],
): string[] =>
  staysOf(
    onWorkingDays(begins, ends),
    { startsOn: day(from), endsOn: day(to) },
    closed.map((each) => ({ startsOn: day(each), endsOn: day(each) })),
  ).map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`);

/** The mornings of March, booked from Tuesday the 3rd on, and an interview in that of Tuesday the 17th. */
export const givenMarch = async ({ db }: TestSubgraph, facts: Partial<Placement> = {}) => {
  const placement = await givenBookedPlacement(db, '2026-03-03', { ...MARCH, ...facts });
  const milestone = await givenKnownMilestone(db, {
    familyId: placement.familyId,
    startsAt: new Date('2026-03-17T10:00:00+01:00'),
    endsAt: new Date('2026-03-17T11:00:00+01:00'),
  });
  return { placement, milestone };
};

export const idsOf = (milestones: readonly { readonly milestone: { readonly id: string } }[]): string[] =>
  milestones.map(({ milestone }) => milestone.id);
