import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { Closure } from '../../centres/centres/closure.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CloseCentreInput, CloseCentrePayload, closeCentre } from './close-centre.ts';
import { WithdrawClosureInput, WithdrawClosurePayload, withdrawClosure } from './withdraw-closure.ts';

@Resolver(() => Closure)
export class ClosureResolver {
  @FieldResolver(() => Centre, { description: 'The centre that is closed.' })
  centre(@Root() closure: Closure, @Ctx() { loaders }: Context): Promise<Centre | null> {
    return loaders.centres.load(closure.centreId);
  }

  @Authorized<Permission>('closure:write')
  @Mutation(() => CloseCentrePayload, {
    description:
      'Closes centres on some days, all municipal ones if wanted: their bookings are given back at once. One centre is closed after the other: should it break off, what is sent again with the same id goes on. Centre staff close their own centres.',
  })
  async closeCentre(
    @Arg('input', () => CloseCentreInput, { description: 'Which centres, when and why.' })
    input: CloseCentreInput,
    @Ctx() context: Context,
  ): Promise<CloseCentrePayload> {
    return CloseCentrePayload.of(await closeCentre(context, input));
  }

  @Authorized<Permission>('closure:write')
  @Mutation(() => WithdrawClosurePayload, {
    description:
      'Opens a centre again, from today on: the days of its placements are booked again; what was booked by itself is not, since the family has looked elsewhere.',
  })
  async withdrawClosure(
    @Arg('input', () => WithdrawClosureInput, { description: 'The closure.' }) input: WithdrawClosureInput,
    @Ctx() context: Context,
  ): Promise<WithdrawClosurePayload> {
    return WithdrawClosurePayload.of(
      await inMutation(context, (tx, acting) => withdrawClosure(tx, input, acting)),
    );
  }
}
