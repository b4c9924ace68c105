import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { asSeenFrom } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { AddAdultInput, AddAdultPayload, addAdult } from './add-adult.ts';
import { AddChildInput, AddChildPayload, addChild } from './add-child.ts';
import {
  type Registered,
  RegisterFamilyInput,
  RegisterFamilyPayload,
  refusalsOfRegistration,
  registerFamily,
} from './register-family.ts';

/** Whoever sent the members knows them by their place in the list, so the answer keeps it. */
const primeMembers = ({ loaders }: Context, { family, adults, children }: Registered): void => {
  loaders.adultsOfFamily.prime(family.id, adults);
  loaders.childrenOfFamily.prime(
    family.id,
    children.map((child) => asSeenFrom(child, family.id)),
  );
};

@Resolver()
export class RegistrationResolver {
  @Authorized<Permission>('family:register')
  @Mutation(() => RegisterFamilyPayload, {
    description:
      'Registers a family with its adults and children; the answer lists them in the order in which they were sent.',
  })
  async registerFamily(
    @Arg('input', () => RegisterFamilyInput, { description: 'Who they are.' }) input: RegisterFamilyInput,
    @Ctx() context: Context,
  ): Promise<RegisterFamilyPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => registerFamily(tx, input, acting),
      refusalsOfRegistration,
    );
    if (!result.refusal) primeMembers(context, result);
    return RegisterFamilyPayload.of(result);
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => AddAdultPayload, { description: 'Adds an adult to a family.' })
  async addAdult(
    @Arg('input', () => AddAdultInput, { description: 'Who joins which family.' }) input: AddAdultInput,
    @Ctx() context: Context,
  ): Promise<AddAdultPayload> {
    return AddAdultPayload.of(await inMutation(context, (tx, acting) => addAdult(tx, input, acting)));
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => AddChildPayload, { description: 'Adds a child, born or expected, to a family.' })
  async addChild(
    @Arg('input', () => AddChildInput, { description: 'Who joins which family.' }) input: AddChildInput,
    @Ctx() context: Context,
  ): Promise<AddChildPayload> {
    return AddChildPayload.of(await inMutation(context, (tx, acting) => addChild(tx, input, acting)));
  }
}
