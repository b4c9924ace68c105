import type { Context } from '../wing.ts';
import { asSeenFrom, type Child } from './child.ts';

/** A child for whose care one of its families asks or pays. */
export const childSeenFrom = async (
  { loaders }: Context,
  childId: string,
  familyId: string,
): Promise<Child | null> => {
  const child = await loaders.children.load(childId);
  return child && asSeenFrom(child, familyId);
};
