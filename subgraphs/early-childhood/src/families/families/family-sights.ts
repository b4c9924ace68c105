import type { SeenTypes } from '@relais/platform/sight/seen-types.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import type { Adult } from './adult.ts';
import type { Child } from './child.ts';
import type { Family } from './family.ts';

/** A child is seen by who sees any of its families. */
export const familiesOfChild = (childId: string, { loaders }: Context): Promise<string[]> =>
  loaders.familiesOfChild.load(childId);

const sees: Permission = 'family:see';

export const familySights = {
  Family: { permission: sees, families: ({ id }: Family) => [id], everywhere: true },
  Adult: {
    permission: sees,
    families: ({ familyId }: Adult) => [familyId],
    member: ({ id }: Adult) => id,
  },
  Child: {
    permission: sees,
    families: ({ id, seenFrom }: Child, context: Context) =>
      seenFrom ? [seenFrom] : familiesOfChild(id, context),
  },
} satisfies SeenTypes;
