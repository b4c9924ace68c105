import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Accesses } from '../access-log/accesses.ts';
import { following, type MaybePromise } from '../maybe-promise.ts';
import type { Sight } from './sight.ts';

type Seer = { readonly sight: Sight; readonly accesses: Accesses };

/** Of which families something is, and what is needed to know that it exists. */
export type SeenType<Root = never, Context = never> = {
  readonly permission: string;
  readonly families: (root: Root, context: Context) => MaybePromise<readonly string[]>;
  /** Which person of the family it is, where a rule depends on it. */
  readonly member?: (root: Root) => string;
  /** Whether who reads it knows that it exists, and is not told of which family it is: its guarded fields are not shared. */
  readonly isWithheld?: (root: Root) => boolean;
  /** Whatever field leads to it, it may be another family's: each is checked, not only questions and references. */
  readonly everywhere?: true;
};

/** `OPEN` is what is of no family: centres, districts, figures. Its fields have their own rules. */
export type SeenTypes = Readonly<Record<string, SeenType | 'OPEN'>>;

type Known = SeenType<unknown, unknown>;

const known = (types: SeenTypes, name: string): Known | undefined => {
  const type = types[name];
  return type === undefined || type === 'OPEN' ? undefined : (type as Known);
};

/** Finds the families that the record of a field is of; `undefined` when it is of none. */
export const familiesOf = (types: SeenTypes, name: string, root: unknown, context: unknown) => {
  const type = known(types, name);
  return type && (() => type.families(root, context));
};

/** Which person of a family the record of a field is. */
export const memberOf = (types: SeenTypes, name: string, root: unknown): string | undefined =>
  known(types, name)?.member?.(root);

/** Whether the record of a field is of a family that is not told. */
export const isWithheld = (types: SeenTypes, name: string, root: unknown): boolean =>
  known(types, name)?.isWithheld?.(root) ?? false;

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** What is out of sight is absent, exactly as what does not exist. */
export const seen = (
  types: SeenTypes,
  name: string,
  value: unknown,
  context: Seer,
): MaybePromise<unknown> => {
  const type = known(types, name);
  if (!type) return value;
  return following(value, (found) => {
    if (isNothing(found) || isWithheld(types, name, found)) return found;
    const families = () => type.families(found, context);
    return following(context.sight.sees(type.permission, families), (isSeen) => {
      if (isSeen) return found;
      context.accesses.note('DENIED', type.permission, found, families);
      return null;
    });
  });
};

/** A field that could not be absent would tell of a family that is out of sight. */
class CannotBeAbsent extends Error {
  constructor(field: string) {
    super(`${field} leads to what may be out of sight, so it must be nullable`);
  }
}

type AnyField = GraphQLField<unknown, Seer>;

const checkField = (types: SeenTypes, field: AnyField, name: string): void => {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, context, info) =>
    seen(types, name, resolve(root, args, context, info), context);
};

const isEdge = ({ name }: GraphQLObjectType): boolean => name.endsWith('Edge');
const isExternal = ({ astNode }: AnyField): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;

/** The type whose records the field answers one by one, where their rule has to be asked. */
const checkedTypeOf = (types: SeenTypes, field: AnyField, isQuestion: boolean): string | null => {
  const answered = getNullableType(field.type);
  const type = isObjectType(answered) ? known(types, answered.name) : undefined;
  if (!type || isExternal(field)) return null;
  return type.everywhere || isQuestion ? String(answered) : null;
};

/**
 * Makes fields answer only what is seen: the questions that name a record, and every way to a type that is checked
 * everywhere. Lists are filtered where they are read.
 */
export const checkWhatIsSeen = (schema: GraphQLSchema, types: SeenTypes): void => {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const object of objects.filter((each) => !each.name.startsWith('__') && !isEdge(each))) {
    for (const field of Object.values(object.getFields()) as AnyField[]) {
      const type = checkedTypeOf(types, field, object === schema.getQueryType());
      if (!type) continue;
      if (isNonNullType(field.type)) throw new CannotBeAbsent(`${object.name}.${field.name}`);
      checkField(types, field, type);
    }
  }
};
