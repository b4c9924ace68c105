import { badUserInput } from '@relais/platform/errors.ts';
import {
  connectionOf,
  decodeCursor,
  type Page,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { ArgsType, Field } from 'type-graphql';
import type { Context } from '../context.ts';
import { milestonesOfAdvisor, type Position } from './milestone.queries.ts';
import { type PeriodProblem, periodProblem } from './milestone.rules.ts';
import { Milestone } from './milestone.ts';

export const MilestoneConnection = connectionOf('Milestone', () => Milestone);

@ArgsType()
export class FamilyMilestonesArguments extends PageArguments {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those not over yet and not cancelled.' })
  upcoming!: boolean;
}

@ArgsType()
export class AdvisorMilestonesArguments extends PageArguments {
  @Field(() => DateTime, { description: 'The first instant at which a milestone may start.' })
  from!: Date;

  @Field(() => DateTime, {
    description: 'Milestones start before this instant; at most 92 days after `from`.',
  })
  to!: Date;
}

const sortValues = ({ startsAt, id }: Milestone): [string, string] => [startsAt.toISOString(), id];

const INSTANT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isInstant = (text: string | undefined): boolean =>
  text !== undefined && INSTANT.test(text) && !Number.isNaN(Date.parse(text));

const positionIn = ({ after }: PageArguments): Position | null => {
  const values = decodeCursor(after, 2, ([startsAt, id]) => isInstant(startsAt) && isUuid(id));
  const [startsAt, id] = values ?? [];
  return startsAt && id ? { startsAt, id } : null;
};

/** A page of one family's milestones; those of other families in the same request come with it. */
export const familyMilestones = async (
  familyId: string,
  args: FamilyMilestonesArguments,
  { loaders, now }: Context,
): Promise<Page<Milestone>> => {
  const page = {
    rows: pageSizeOf(args) + 1,
    after: positionIn(args),
    upcomingFrom: args.upcoming ? now : null,
  };
  return pageOf(await loaders.milestonesOfFamily(familyId, page), args, sortValues);
};

const periodSentences: Record<PeriodProblem, string> = {
  ENDS_BEFORE_IT_STARTS: 'must come after "from".',
  TOO_LONG: 'may lie 92 days after "from" at most.',
};

/** A page of the signed-in advisor's milestones. */
export const advisorMilestones = async (
  args: AdvisorMilestonesArguments,
  { db, user }: Context,
): Promise<Page<Milestone>> => {
  const problem = periodProblem(args.from, args.to);
  if (problem) throw badUserInput('to', periodSentences[problem]);

  const { from, to } = args;
  const rows = await milestonesOfAdvisor(db, user.sub, {
    from,
    to,
    rows: pageSizeOf(args) + 1,
    after: positionIn(args),
  });
  return pageOf(rows, args, sortValues);
};
