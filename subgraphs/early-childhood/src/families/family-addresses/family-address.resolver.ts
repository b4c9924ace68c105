import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { District } from '../../centres/districts/district.ts';
import type { Permission } from '../../permissions.ts';
import { Family } from '../families/family.ts';
import type { Context } from '../wing.ts';
import { FamilyAddress, presentAddressOf } from './family-address.ts';

@Resolver(() => FamilyAddress)
export class FamilyAddressResolver {
  @FieldResolver(() => District, { nullable: true, description: 'The district it lies in, where known.' })
  district(@Root() address: FamilyAddress, @Ctx() { loaders }: Context): Promise<District | null> | null {
    return address.districtId ? loaders.districts.load(address.districtId) : null;
  }
}

@Resolver(() => Family)
export class AddressesOfFamilyResolver {
  @Authorized<Permission>('family:details')
  @ListSize(2)
  @FieldResolver(() => [FamilyAddress], {
    nullable: true,
    description: 'Where the family lives and lived, the present address first.',
  })
  async addresses(@Root() family: Family, @Ctx() { loaders }: Context): Promise<FamilyAddress[]> {
    return [presentAddressOf(family), ...(await loaders.formerAddressesOfFamily.load(family.id))];
  }
}
