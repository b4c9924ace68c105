import { badUserInput } from '@relais/platform/errors.ts';
import {
  connectionOf,
  decodeCursor,
  type Page,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import { ArgsType, Field } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import {
  type FamilyMilestonesPage,
  milestonesOfAdvisor,
  type Position,
  type SeeingAdvisor,
} from './milestone.queries.ts';
import { LONGEST_PERIOD_DAYS, periodProblem } from './milestone.rules.ts';
import { Milestone } from './milestone.ts';
import { isCoverRank, type RankedPosition, rankedMilestonesOfAdvisor } from './milestone-order.queries.ts';

export const MilestoneConnection = connectionOf('Milestone', () => Milestone);

@ArgsType()
export class FamilyMilestonesArguments extends PageArguments {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those not over yet and not cancelled.' })
  upcoming!: boolean;
}

export const MilestoneOrder = enumOf('MilestoneOrder', 'In which order an advisor sees milestones.', {
  BY_TIME: 'By start.',
  UNCOVERED_FIRST:
    'Those ahead that lack childcare first: uncovered, unknown or not told yet, partly covered, covered, without need; then those that have started or are settled. By the cover that early-childhood last told, which `childcareCover` may be newer than; equal ones by start.',
});
export type MilestoneOrder = keyof typeof MilestoneOrder;

@ArgsType()
export class AdvisorMilestonesArguments extends PageArguments {
  @Field(() => DateTime, { description: 'The first instant at which a milestone may start.' })
  from!: Date;

  @Field(() => DateTime, {
    description: 'Milestones start before this instant; at most 92 days after `from`.',
  })
  to!: Date;

  @Field(() => MilestoneOrder, {
    defaultValue: MilestoneOrder.BY_TIME,
    description: 'The order; a cursor continues the list of the same order.',
  })
  order!: MilestoneOrder;
}

const sortValues = ({ startsAt, id }: Milestone): [string, string] => [startsAt.toISOString(), id];

const positionIn = ({ after }: PageArguments): Position | null => {
  const values = decodeCursor(after, 2, ([startsAt, id]) => isInstantText(startsAt) && isUuid(id));
  const [startsAt, id] = values ?? [];
  return startsAt && id ? { startsAt, id } : null;
};

/** What the arguments of a family's milestones ask for. */
export const askedMilestones = (
  args: FamilyMilestonesArguments,
  { now }: Pick<Context, 'now'>,
): FamilyMilestonesPage => ({
  rows: pageSizeOf(args) + 1,
  after: positionIn(args),
  upcomingFrom: args.upcoming ? now : null,
});

/** A page of one family's milestones; those of other families in the same request come with it. */
export const familyMilestones = async (
  familyId: string,
  args: FamilyMilestonesArguments,
  { loaders, now }: Context,
): Promise<Page<Milestone>> => {
  const page = askedMilestones(args, { now });
  return pageOf(await loaders.milestonesOfFamily.load(familyId, page), args, sortValues);
};

const rankedPositionIn = ({ after }: PageArguments): RankedPosition | null => {
  const values = decodeCursor(
    after,
    3,
    ([rank, startsAt, id]) => isCoverRank(rank) && isInstantText(startsAt) && isUuid(id),
  );
  const [rank, startsAt, id] = values ?? [];
  return rank && startsAt && id ? { rank, startsAt, id } : null;
};

const seeingAdvisor = ({ user, sight }: Context): SeeingAdvisor => ({
  advisorId: user.sub,
  seen: sight.filter('milestone:list' satisfies Permission),
});

const uncoveredFirst = async (
  args: AdvisorMilestonesArguments,
  context: Context,
): Promise<Page<Milestone>> => {
  const { from, to } = args;
  const page = { from, to, rows: pageSizeOf(args) + 1, after: rankedPositionIn(args) };
  const ranked = await rankedMilestonesOfAdvisor(context.db, seeingAdvisor(context), page, context.now);
  const { edges, pageInfo } = pageOf(ranked, args, ({ rank, milestone }) => [rank, ...sortValues(milestone)]);
  return { edges: edges.map(({ node, cursor }) => ({ node: node.milestone, cursor })), pageInfo };
};

const byTime = async (args: AdvisorMilestonesArguments, context: Context): Promise<Page<Milestone>> => {
  const { from, to } = args;
  const page = { from, to, rows: pageSizeOf(args) + 1, after: positionIn(args) };
  return pageOf(await milestonesOfAdvisor(context.db, seeingAdvisor(context), page), args, sortValues);
};

const lists = { BY_TIME: byTime, UNCOVERED_FIRST: uncoveredFirst } satisfies Record<MilestoneOrder, unknown>;

/** A page of the signed-in advisor's milestones. */
export const advisorMilestones = async (
  args: AdvisorMilestonesArguments,
  context: Context,
): Promise<Page<Milestone>> => {
  const problem = periodProblem(args.from, args.to);
  if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_PERIOD_DAYS });
  return lists[args.order](args, context);
};
