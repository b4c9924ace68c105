import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import {
  AnswerReferralInput,
  AnswerReferralPayload,
  AnswerReferralRefusal,
  answerReferral,
} from './answer-referral.ts';
import {
  MarkReferralSeenInput,
  MarkReferralSeenPayload,
  MarkReferralSeenRefusal,
  markReferralSeen,
} from './mark-referral-seen.ts';
import {
  SendReferralInput,
  SendReferralPayload,
  SendReferralRefusal,
  type SendReferralResult,
  sendReferral,
} from './send-referral.ts';

@Resolver()
export class ReferralChangesResolver {
  @Authorized('referral:write')
  @Mutation(() => SendReferralPayload, { description: 'Entrusts a family to another agency for a matter.' })
  async sendReferral(
    @Arg('input', () => SendReferralInput, { description: 'The referral.' }) input: SendReferralInput,
    @Ctx() context: Context,
  ): Promise<SendReferralPayload> {
    const result = await refusedBy<SendReferralResult, 'CONFLICT'>({ referrals_pkey: 'CONFLICT' }, () =>
      inMutation(context, (tx) => sendReferral(tx, input, context)),
    );
    if ('refusal' in result) return { referral: null, refusal: SendReferralRefusal.of(result.refusal) };
    return { referral: result.referral, refusal: null };
  }

  @Authorized('referral:write')
  @Mutation(() => MarkReferralSeenPayload, { description: 'Tells the sender that the referral was opened.' })
  async markReferralSeen(
    @Arg('input', () => MarkReferralSeenInput, { description: 'Which one.' }) input: MarkReferralSeenInput,
    @Ctx() context: Context,
  ): Promise<MarkReferralSeenPayload> {
    const result = await inMutation(context, (tx) => markReferralSeen(tx, input, context));
    if ('refusal' in result)
      return { referral: null, refusal: MarkReferralSeenRefusal.of(result.refusal, result.details) };
    return { referral: result.referral, refusal: null };
  }

  @Authorized('referral:write')
  @Mutation(() => AnswerReferralPayload, { description: 'Accepts or declines a referral.' })
  async answerReferral(
    @Arg('input', () => AnswerReferralInput, { description: 'The answer.' }) input: AnswerReferralInput,
    @Ctx() context: Context,
  ): Promise<AnswerReferralPayload> {
    const result = await inMutation(context, (tx) => answerReferral(tx, input, context));
    if ('refusal' in result)
      return { referral: null, refusal: AnswerReferralRefusal.of(result.refusal, result.details) };
    return { referral: result.referral, refusal: null };
  }
}
