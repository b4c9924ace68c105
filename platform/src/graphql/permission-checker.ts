import type { AuthCheckerFn } from 'type-graphql';
import type { Permissions, User } from '../auth/user.ts';
import { RelaisError } from '../errors.ts';

export const mayUse = (permissions: Permissions, permission: string, user: User): boolean =>
  (permissions[permission] ?? []).some((rule) => rule(user));

/** Deny by default: a query or mutation without a known permission stops the process from starting. */
export const refuseOpenOperations = (resolvers: readonly object[], permissions: Permissions): void => {
  // type-graphql exports no other way to ask what its decorators said.
  const { queries, mutations } = globalThis.TypeGraphQLMetadataStorage;
  const operations = [...queries, ...mutations].filter(({ target }) => resolvers.includes(target));
  const open = operations.filter(
    ({ roles = [] }) => roles.length === 0 || roles.some((each) => !(String(each) in permissions)),
  );
  if (open.length === 0) return;
  throw new Error(`No known permission on ${open.map(({ schemaName }) => schemaName).join(', ')}`);
};

/** Checks `@Authorized('permission')`: an operation answers FORBIDDEN, a field of a record NOT_SHARED. */
export const permissionChecker =
  (permissions: Permissions): AuthCheckerFn<{ user: User }> =>
  ({ context, info }, wanted: string[]) => {
    if (wanted.every((permission) => mayUse(permissions, permission, context.user))) return true;
    const isOperation = info.parentType.name === 'Query' || info.parentType.name === 'Mutation';
    if (isOperation) throw new RelaisError('FORBIDDEN', `Your role may not use "${info.fieldName}".`);
    throw new RelaisError('NOT_SHARED', `"${info.fieldName}" is not shared with your role.`);
  };
