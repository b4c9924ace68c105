import { inMutation } from '@relais/platform/database/transaction.ts';
import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { AdmissionCommission } from './admission-commission.ts';
import { CloseCommissionInput, CloseCommissionPayload, closeCommission } from './close-commission.ts';
import { commissionsDuring } from './commission.queries.ts';
import {
  CorrectCommissionDecisionInput,
  CorrectCommissionDecisionPayload,
  correctCommissionDecision,
} from './correct-commission-decision.ts';
import {
  RecordCommissionDecisionInput,
  RecordCommissionDecisionPayload,
  recordCommissionDecision,
  refusalsOfDecision,
} from './record-commission-decision.ts';
import {
  ScheduleCommissionInput,
  ScheduleCommissionPayload,
  scheduleCommission,
} from './schedule-commission.ts';

@Resolver(() => AdmissionCommission)
export class CommissionResolver {
  @Authorized<Permission>('care:read')
  @Query(() => AdmissionCommission, {
    nullable: true,
    description: 'One admission commission; absent when there is none of this id.',
  })
  commission(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<AdmissionCommission | null> {
    return loaders.commissions.load(id);
  }

  @Authorized<Permission>('care:read')
  @ListSize(30)
  @Query(() => [AdmissionCommission], {
    description: 'The admission commissions of these days, first to last.',
  })
  commissions(
    @Arg('from', () => CivilDate, { description: 'First day.' }) from: Temporal.PlainDate,
    @Arg('to', () => CivilDate, { description: 'Last day, 400 days later at most.' }) to: Temporal.PlainDate,
    @Ctx() { db }: Context,
  ): Promise<AdmissionCommission[]> {
    if (from.until(to).sign < 0) throw badUserInput('to', inputMessages, 'ENDS_BEFORE_IT_STARTS');
    return commissionsDuring(db, { startsOn: from, endsOn: to });
  }

  @Authorized<Permission>('care-request:decide')
  @Mutation(() => ScheduleCommissionPayload, { description: 'Sets the day of an admission commission.' })
  async scheduleCommission(
    @Arg('input', () => ScheduleCommissionInput, { description: 'When it sits.' })
    input: ScheduleCommissionInput,
    @Ctx() context: Context,
  ): Promise<ScheduleCommissionPayload> {
    return ScheduleCommissionPayload.of(
      await inMutation(context, (tx, acting) => scheduleCommission(tx, input, acting)),
    );
  }

  @Authorized<Permission>('care-request:decide')
  @Mutation(() => RecordCommissionDecisionPayload, {
    description:
      'Records what a commission decided on a long-term request, with its priority as it was: granted, refused or postponed.',
  })
  async recordCommissionDecision(
    @Arg('input', () => RecordCommissionDecisionInput, { description: 'What was decided.' })
    input: RecordCommissionDecisionInput,
    @Ctx() context: Context,
  ): Promise<RecordCommissionDecisionPayload> {
    return RecordCommissionDecisionPayload.of(
      await inMutation(
        context,
        (tx, acting) => recordCommissionDecision(tx, input, acting),
        refusalsOfDecision,
      ),
    );
  }

  @Authorized<Permission>('care-request:decide')
  @Mutation(() => CorrectCommissionDecisionPayload, {
    description:
      'Puts right what was recorded of a commission that is not closed, with the reason, while no place was offered on it; the request stands as it was decided in truth.',
  })
  async correctCommissionDecision(
    @Arg('input', () => CorrectCommissionDecisionInput, {
      description: 'What was decided in truth, and why it is corrected.',
    })
    input: CorrectCommissionDecisionInput,
    @Ctx() context: Context,
  ): Promise<CorrectCommissionDecisionPayload> {
    return CorrectCommissionDecisionPayload.of(
      await inMutation(context, (tx, acting) => correctCommissionDecision(tx, input, acting)),
    );
  }

  @Authorized<Permission>('care-request:decide')
  @Mutation(() => CloseCommissionPayload, {
    description: 'Closes a commission once it has sat: it decides no more.',
  })
  async closeCommission(
    @Arg('input', () => CloseCommissionInput, { description: 'Which one.' }) input: CloseCommissionInput,
    @Ctx() context: Context,
  ): Promise<CloseCommissionPayload> {
    return CloseCommissionPayload.of(
      await inMutation(context, (tx, acting) => closeCommission(tx, input, acting)),
    );
  }
}
