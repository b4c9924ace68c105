import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { PossibleDuplicate } from '../family-lookups/possible-duplicate.ts';
import type { Permission } from '../permissions.ts';
import { AddAdultInput, addAdult } from './add-adult.ts';
import { AddChildInput, addChild } from './add-child.ts';
import { asSeenFrom } from './child.ts';
import { RegisterFamilyInput, refusalsOfRegistration, registerFamily } from './register-family.ts';
import {
  AddAdultPayload,
  AddAdultRefusal,
  AddChildPayload,
  AddChildRefusal,
  RegisterFamilyPayload,
  RegisterFamilyRefusal,
} from './registration-payload.ts';

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
    const result = await refusedBy(refusalsOfRegistration, () =>
      inMutation(context, (tx) => registerFamily(tx, input, context)),
    );
    if ('refusal' in result)
      return { refusal: RegisterFamilyRefusal.of(result.refusal), possibleDuplicates: [] };
    const { family, adults, children, duplicates } = result;
    // Whoever sent them knows them by their place in the list, so the answer keeps it.
    context.loaders.adultsOfFamily.prime(family.id, adults);
    context.loaders.childrenOfFamily.prime(
      family.id,
      children.map((child) => asSeenFrom(child, family.id)),
    );
    return { family, possibleDuplicates: duplicates.map(PossibleDuplicate.of) };
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => AddAdultPayload, { description: 'Adds an adult to a family.' })
  async addAdult(
    @Arg('input', () => AddAdultInput, { description: 'Who joins which family.' }) input: AddAdultInput,
    @Ctx() context: Context,
  ): Promise<AddAdultPayload> {
    const result = await inMutation(context, (tx) => addAdult(tx, input, context));
    return 'refusal' in result ? { refusal: AddAdultRefusal.of(result.refusal) } : result;
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => AddChildPayload, { description: 'Adds a child, born or expected, to a family.' })
  async addChild(
    @Arg('input', () => AddChildInput, { description: 'Who joins which family.' }) input: AddChildInput,
    @Ctx() context: Context,
  ): Promise<AddChildPayload> {
    const result = await inMutation(context, (tx) => addChild(tx, input, context));
    if ('refusal' in result) return { refusal: AddChildRefusal.of(result.refusal), possibleDuplicates: [] };
    return { child: result.child, possibleDuplicates: result.duplicates.map(PossibleDuplicate.of) };
  }
}
