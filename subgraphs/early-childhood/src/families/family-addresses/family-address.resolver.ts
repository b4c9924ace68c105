import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { District } from '../../centres/districts/district.ts';
import type { Permission } from '../../permissions.ts';
import { Family } from '../families/family.ts';
import type { Context } from '../wing.ts';
import { AddressProtection } from './address-protection.ts';
import { FamilyAddress, presentAddressOf } from './family-address.ts';

@Resolver(() => FamilyAddress)
export class FamilyAddressResolver {
  @FieldResolver(() => District, { nullable: true, description: 'The district it lies in, where known.' })
  district(@Root() address: FamilyAddress, @Ctx() { loaders }: Context): Promise<District | null> | null {
    return address.districtId ? loaders.districts.load(address.districtId) : null;
  }
}

@Resolver(() => AddressProtection)
export class AddressProtectionResolver {
  @FieldResolver(() => Family, { nullable: true, description: 'Whose address it is.' })
  family(@Root() { familyId }: AddressProtection, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(familyId);
  }
}

@Resolver(() => Family)
export class AddressesOfFamilyResolver {
  @Authorized<Permission>('home:read')
  @ListSize(2)
  @FieldResolver(() => [FamilyAddress], {
    nullable: true,
    description: 'Where the family lives and lived, the present address first.',
  })
  async addresses(@Root() family: Family, @Ctx() { loaders }: Context): Promise<FamilyAddress[]> {
    return [presentAddressOf(family), ...(await loaders.formerAddressesOfFamily.load(family.id))];
  }

  @Authorized<Permission>('family:details')
  @ListSize(1)
  @FieldResolver(() => [AddressProtection], {
    nullable: true,
    description:
      'That the address is protected, newest first; those that are over have an end. While one lasts, only the support team reads address, district and telephone.',
  })
  addressProtections(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<AddressProtection[]> {
    return loaders.addressProtectionsOfFamily.load(id);
  }
}
