import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { AuthCheckerFn } from 'type-graphql';
import type { Accesses } from '../access-log/accesses.ts';
import { type ConcernedTypes, concernOf } from '../access-log/note-what-is-answered.ts';
import type { User } from '../auth/user.ts';
import { RelaisError, type Sentences } from '../errors.ts';
import { following, type MaybePromise } from '../maybe-promise.ts';
import { askersInWords } from '../sight/askers.ts';
import { type Changers, type ChangersOf, inWords, mayChange } from '../sight/changers.rules.ts';
import type { Permissions } from '../sight/compiled.ts';
import { familiesOf, isWithheld, memberOf, type SeenTypes } from '../sight/seen-types.ts';
import type { Refusal, Sight } from '../sight/sight.ts';
import { type Denials, notShared } from './denials.ts';

const changersOf = (changers: ChangersOf, wanted: readonly unknown[]): readonly Changers[] =>
  wanted.map((permission) => changers[String(permission)] ?? {});

type ToldOf = {
  readonly resolvers: readonly object[];
  readonly permissions: Permissions;
  readonly changers: ChangersOf;
};

/** No mutation may be called without that it is said of which agencies: one that says nothing stops the process from starting. */
const changersInWords = (changers: ChangersOf, name: string, wanted: readonly unknown[]): string => {
  const [who = {}, ...others] = changersOf(changers, wanted);
  if (others.length > 0 || Object.keys(who).length === 0)
    throw new Error(`Nobody said of which agencies ${name} may be called.`);
  return inWords(who);
};

const say = (type: GraphQLObjectType | null | undefined, name: string, forWhom: string): void => {
  const field = type?.getFields()[name];
  if (field) field.description = `${field.description ?? ''} ${forWhom}`;
};

/** Whoever reads the contract, or looks it up in GraphiQL, is told of each query and mutation who may use it. */
export const sayForWhom = (schema: GraphQLSchema, { resolvers, permissions, changers }: ToldOf): void => {
  const { queries, mutations } = globalThis.TypeGraphQLMetadataStorage;
  const isHere = ({ target }: { readonly target: unknown }): boolean =>
    resolvers.some((each) => each === target);
  for (const { schemaName, roles = [] } of queries.filter(isHere))
    say(schema.getQueryType(), schemaName, askersInWords(permissions, roles));
  for (const { schemaName, roles = [] } of mutations.filter(isHere))
    say(schema.getMutationType(), schemaName, changersInWords(changers, schemaName, roles));
};

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

const notOfYourAgency: Sentences = {
  fr: 'Votre organisme ne fait pas ce changement dans Relais : rien n’a été enregistré. Demandez-le à qui suit la famille.',
  en: 'Your agency does not make this change in Relais: nothing was recorded. Ask whoever follows the family.',
};

const forbidden = (sentences: Sentences): RelaisError =>
  new RelaisError('FORBIDDEN', sentences.en, { sentences });

type Seer = {
  readonly sight: Sight;
  readonly user: User;
  readonly denials: Denials;
  readonly accesses: Accesses;
};

const checkOperation = (
  { sight, user, accesses }: Seer,
  wanted: readonly string[],
  { fieldName, parentType }: GraphQLResolveInfo,
  changers: ChangersOf,
): true => {
  if (!wanted.every((permission) => sight.mayEver(permission)))
    throw new RelaisError('FORBIDDEN', `Your role may not use "${fieldName}".`);
  if (parentType.name !== 'Mutation') return true;
  if (user.agencyKind === null) throw forbidden(notAdmitted);
  if (!wanted.every((permission) => mayChange(changers[permission] ?? {}, user)))
    throw forbidden(notOfYourAgency);
  accesses.begin(wanted[0] ?? '');
  return true;
};

/** A guarded field is `null` to who may not see it: one that is never null would take its record along. */
export const refuseSureGuards = (): void => {
  // Of each type, whether declared beside its columns or by a resolver: the list of all fields lacks the latter.
  const names = globalThis.TypeGraphQLMetadataStorage.objectTypes.flatMap(({ name, fields = [] }) =>
    fields
      .filter(({ roles = [], typeOptions }) => roles.length > 0 && !typeOptions.nullable)
      .map(({ schemaName }) => `${name}.${schemaName}`),
  );
  if (names.length === 0) return;
  throw new Error(`Guarded, so they must be nullable: ${names.join(', ')}`);
};

type Asked = { readonly root: unknown; readonly context: Seer; readonly info: GraphQLResolveInfo };

const denialOf = (
  types: SeenTypes,
  { root, context, info }: Asked,
  permission: string,
): MaybePromise<Refusal | null> => {
  const { sight } = context;
  if (isWithheld(types, info.parentType.name, root)) return { because: undefined };
  const families = familiesOf(types, info.parentType.name, root, context);
  const member = memberOf(types, info.parentType.name, root);
  if (families) return sight.denial(permission, families, member);
  return sight.mayEver(permission) ? null : { because: 'ROLE' };
};

/** Whose data a guarded field tells, or does not. */
const noteGuarded = (
  concerned: ConcernedTypes,
  { root, context, info }: Asked,
  outcome: 'SEEN' | 'DENIED',
  permission: string,
): void => {
  const concern = concernOf(concerned, info.parentType.name);
  if (concern) context.accesses.note(outcome, permission, root, () => concern.families(root, context));
};

/**
 * Checks `@Authorized('permission')`: of an operation by the token alone, FORBIDDEN otherwise (what it finds or changes is
 * checked where that is known), and of a change by the agency as well; of a field by the families that its record is of, `null` and NOT_SHARED otherwise.
 */
export const permissionChecker = (
  types: SeenTypes,
  changers: ChangersOf,
  concerns: ConcernedTypes = {},
): AuthCheckerFn<Seer> => {
  const concerned = { ...types, ...concerns };
  const tells = (permission: string, asked: Asked): MaybePromise<boolean> =>
    following(denialOf(types, asked, permission), (denial) => {
      noteGuarded(concerned, asked, denial ? 'DENIED' : 'SEEN', permission);
      if (denial) notShared(asked.context, asked.info, denial.because);
      return denial === null;
    });
  const tellsAll = ([first, ...others]: readonly string[], asked: Asked): MaybePromise<boolean> =>
    first === undefined || following(tells(first, asked), (isTold) => isTold && tellsAll(others, asked));
  return (asked, wanted: string[]) => {
    const { context, info } = asked;
    const { name } = info.parentType;
    if (name === 'Query' || name === 'Mutation') return checkOperation(context, wanted, info, changers);
    return tellsAll(wanted, asked);
  };
};
