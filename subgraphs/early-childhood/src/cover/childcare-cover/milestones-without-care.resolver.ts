import { badUserInput } from '@relais/platform/errors.ts';
import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import { spanProblem } from '@relais/platform/time/span.rules.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Authorized, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { milestoneReference } from './milestone-reference.ts';
import { MilestoneWithoutCare, WithoutCareOrder } from './milestone-without-care.ts';
import {
  countWithoutCare,
  milestonesWithoutCare,
  type WithoutCarePosition,
  type WithoutCareRow,
} from './milestones-without-care.queries.ts';

const MilestoneWithoutCareConnection = countedConnectionOf(
  'MilestoneWithoutCare',
  () => MilestoneWithoutCare,
);

const LONGEST_SPAN_DAYS = 92;

@ArgsType()
class WithoutCareArguments extends PageArguments {
  @Field(() => DateTime, { description: 'Those that start then or later; what has started is left out.' })
  from!: Date;

  @Field(() => DateTime, { description: 'Those that start before then, 92 days later at most.' })
  to!: Date;

  @Field(() => ID, { nullable: true, description: 'Only of families that live in this district.' })
  districtId?: string | null;

  @Field(() => WithoutCareOrder, {
    defaultValue: WithoutCareOrder.SOONEST_FIRST,
    description: 'How they are sorted.',
  })
  order!: WithoutCareOrder;
}

const later = (one: Date, other: Date): Date => new Date(Math.max(one.getTime(), other.getTime()));

const isOurCursor = ([rank, startsAt, id]: string[]): boolean =>
  /^[0-3]$/.test(rank ?? '') && isInstantText(startsAt) && isUuid(id);

const positionOf = ({ after }: PageArguments): WithoutCarePosition | null => {
  const [rank, startsAt, id] = decodeCursor(after, 3, isOurCursor) ?? [];
  return rank && startsAt && id ? { rank, startsAt, id } : null;
};

const shown = ({ familyId, ...row }: WithoutCareRow): MilestoneWithoutCare =>
  Object.assign(new MilestoneWithoutCare(), {
    milestone: milestoneReference({ ...row, family: { id: familyId } }),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    status: row.status,
  });

@Resolver()
export class MilestonesWithoutCareResolver {
  @Authorized<Permission>('cover:read')
  @Query(() => MilestoneWithoutCareConnection, {
    description:
      'The upcoming milestones whose children lack care, wholly or in part, or of whom it is not known with whom they are: of the families whose cover the reader sees.',
  })
  async milestonesWithoutCare(
    @Args(() => WithoutCareArguments) args: WithoutCareArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { db, now, sight } = context;
    const problem = spanProblem(args.from, args.to, LONGEST_SPAN_DAYS);
    if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_SPAN_DAYS });
    await sayWhatIsLeftOut<Permission>(context, info, 'cover:read');
    const wanted = {
      from: later(args.from, now),
      to: args.to,
      districtId: args.districtId ?? null,
      districtTold: sight.filter('home:district' satisfies Permission),
      order: args.order,
      seen: sight.filter('cover:read' satisfies Permission),
    };
    const page = { after: positionOf(args), rows: pageSizeOf(args) + 1 };
    const { edges, pageInfo } = pageOf(await milestonesWithoutCare(db, wanted, page), args, (row) => [
      String(row.rank),
      row.startsAt.toISOString(),
      row.id,
    ]);
    const nodes = edges.map(({ node, cursor }) => ({ node: shown(node), cursor }));
    return counted({ edges: nodes, pageInfo }, () => countWithoutCare(db, wanted));
  }
}
