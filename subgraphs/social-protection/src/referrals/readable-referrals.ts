import type { Correction } from '@relais/platform/corrections/correction.ts';
import { notShared } from '@relais/platform/graphql/denials.ts';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { isPartyTo, readings } from './referral.rules.ts';
import type { Referral } from './referral.ts';

/** Who may read a referral: whoever follows the family, and whom it is between. */
export const mayReadReferral = async (referral: Referral, { user, sight }: Context): Promise<boolean> => {
  for (const permission of readings(referral, user))
    if (await sight.sees(permission satisfies Permission, [referral.familyId])) return true;
  return false;
};

/** The referrals of a family that the reader may read, newest first. */
export const readableReferrals = async (familyId: string, context: Context): Promise<Referral[]> => {
  const all = await context.loaders.referralsOfFamily.load(familyId);
  const readable = await Promise.all(all.map((each) => mayReadReferral(each, context)));
  return all.filter((_, index) => readable[index]);
};

const readsWords = async (referral: Referral, { user, sight }: Context): Promise<boolean> =>
  isPartyTo(referral, user) || sight.sees('referral-words:read' satisfies Permission, [referral.familyId]);

/** What was put right of a referral says what it said before: it is for whom its words are for. */
export const correctionsOf = async (
  referral: Referral,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Correction[] | null> => {
  const all = await context.loaders.corrections.load(referral.id);
  return all.length === 0 || (await readsWords(referral, context)) ? all : notShared(context, info, 'ROLE');
};

/**
 * What was written in a referral may be about anything of the family: benefits to an advisor, job search to the service point.
 * Whoever else follows the family learns that it was referred, to whom and with what outcome, so as not to do it twice.
 */
export const wordsOf = async (
  referral: Referral,
  words: 'message' | 'declineReason',
  context: Context,
  info: GraphQLResolveInfo,
): Promise<string | null> => {
  if (referral[words] === null || (await readsWords(referral, context))) return referral[words];
  return notShared(context, info, 'ROLE');
};
