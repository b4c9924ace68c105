import { RelaisError } from '@relais/platform/errors.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Authorized, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { HourlyFee } from '../hourly-fee/hourly-fee.ts';
import type { Permission } from '../permissions.ts';
import { Booking } from './booking.ts';
import { stayFee } from './stay-fee.rules.ts';
import { StayFee } from './stay-fee.ts';

@Resolver(() => Booking)
export class BookingFeeResolver {
  @Directive('@requires(fields: "kind startsAt halfHoursDue family { id } section { centre { kind } }")')
  @Authorized<Permission>('fee:read')
  @FieldResolver(() => StayFee, {
    nullable: true,
    description:
      'What the stay costs the family that pays, by the half-hours due and the resources of year N−2, which stay where they are.',
  })
  async fee(
    @Root() { kind, startsAt, halfHoursDue, family, section }: Booking,
    @Ctx() { loaders }: Context,
  ): Promise<StayFee> {
    if (!section || !family) throw new RelaisError('TRY_AGAIN', 'The booking came without its hours.');
    const due = halfHoursDue ?? 0;
    const facts = { careKind: kind, centreKind: section.centre.kind, on: dayOf(startsAt), halfHoursDue: due };
    const recorded = await loaders.resourcesOfFamily.load(family.id);
    const { cents, fee } = stayFee(facts, recorded);
    return { cents, halfHoursDue: due, hourlyFee: HourlyFee.of(fee) };
  }
}
