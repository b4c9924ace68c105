import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import {
  EndAddressProtectionInput,
  EndAddressProtectionPayload,
  endAddressProtection,
} from './end-address-protection.ts';
import { ProtectAddressInput, ProtectAddressPayload, protectAddress } from './protect-address.ts';

@Resolver()
export class AddressProtectionChangesResolver {
  @Authorized<Permission>('address-protection:write')
  @Mutation(() => ProtectAddressPayload, {
    description:
      'From now on only the support team of a family learns where it lives, in all three agencies; by a coordinator, or a caseworker of the team.',
  })
  async protectAddress(
    @Arg('input', () => ProtectAddressInput, { description: 'Whose, and why.' }) input: ProtectAddressInput,
    @Ctx() context: Context,
  ): Promise<ProtectAddressPayload> {
    return ProtectAddressPayload.of(
      await inMutation(context, (tx, acting) => protectAddress(tx, input, acting), {
        address_protections_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('address-protection:end')
  @Mutation(() => EndAddressProtectionPayload, {
    description:
      'The address of a family is read again by all who read it before; by somebody of its support team.',
  })
  async endAddressProtection(
    @Arg('input', () => EndAddressProtectionInput, { description: 'Which, and why.' })
    input: EndAddressProtectionInput,
    @Ctx() context: Context,
  ): Promise<EndAddressProtectionPayload> {
    return EndAddressProtectionPayload.of(
      await inMutation(context, (tx, acting) => endAddressProtection(tx, input, acting)),
    );
  }
}
