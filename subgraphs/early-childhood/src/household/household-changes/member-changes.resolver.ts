import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CorrectAdultInput, CorrectAdultPayload, correctAdult } from './correct-adult.ts';
import { CorrectChildInput, CorrectChildPayload, correctChild } from './correct-child.ts';
import {
  RecordAdultDepartureInput,
  RecordAdultDeparturePayload,
  recordAdultDeparture,
} from './record-adult-departure.ts';
import { RecordBirthInput, RecordBirthPayload, recordBirth } from './record-birth.ts';
import {
  RecordChildDepartureInput,
  RecordChildDeparturePayload,
  recordChildDeparture,
} from './record-child-departure.ts';

@Resolver()
export class MemberChangesResolver {
  @Authorized<Permission>('family:register')
  @Mutation(() => CorrectAdultPayload, { description: 'Writes down otherwise what is known of an adult.' })
  async correctAdult(
    @Arg('input', () => CorrectAdultInput, { description: 'What is otherwise.' }) input: CorrectAdultInput,
    @Ctx() context: Context,
  ): Promise<CorrectAdultPayload> {
    return CorrectAdultPayload.of(await inMutation(context, (tx, acting) => correctAdult(tx, input, acting)));
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => CorrectChildPayload, {
    description:
      'Writes down otherwise what is known of a child: who may collect it, care alerts, vaccinations…',
  })
  async correctChild(
    @Arg('input', () => CorrectChildInput, { description: 'What is otherwise.' }) input: CorrectChildInput,
    @Ctx() context: Context,
  ): Promise<CorrectChildPayload> {
    return CorrectChildPayload.of(await inMutation(context, (tx, acting) => correctChild(tx, input, acting)));
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => RecordBirthPayload, { description: 'Notes that a child who was expected is born.' })
  async recordBirth(
    @Arg('input', () => RecordBirthInput, { description: 'Who was born when.' }) input: RecordBirthInput,
    @Ctx() context: Context,
  ): Promise<RecordBirthPayload> {
    return RecordBirthPayload.of(await inMutation(context, (tx, acting) => recordBirth(tx, input, acting)));
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => RecordAdultDeparturePayload, {
    description: 'Notes that an adult left the family, or takes that back; the history stays.',
  })
  async recordAdultDeparture(
    @Arg('input', () => RecordAdultDepartureInput, { description: 'Who left when.' })
    input: RecordAdultDepartureInput,
    @Ctx() context: Context,
  ): Promise<RecordAdultDeparturePayload> {
    return RecordAdultDeparturePayload.of(
      await inMutation(context, (tx, acting) => recordAdultDeparture(tx, input, acting)),
    );
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => RecordChildDeparturePayload, {
    description: 'Notes that a child left the family, or takes that back; refused while care is to come.',
  })
  async recordChildDeparture(
    @Arg('input', () => RecordChildDepartureInput, { description: 'Who left when.' })
    input: RecordChildDepartureInput,
    @Ctx() context: Context,
  ): Promise<RecordChildDeparturePayload> {
    return RecordChildDeparturePayload.of(
      await inMutation(context, (tx, acting) => recordChildDeparture(tx, input, acting)),
    );
  }
}
