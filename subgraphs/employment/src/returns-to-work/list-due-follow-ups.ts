import { badUserInput } from '@relais/platform/errors.ts';
import {
  connectionOf,
  decodeCursor,
  type Page,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { isDayText } from '@relais/platform/time/calendar.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { followUpProblems } from './follow-up.messages.ts';
import { type DueFollowUpRow, type DuePosition, dueFollowUps } from './follow-up.queries.ts';
import { FollowUpPoint } from './follow-up.ts';

const LONGEST_AHEAD_DAYS = 92;

@ObjectType({ description: 'A follow-up that is due and not recorded yet.' })
export class DueFollowUp implements DueFollowUpRow {
  returnId!: string;

  @Field(() => FollowUpPoint, { description: 'How long after the first day it is due.' })
  point!: FollowUpPoint;

  @Field(() => CivilDate, { description: 'The day from which it may be recorded.' })
  dueOn!: Temporal.PlainDate;
}

export const DueFollowUpConnection = connectionOf('DueFollowUp', () => DueFollowUp);

@ArgsType()
export class DueFollowUpsArguments extends PageArguments {
  @Field(() => CivilDate, {
    nullable: true,
    description: 'Those due on this day or earlier; today by default, 92 days ahead at most.',
  })
  until?: Temporal.PlainDate | null;
}

const positionIn = ({ after }: PageArguments): DuePosition | null => {
  const values = decodeCursor(after, 2, ([dueOn, returnId]) => isDayText(dueOn) && isUuid(returnId));
  const [dueOn, returnId] = values ?? [];
  return dueOn && returnId ? { dueOn, returnId } : null;
};

/** A page of the signed-in advisor's due follow-ups. */
export const listDueFollowUps = async (
  args: DueFollowUpsArguments,
  { db, user, now, sight }: Context,
): Promise<Page<DueFollowUpRow>> => {
  const today = dayOf(now);
  const until = args.until ?? today;
  if (today.until(until).days > LONGEST_AHEAD_DAYS)
    throw badUserInput('until', followUpProblems, 'TOO_FAR_AHEAD', { most: LONGEST_AHEAD_DAYS });
  const page = { until, after: positionIn(args), rows: pageSizeOf(args) + 1 };
  const seen = sight.filter('follow-up:list' satisfies Permission);
  const rows = await dueFollowUps(db, { advisorId: user.sub, seen }, page);
  return pageOf(rows, args, ({ dueOn, returnId }) => [dueOn.toString(), returnId]);
};
