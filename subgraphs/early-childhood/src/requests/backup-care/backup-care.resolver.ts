import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { countLostStays, lostStays } from '../../care/closures/lost-stays.queries.ts';
import { CareOption } from '../../options/care-options/care-option.ts';
import { countOfOptions } from '../../options/care-options/care-options.resolver.ts';
import { shownOptions } from '../../options/care-options/find-care-options.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { BookBackupsInput, BookBackupsPayload, bookBackups } from './book-backups.ts';
import { LostStay } from './lost-stay.ts';

const LostStayConnection = countedConnectionOf('LostStay', () => LostStay);

@ArgsType()
class LostStaysArguments extends PageArguments {
  @Field(() => ID, { description: 'The closure.' })
  closureId!: string;
}

const isOurCursor = ([startsAt, id]: string[]): boolean => isInstantText(startsAt) && isUuid(id);

const positionOf = ({ after }: PageArguments) => {
  const [startsAt, bookingId] = decodeCursor(after, 2, isOurCursor) ?? [];
  return startsAt && bookingId ? { startsAt: new Date(startsAt), bookingId } : null;
};

@Resolver(() => LostStay)
export class BackupCareResolver {
  @Authorized<Permission>('care:read')
  @Query(() => LostStayConnection, {
    description:
      'What a closure took from children and nothing stands in for yet, first to last: each with where the child can go instead. Empty once the closure is withdrawn.',
  })
  async careLostToClosure(
    @Args(() => LostStaysArguments) page: LostStaysArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { db, loaders, now, sight } = context;
    await sayWhatIsLeftOut<Permission>(context, info, 'care:read');
    const lost = {
      ...{ closureId: page.closureId, now },
      seen: sight.filter('care:read' satisfies Permission),
    };
    const rows = await lostStays(db, lost, { after: positionOf(page), rows: pageSizeOf(page) + 1 });
    const { edges, pageInfo } = pageOf(rows, page, ({ startsAt, bookingId }) => [
      startsAt.toISOString(),
      bookingId,
    ]);
    const bookings = await Promise.all(edges.map(({ node }) => loaders.bookings.load(node.bookingId)));
    const shown = edges.map(({ cursor, node }, index) => ({
      cursor,
      node: Object.assign(new LostStay(), { ...node, booking: bookings[index] }),
    }));
    return counted({ edges: shown, pageInfo }, () => countLostStays(db, lost));
  }

  @Authorized<Permission>('care:read')
  @ListSize(3)
  @FieldResolver(() => [CareOption], {
    nullable: true,
    description:
      'Where the child can go instead: those that fit the whole of it first, then those that fit a part.',
  })
  async options(
    @Root() { childId, familyId, startsAt, endsAt }: LostStay,
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<CareOption[]> {
    const count = countOfOptions(first);
    const found = await loaders.optionsOfGap.load({ childId, familyId, startsAt, endsAt });
    return found ? shownOptions(found, count) : [];
  }

  @Authorized<Permission>('booking:write')
  @Mutation(() => BookBackupsPayload, {
    description:
      'Books where the children of a closed centre go instead, many at once; each line has its own answer. For the family and the milestone that the lost care was for.',
  })
  async bookBackups(
    @Arg('input', () => BookBackupsInput, { description: 'Which child goes where.' }) input: BookBackupsInput,
    @Ctx() context: Context,
  ): Promise<BookBackupsPayload> {
    return BookBackupsPayload.of(await bookBackups(context, input));
  }
}
