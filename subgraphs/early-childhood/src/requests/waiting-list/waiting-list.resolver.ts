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
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { isDayText, isInstantText } from '@relais/platform/time/calendar.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import type { Permission } from '../../permissions.ts';
import { requestIsOpen } from '../care-requests/care-request.rules.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { CareRequestStatus } from '../care-requests/care-request-status.ts';
import type { Context } from '../wing.ts';
import { RequestPriority, shownPriority } from './request-priority.ts';
import { waitingListProblems } from './waiting-list.messages.ts';
import { countWaiting, type Rank, type WaitingListFilter, waitingRequests } from './waiting-list.queries.ts';

const CareRequestConnection = countedConnectionOf('CareRequest', () => CareRequest);

@InputType({ description: 'Which requests of the waiting list; without any filter, those of the city.' })
export class WaitingListFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only of families that chose this centre.' })
  centreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of families that live in this district.' })
  districtId?: string | null;

  @Field(() => CareKind, { nullable: true, description: 'Only of this kind of care.' })
  kind?: CareKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only children of that many months or more on the first day.',
  })
  minAgeMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only children of fewer months on the first day.' })
  maxAgeMonths?: number | null;

  @Field(() => CivilDate, { nullable: true, description: 'Only needs that start on this day or later.' })
  firstDayFrom?: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'Only needs that start on this day or before.' })
  firstDayTo?: Temporal.PlainDate | null;

  @Field(() => [CareRequestStatus], {
    nullable: true,
    description: 'Only in one of these states; one that is not open finds none.',
  })
  status?: CareRequestStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these requests.' })
  careRequestIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only of families so called: part of the name, or of an adult’s, or a reference.',
  })
  search?: string | null;
}

/** Limits that no child or day lies between would look like an empty list. */
const refuseEmptyRange = ({
  minAgeMonths,
  maxAgeMonths,
  firstDayFrom,
  firstDayTo,
}: Partial<WaitingListFilterInput>): void => {
  if (typeof minAgeMonths === 'number' && typeof maxAgeMonths === 'number' && maxAgeMonths <= minAgeMonths)
    throw badUserInput('filter.maxAgeMonths', waitingListProblems, 'AGES_REVERSED');
  if (firstDayFrom && firstDayTo && Temporal.PlainDate.compare(firstDayTo, firstDayFrom) < 0)
    throw badUserInput('filter.firstDayTo', inputMessages, 'ENDS_BEFORE_IT_STARTS');
};

type ListPosition = { readonly today: Temporal.PlainDate; readonly after: Rank | null };

const isOurCursor = ([day, score, submittedAt, id]: string[]): boolean =>
  isDayText(day) && Number.isFinite(Number(score)) && isInstantText(submittedAt) && isUuid(id);

/** A list is walked to its end in the order of the day on which it was opened: midnight moves nobody. */
const positionOf = ({ after }: PageArguments, now: Date): ListPosition => {
  const [day, score, submittedAt, id] = decodeCursor(after, 4, isOurCursor) ?? [];
  if (!day || !submittedAt || !id) return { today: dayOf(now), after: null };
  const rank = { score: Number(score), submittedAt: new Date(submittedAt), id };
  return { today: Temporal.PlainDate.from(day), after: rank };
};

const MOST_MONTHS = 216;

/** An age that a child can have. */
const monthsIn = (name: 'minAgeMonths' | 'maxAgeMonths', filter?: Partial<WaitingListFilterInput>) => {
  const months = filter?.[name] ?? null;
  if (months === null || (months >= 0 && months <= MOST_MONTHS)) return months;
  throw badUserInput(`filter.${name}`, waitingListProblems, 'AGE_IN_MONTHS', { most: MOST_MONTHS });
};

const filterOf = (filter: Partial<WaitingListFilterInput>, districtTold: SeenFilter): WaitingListFilter => ({
  centreId: filter.centreId ?? null,
  districtId: filter.districtId ?? null,
  districtTold,
  kind: filter.kind ?? null,
  minAgeMonths: monthsIn('minAgeMonths', filter),
  maxAgeMonths: monthsIn('maxAgeMonths', filter),
  firstDayFrom: filter.firstDayFrom ?? null,
  firstDayTo: filter.firstDayTo ?? null,
  statuses: filter.status ?? null,
  careRequestIds: filter.careRequestIds ?? null,
  search: filter.search?.trim() || null,
});

@Resolver(() => CareRequest)
export class WaitingListResolver {
  @Authorized<Permission>('care:read')
  @Query(() => CareRequestConnection, {
    description:
      'The open requests of the city or of a centre, whose need is not over, in the order of their priority; the longest waiting of equals first.',
  })
  async waitingList(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => WaitingListFilterInput, { nullable: true, description: 'Which requests.' })
    filter?: WaitingListFilterInput | null,
  ) {
    const { db, loaders, now, sight } = context;
    await sayWhatIsLeftOut<Permission>(context, info, 'care:read');
    refuseEmptyRange(filter ?? {});
    const position = positionOf(page, now);
    const wanted = filterOf(filter ?? {}, sight.filter('home:district' satisfies Permission));
    const seen = sight.filter('care:read' satisfies Permission);
    const ranks = await waitingRequests(db, wanted, { ...position, rows: pageSizeOf(page) + 1 }, seen);
    const { edges, pageInfo } = pageOf(ranks, page, ({ score, submittedAt, id }) => [
      position.today.toString(),
      String(score),
      submittedAt.toISOString(),
      id,
    ]);
    const requests = await Promise.all(edges.map(({ node }) => loaders.careRequests.load(node.id)));
    const shown = { edges: edges.map(({ cursor }, index) => ({ cursor, node: requests[index] })), pageInfo };
    return counted(shown, () => countWaiting(db, wanted, position.today, seen));
  }

  @Authorized<Permission>('priority:read')
  @FieldResolver(() => RequestPriority, {
    nullable: true,
    description: 'How it ranks today among those that wait, and why; absent once it is over.',
  })
  async priority(@Root() request: CareRequest, @Ctx() { loaders }: Context): Promise<RequestPriority | null> {
    if (!requestIsOpen(request.status)) return null;
    const explained = await loaders.priorityOfRequest.load(request.id);
    return explained && shownPriority(explained);
  }
}
