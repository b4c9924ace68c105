import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { AnswerReferralInput, AnswerReferralPayload, answerReferral } from './answer-referral.ts';
import { CorrectReferralInput, CorrectReferralPayload, correctReferral } from './correct-referral.ts';
import { MarkReferralSeenInput, MarkReferralSeenPayload, markReferralSeen } from './mark-referral-seen.ts';
import { SendReferralInput, SendReferralPayload, sendReferral } from './send-referral.ts';

@Resolver()
export class ReferralChangesResolver {
  @Authorized<Permission>('referral:send')
  @Mutation(() => SendReferralPayload, { description: 'Entrusts a family to another agency for a matter.' })
  async sendReferral(
    @Arg('input', () => SendReferralInput, { description: 'The referral.' }) input: SendReferralInput,
    @Ctx() context: Context,
  ): Promise<SendReferralPayload> {
    return SendReferralPayload.of(
      await inMutation(context, (tx, acting) => sendReferral(tx, input, acting), {
        referrals_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('referral:answer')
  @Mutation(() => MarkReferralSeenPayload, { description: 'Tells the sender that the referral was opened.' })
  async markReferralSeen(
    @Arg('input', () => MarkReferralSeenInput, { description: 'Which one.' }) input: MarkReferralSeenInput,
    @Ctx() context: Context,
  ): Promise<MarkReferralSeenPayload> {
    return MarkReferralSeenPayload.of(
      await inMutation(context, (tx, acting) => markReferralSeen(tx, input, acting)),
    );
  }

  @Authorized<Permission>('referral:answer')
  @Mutation(() => AnswerReferralPayload, { description: 'Accepts or declines a referral.' })
  async answerReferral(
    @Arg('input', () => AnswerReferralInput, { description: 'The answer.' }) input: AnswerReferralInput,
    @Ctx() context: Context,
  ): Promise<AnswerReferralPayload> {
    return AnswerReferralPayload.of(
      await inMutation(context, (tx, acting) => answerReferral(tx, input, acting)),
    );
  }

  @Authorized<Permission>('referral:send')
  @Mutation(() => CorrectReferralPayload, {
    description:
      'Puts right a referral that one sent, or takes it back, while it waits for an answer; what it said before stays readable.',
  })
  async correctReferral(
    @Arg('input', () => CorrectReferralInput, { description: 'What was otherwise, and why.' })
    input: CorrectReferralInput,
    @Ctx() context: Context,
  ): Promise<CorrectReferralPayload> {
    return CorrectReferralPayload.of(
      await inMutation(context, (tx, acting) => correctReferral(tx, input, acting)),
    );
  }
}
