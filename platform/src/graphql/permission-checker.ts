import type { AuthCheckerFn } from 'type-graphql';
import { auditor, integrator, type Permissions, type User } from '../auth/user.ts';
import { RelaisError, type Sentences } from '../errors.ts';
import { type Denials, notShared } from './denials.ts';

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

const notAdmitted: Sentences = {
  fr: 'Votre organisme ne participe pas à Relais : rien n’a été enregistré. Demandez à la ville de l’inscrire.',
  en: 'Your agency does not take part in Relais: nothing was recorded. Ask the city to admit it.',
};

/** Systems are held by their scopes, and auditors change nothing. */
const actsForAgency = (user: User): boolean => !integrator(user) && !auditor(user);

/** Deny by default here as well: whoever acts for an agency that the city has not admitted writes nothing. */
const refuseUnadmitted = (user: User): void => {
  if (user.agencyKind !== null || !actsForAgency(user)) return;
  throw new RelaisError('FORBIDDEN', notAdmitted.en, { sentences: notAdmitted });
};

/** A guarded field is `null` to who may not see it: one that is never null would take its record along. */
export const refuseSureGuards = (): void => {
  const { fields } = globalThis.TypeGraphQLMetadataStorage;
  const sure = fields.filter(({ roles = [], typeOptions }) => roles.length > 0 && !typeOptions.nullable);
  if (sure.length === 0) return;
  const names = sure.map(({ target, schemaName }) => `${target.name}.${schemaName}`);
  throw new Error(`Guarded, so they must be nullable: ${names.join(', ')}`);
};

/** Checks `@Authorized('permission')`: an operation answers FORBIDDEN, a field of a record `null` and NOT_SHARED. */
export const permissionChecker =
  (permissions: Permissions): AuthCheckerFn<{ user: User; denials: Denials }> =>
  ({ context, info }, wanted: string[]) => {
    const isMutation = info.parentType.name === 'Mutation';
    if (wanted.every((permission) => mayUse(permissions, permission, context.user))) {
      if (isMutation) refuseUnadmitted(context.user);
      return true;
    }
    const isOperation = isMutation || info.parentType.name === 'Query';
    if (isOperation) throw new RelaisError('FORBIDDEN', `Your role may not use "${info.fieldName}".`);
    notShared(context, info, 'ROLE');
    return false;
  };
