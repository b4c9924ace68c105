import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Args, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Booking } from './booking.ts';

const CareLeftToPayConnection = connectionOf('CareLeftToPay', () => Booking);

@Resolver(() => Family)
export class CareLeftToPayResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => CareLeftToPayConnection, {
    nullable: true,
    description:
      'Stays that this family pays of children who are in another file now, and do not live here by turns, as after a file was split; newest first, of this month and the last: what was before is billed. It leads to nothing else of them.',
  })
  async careLeftToPay(
    @Root() { id }: Family,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() { loaders, now }: Context,
  ) {
    const asked = { rows: pageSizeOf(args) + 1, after: timelinePosition(args), now };
    const rows = await loaders.careLeftToPay(id, asked);
    const { edges, pageInfo } = pageOf(rows, args, (row) => [row.at.toISOString(), row.id]);
    const bookings = await Promise.all(edges.map(({ node }) => loaders.bookings.load(node.id)));
    return { edges: edges.map(({ cursor }, index) => ({ cursor, node: bookings[index] })), pageInfo };
  }
}
