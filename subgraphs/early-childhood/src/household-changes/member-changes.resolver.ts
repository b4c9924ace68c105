import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import {
  CorrectAdultPayload,
  CorrectAdultRefusal,
  RecordAdultDeparturePayload,
  RecordAdultDepartureRefusal,
} from './adult-changes-payload.ts';
import {
  CorrectChildPayload,
  CorrectChildRefusal,
  RecordBirthPayload,
  RecordBirthRefusal,
  RecordChildDeparturePayload,
  RecordChildDepartureRefusal,
} from './child-changes-payload.ts';
import { CorrectAdultInput, correctAdult } from './correct-adult.ts';
import { CorrectChildInput, correctChild } from './correct-child.ts';
import { RecordAdultDepartureInput, recordAdultDeparture } from './record-adult-departure.ts';
import { RecordBirthInput, recordBirth } from './record-birth.ts';
import { RecordChildDepartureInput, recordChildDeparture } from './record-child-departure.ts';

@Resolver()
export class MemberChangesResolver {
  @Authorized<Permission>('family:register')
  @Mutation(() => CorrectAdultPayload, { description: 'Writes down otherwise what is known of an adult.' })
  async correctAdult(
    @Arg('input', () => CorrectAdultInput, { description: 'What is otherwise.' }) input: CorrectAdultInput,
    @Ctx() context: Context,
  ): Promise<CorrectAdultPayload> {
    const result = await inMutation(context, (tx) => correctAdult(tx, input, context));
    return 'refusal' in result ? { refusal: CorrectAdultRefusal.of(result.refusal) } : result;
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
    const result = await inMutation(context, (tx) => correctChild(tx, input, context));
    return 'refusal' in result ? { refusal: CorrectChildRefusal.of(result.refusal) } : result;
  }

  @Authorized<Permission>('family:register')
  @Mutation(() => RecordBirthPayload, { description: 'Notes that a child who was expected is born.' })
  async recordBirth(
    @Arg('input', () => RecordBirthInput, { description: 'Who was born when.' }) input: RecordBirthInput,
    @Ctx() context: Context,
  ): Promise<RecordBirthPayload> {
    const result = await inMutation(context, (tx) => recordBirth(tx, input, context));
    return 'refusal' in result ? { refusal: RecordBirthRefusal.of(result.refusal) } : result;
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
    const result = await inMutation(context, (tx) => recordAdultDeparture(tx, input, context));
    return 'refusal' in result ? { refusal: RecordAdultDepartureRefusal.of(result.refusal) } : result;
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
    const result = await inMutation(context, (tx) => recordChildDeparture(tx, input, context));
    if (!('refusal' in result))
      return { ...result, bookingsToCome: [], placementsToCome: [], openCareRequests: [] };
    return {
      bookingsToCome: result.careToCome?.bookings ?? [],
      placementsToCome: result.careToCome?.placements ?? [],
      openCareRequests: result.careToCome?.careRequests ?? [],
      refusal: RecordChildDepartureRefusal.of(result.refusal),
    };
  }
}
