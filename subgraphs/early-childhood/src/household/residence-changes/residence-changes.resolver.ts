import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import {
  ChangeResidenceExceptionsInput,
  ChangeResidenceExceptionsPayload,
  changeResidenceExceptions,
} from './change-residence-exceptions.ts';
import {
  EndSharedResidenceInput,
  EndSharedResidencePayload,
  endSharedResidence,
} from './end-shared-residence.ts';
import {
  refusalsOfSharing,
  ShareResidenceInput,
  ShareResidencePayload,
  shareResidence,
} from './share-residence.ts';

@Resolver()
export class ResidenceChangesResolver {
  @Authorized<Permission>('family:register')
  @Mutation(() => ShareResidencePayload, {
    description:
      'Notes that a child lives by turns with a second family, and with whom when: by a rule, or by a calendar.',
  })
  async shareResidence(
    @Arg('input', () => ShareResidenceInput, {
      description: 'The two families, and the rule or the calendar.',
    })
    input: ShareResidenceInput,
    @Ctx() context: Context,
  ): Promise<ShareResidencePayload> {
    return ShareResidencePayload.of(
      await inMutation(context, (tx, acting) => shareResidence(tx, input, acting), refusalsOfSharing),
    );
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => ChangeResidenceExceptionsPayload, {
    description: 'Notes that a child is with the other parent for once, or by the rule after all.',
  })
  async changeResidenceExceptions(
    @Arg('input', () => ChangeResidenceExceptionsInput, { description: 'What is added and taken back.' })
    input: ChangeResidenceExceptionsInput,
    @Ctx() context: Context,
  ): Promise<ChangeResidenceExceptionsPayload> {
    return ChangeResidenceExceptionsPayload.of(
      await inMutation(context, (tx, acting) => changeResidenceExceptions(tx, input, acting)),
    );
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => EndSharedResidencePayload, {
    description: 'Notes from when on a child lives with one of its two families only.',
  })
  async endSharedResidence(
    @Arg('input', () => EndSharedResidenceInput, { description: 'From when on, and with whom.' })
    input: EndSharedResidenceInput,
    @Ctx() context: Context,
  ): Promise<EndSharedResidencePayload> {
    return EndSharedResidencePayload.of(
      await inMutation(context, (tx, acting) => endSharedResidence(tx, input, acting)),
    );
  }
}
