import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Adult } from '../../families/families/adult.ts';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import {
  ChangeAddressInput,
  ChangeAddressPayload,
  changeAddress,
  refusalsOfAddress,
} from '../registration/change-address.ts';
import type { Context } from '../wing.ts';
import { ChangeHouseholdInput, ChangeHouseholdPayload, changeHousehold } from './change-household.ts';

@Resolver(() => Family)
export class HouseholdChangesResolver {
  @Authorized<Permission>('family:register')
  @Mutation(() => ChangeAddressPayload, {
    description: 'Notes the address a family has moved to; where it lived before stays known.',
  })
  async changeAddress(
    @Arg('input', () => ChangeAddressInput, { description: 'Where it lives since when.' })
    input: ChangeAddressInput,
    @Ctx() context: Context,
  ): Promise<ChangeAddressPayload> {
    return ChangeAddressPayload.of(
      await inMutation(context, (tx, acting) => changeAddress(tx, input, acting), refusalsOfAddress),
    );
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => ChangeHouseholdPayload, {
    description:
      'Notes that a couple separated or a lone parent lives as a couple, or another name in lists.',
  })
  async changeHousehold(
    @Arg('input', () => ChangeHouseholdInput, { description: 'What has changed.' })
    input: ChangeHouseholdInput,
    @Ctx() context: Context,
  ): Promise<ChangeHouseholdPayload> {
    return ChangeHouseholdPayload.of(
      await inMutation(context, (tx, acting) => changeHousehold(tx, input, acting)),
    );
  }

  @Authorized<Permission>('family:details')
  @ListSize(1)
  @FieldResolver(() => [Adult], {
    nullable: true,
    description: 'Adults who left the family, last one first.',
  })
  formerAdults(@Root() family: Family, @Ctx() { loaders }: Context): Promise<Adult[]> {
    return loaders.formerAdultsOfFamily.load(family.id);
  }

  @Authorized<Permission>('family:details')
  @ListSize(1)
  @FieldResolver(() => [Child], {
    nullable: true,
    description: 'Children who left the family, last one first.',
  })
  formerChildren(@Root() family: Family, @Ctx() { loaders }: Context): Promise<Child[]> {
    return loaders.formerChildrenOfFamily.load(family.id);
  }
}
