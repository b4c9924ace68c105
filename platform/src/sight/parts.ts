import type { GraphQLResolveInfo } from 'graphql';
import { type Denials, notAll } from '../graphql/denials.ts';
import type { Sight } from './sight.ts';

type Seer = { readonly sight: Sight; readonly denials: Denials };

/**
 * For a list that is put together of several parts: whether the reader may see each. What the family objects to is left
 * out and said once, or the list would read as if there were no more. What a role is never told its description says.
 */
export const partsOf =
  <Permission extends string>(
    context: Seer,
    info: Pick<GraphQLResolveInfo, 'path'>,
    familyIds: readonly string[],
  ): ((permission: Permission) => Promise<boolean>) =>
  async (permission) => {
    const denial = await context.sight.denial(permission, familyIds);
    if (denial?.because === 'OBJECTION') notAll(context, info, denial.because);
    return denial === null;
  };

/** For a list of records of many families: that those of some of them are left out is said once, at the list. */
export const sayWhatIsLeftOut = async <Permission extends string>(
  context: Seer,
  info: Pick<GraphQLResolveInfo, 'path'>,
  permission: Permission,
): Promise<void> => {
  if (await context.sight.leavesOut(permission)) notAll(context, info, 'OBJECTION');
};
