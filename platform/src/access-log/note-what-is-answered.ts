import {
  defaultFieldResolver,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isPromise } from '../maybe-promise.ts';
import type { SeenType } from '../sight/seen-types.ts';
import type { Accesses } from './accesses.ts';

/** Of which families something is that is answered; `OPEN` is of none. The same as who may see it, where a rule says that. */
export type ConcernedTypes = Readonly<Record<string, Omit<SeenType, 'everywhere'> | 'OPEN'>>;

type Known = Pick<SeenType<unknown, unknown>, 'permission' | 'families'>;
type Noting = { readonly accesses: Accesses };
type AnyField = GraphQLField<unknown, Noting>;

const knownOf = (types: ConcernedTypes, name: string): Known | undefined => {
  const type = types[name];
  return type === undefined || type === 'OPEN' ? undefined : (type as unknown as Known);
};

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

const noteRecord = ({ permission, families }: Known, record: unknown, context: Noting): void => {
  if (!isRecord(record)) return;
  context.accesses.note('SEEN', permission, record, () => families(record, context));
};

const noteAll = (type: Known, answered: unknown, context: Noting): void => {
  const records: readonly unknown[] = Array.isArray(answered) ? answered : [answered];
  for (const record of records) noteRecord(type, record, context);
};

type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** By their types' names, the fields that note themselves when they are asked, in the permission that they take. */
export type GuardedFields = ReadonlySet<string>;

export const guardedFields = (): GuardedFields => {
  const { objectTypes } = globalThis.TypeGraphQLMetadataStorage;
  const guarded = objectTypes.flatMap(({ name, fields = [] }) =>
    fields.filter(({ roles = [] }) => roles.length > 0).map(({ schemaName }) => `${name}.${schemaName}`),
  );
  return new Set(guarded);
};

const KEYS = new Set(['id', '__typename']);

/** A type whose records are noted, and what of them notes itself. */
type Noted = { readonly name: string; readonly guarded: GuardedFields };

const isAsked = (selections: SelectionSetNode, noted: Noted, fragments: Place['fragments']): boolean =>
  selections.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) {
      const { value } = selection.name;
      return !KEYS.has(value) && !noted.guarded.has(`${noted.name}.${value}`);
    }
    const inner: FragmentDefinitionNode | typeof selection | undefined =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    if (!inner || (inner.typeCondition && inner.typeCondition.name.value !== noted.name)) return false;
    return isAsked(inner.selectionSet, noted, fragments);
  });

const answers = new WeakMap<Place['fieldNodes'], boolean>();

/** Whether a record is asked for what its own rule opens, beyond its key and what has a guard of its own. */
const asksOfRecord = (noted: Noted, { fieldNodes, fragments }: Place): boolean => {
  const known = answers.get(fieldNodes);
  if (known !== undefined) return known;
  const asks = fieldNodes.some(
    ({ selectionSet }) => selectionSet !== undefined && isAsked(selectionSet, noted, fragments),
  );
  answers.set(fieldNodes, asks);
  return asks;
};

type NotedField = Noted & { readonly type: Known; readonly isLink: boolean };

const noting =
  (resolve: NonNullable<AnyField['resolve']>, noted: NotedField): NonNullable<AnyField['resolve']> =>
  (root, args, context, info) => {
    const value = resolve(root, args, context, info);
    const { type } = noted;
    if (noted.isLink && !asksOfRecord(noted, info)) return value;
    if (isPromise(value))
      return value.then((answered) => {
        noteAll(type, answered, context);
        return answered;
      });
    noteAll(type, value, context);
    return value;
  };

/** Of which families types are, and what is guarded. */
export type NotingOf = { readonly types: ConcernedTypes; readonly guarded: GuardedFields };

const noteFieldsOf = (object: GraphQLObjectType, { types, guarded }: NotingOf): void => {
  const isLink = types[object.name] !== undefined;
  for (const field of Object.values(object.getFields()) as AnyField[]) {
    const { name } = getNamedType(field.type);
    const type = knownOf(types, name);
    const isNoted = isLink && guarded.has(`${object.name}.${field.name}`);
    if (type && !isNoted)
      field.resolve = noting(field.resolve ?? defaultFieldResolver, { name, guarded, type, isLink });
  }
};

/**
 * Makes every field that answers records of families note whose they are. A link from one record to another that asks for
 * no more than its key tells nothing that the first, or what it is told beside, did not; one that is guarded notes itself.
 */
export const noteWhatIsAnswered = (schema: GraphQLSchema, of: NotingOf): void => {
  for (const object of Object.values(schema.getTypeMap())) {
    if (isObjectType(object) && !object.name.startsWith('__')) noteFieldsOf(object, of);
  }
};

const ofEntities = new WeakMap<Place['fieldNodes'], Map<string, boolean>>();

/** As `asksOfRecord`, where records of several types are asked for at once. */
const asksOfEntity = (noted: Noted, info: Place): boolean => {
  const known = ofEntities.get(info.fieldNodes) ?? new Map<string, boolean>();
  ofEntities.set(info.fieldNodes, known);
  const asks = known.get(noted.name) ?? asksOfRecord(noted, { ...info, fieldNodes: [...info.fieldNodes] });
  known.set(noted.name, asks);
  return asks;
};

/** A record that another agency named: that it is there says nothing, what is asked of it does. */
export const noteReference = (
  { types, guarded }: NotingOf,
  name: string,
  record: unknown,
  { context, info }: { readonly context: Noting; readonly info: Place },
): void => {
  const type = knownOf(types, name);
  if (type && asksOfEntity({ name, guarded }, info)) noteRecord(type, record, context);
};

/** The permission and families of a record that a field was asked of. */
export const concernOf = (types: ConcernedTypes, name: string): Known | undefined => knownOf(types, name);

const PLUMBING = /(?:Connection|Edge|Payload|Refusal)$|^PageInfo$|^_/;
/** Of all agencies: figures of the practice, and how far a log is sealed. */
const ALWAYS_OPEN = ['Figure', 'FiguresClosed', 'Share', 'LogSealing', 'LogSeal', 'KeptLogHead'];

/** What can be reached without a record whose families are known says of which families it is, or that it is open. */
class OfNobodyKnowsWhom extends Error {
  constructor(types: readonly string[]) {
    super(`the access log does not know of which families are ${types.join(', ')}`);
  }
}

export const refuseUnknownConcerns = (schema: GraphQLSchema, types: ConcernedTypes): void => {
  const reached = new Set<string>();
  const reach = (type: unknown): void => {
    if (!isObjectType(type) || reached.has(type.name) || knownOf(types, type.name)) return;
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) reach(getNamedType(field.type));
  };
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((root) => isObjectType(root));
  for (const root of roots)
    for (const field of Object.values(root.getFields())) reach(getNamedType(field.type));
  const unknown = [...reached].filter(
    (name) => types[name] !== 'OPEN' && !PLUMBING.test(name) && !ALWAYS_OPEN.includes(name),
  );
  if (unknown.length > 0) throw new OfNobodyKnowsWhom(unknown);
};
