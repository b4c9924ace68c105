import { notShared } from '@relais/platform/graphql/denials.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { asSaidOrTakenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Address } from '../../centres/districts/address.ts';
import { District } from '../../centres/districts/district.ts';
import { Position } from '../../centres/districts/position.ts';
import type { Permission } from '../../permissions.ts';
import { Family } from '../families/family.ts';
import type { Context } from '../wing.ts';
import { AddressProtection } from './address-protection.ts';
import { FamilyAddress, presentAddressOf } from './family-address.ts';
import { type FamilyHome, positionOf } from './family-home.ts';

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

  @Authorized<Permission>('home:read')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why, in the words of who protected the address; where it was taken over from another file, which keeps them, that it was.',
  })
  reason(@Root() { reason }: AddressProtection, @Ctx() { language }: Context): string {
    return asSaidOrTakenOver(reason, language);
  }
}

/** Absent where it was protected just now, after the reader was found to be let in. */
const homeOf = async ({ id, home }: Family, { loaders }: Context): Promise<FamilyHome | null> =>
  home === undefined ? loaders.homeOfFamily.load(id) : home;

@Resolver(() => Family)
export class AddressesOfFamilyResolver {
  @Authorized<Permission>('home:read')
  @FieldResolver(() => Address, { nullable: true, description: 'Where the family lives.' })
  async address(
    @Root() family: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Address | null> {
    const home = await homeOf(family, context);
    return home ? home.address : notShared(context, info, 'RESTRICTED');
  }

  @Authorized<Permission>('home:read')
  @FieldResolver(() => Position, {
    nullable: true,
    description: 'Where the home stands on the map; absent when not located.',
  })
  async position(
    @Root() family: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Position | null> {
    const home = await homeOf(family, context);
    return home ? positionOf(home) : notShared(context, info, 'RESTRICTED');
  }

  @Authorized<Permission>('home:read')
  @ListSize(2)
  @FieldResolver(() => [FamilyAddress], {
    nullable: true,
    description: 'Where the family lives and lived, the present address first.',
  })
  async addresses(
    @Root() family: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FamilyAddress[] | null> {
    const [home, former] = await Promise.all([
      homeOf(family, context),
      context.loaders.formerAddressesOfFamily.load(family.id),
    ]);
    if (!home) return notShared(context, info, 'RESTRICTED');
    return [presentAddressOf(family, home), ...former];
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
