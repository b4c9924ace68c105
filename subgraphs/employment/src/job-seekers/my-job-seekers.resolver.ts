import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Authorized, Ctx, Field, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { JobSeeker, JobSeekerStatus } from './job-seeker.ts';
import { JobSeekerOrder } from './job-seeker-order.ts';
import {
  countJobSeekers,
  type JobSeekersWanted,
  type PlaceInList,
  placesInList,
} from './my-job-seekers.queries.ts';

const JobSeekerConnection = countedConnectionOf('JobSeeker', () => JobSeeker);

@ArgsType()
class MyJobSeekersArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Only those whose family’s reference holds it, or whose trade (ROME code) begins so. Names are early-childhood’s: `families(search)` finds them.',
  })
  search?: string | null;

  @Field(() => [JobSeekerStatus], {
    nullable: true,
    description: 'Only those in one of these states; registered ones when left out.',
  })
  status?: JobSeekerStatus[] | null;

  @Field(() => JobSeekerOrder, {
    defaultValue: JobSeekerOrder.NEXT_MILESTONE_FIRST,
    description: 'How they are sorted.',
  })
  order!: JobSeekerOrder;
}

const positionOf = ({ after }: PageArguments): PlaceInList | null => {
  const [at, id] = decodeCursor(after, 2, ([when, file]) => isInstantText(when) && isUuid(file)) ?? [];
  return at && id ? { at: new Date(at), id } : null;
};

const wantedBy = ({ search, status, order }: MyJobSeekersArguments, context: Context): JobSeekersWanted => {
  const { user, now, sight } = context;
  return {
    ...{ advisorId: user.sub, now, today: dayOf(now).toString() },
    ...{ statuses: status ?? ['OPEN'], search: search ?? '', order },
    seen: sight.filter('milestone:list' satisfies Permission),
  };
};

@Resolver()
export class MyJobSeekersResolver {
  @Authorized<Permission>('milestone:list')
  @Query(() => JobSeekerConnection, {
    description: 'The job seekers whom the signed-in advisor follows, found, sorted and counted.',
  })
  async myJobSeekers(
    @Args(() => MyJobSeekersArguments) args: MyJobSeekersArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { db, loaders } = context;
    await sayWhatIsLeftOut<Permission>(context, info, 'milestone:list');
    const wanted = wantedBy(args, context);
    const page = { after: positionOf(args), rows: pageSizeOf(args) + 1 };
    const { edges, pageInfo } = pageOf(await placesInList(db, wanted, page), args, ({ at, id }) => [
      at.toISOString(),
      id,
    ]);
    const files = await Promise.all(edges.map(({ node }) => loaders.jobSeekers.load(node.id)));
    const shown = { edges: edges.map(({ cursor }, index) => ({ cursor, node: files[index] })), pageInfo };
    return counted(shown, () => countJobSeekers(db, wanted));
  }
}
