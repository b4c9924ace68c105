import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { isPartyTo } from './referral.rules.ts';
import type { Referral } from './referral.ts';

/** Who may read a referral: whoever follows the family, and whom it is between. */
export const mayReadReferral = async (referral: Referral, { user, sight }: Context): Promise<boolean> =>
  isPartyTo(referral, user) || sight.sees('every-referral:read' satisfies Permission, [referral.familyId]);

/** The referrals of a family that the reader may read, newest first. */
export const readableReferrals = async (familyId: string, context: Context): Promise<Referral[]> => {
  const all = await context.loaders.referralsOfFamily.load(familyId);
  const readable = await Promise.all(all.map((each) => mayReadReferral(each, context)));
  return all.filter((_, index) => readable[index]);
};
