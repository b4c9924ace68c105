import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** A field that is answered by the loader of a relation. */
export type Link<Loaders = Readonly<Record<string, unknown>>> = {
  readonly loader: keyof Loaders & string;
  /** The property of the record by which it is asked. */
  readonly key: string;
  /** What the loader is asked, of the arguments of the field. */
  // biome-ignore lint/suspicious/noExplicitAny: the arguments that the schema says
  readonly asked?: (args: any, moment: { readonly now: Date }) => unknown;
};

/** By the names of types and their fields. */
export type Links<Loaders = Readonly<Record<string, unknown>>> = Readonly<
  Record<string, Readonly<Record<string, Link<Loaders>>>>
>;

/** A link as it is followed: with what its field takes, and to where it leads. */
export type Way = {
  readonly link: Link;
  readonly field: GraphQLField<unknown, unknown>;
  /** The permissions of the field. */
  readonly permissions: readonly string[];
};

/** By the names of types and their fields. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, Way>>;

/** What the field takes, by what its own agency's resolvers and records say: others have types of the same name. */
const permissionsOf = (resolvers: readonly unknown[], type: string, name: string): readonly string[] => {
  // type-graphql exports no other way to ask what its decorators said.
  const { fieldResolvers, objectTypes } = globalThis.TypeGraphQLMetadataStorage;
  const found = fieldResolvers.find(
    ({ target, schemaName, getObjectType }) =>
      resolvers.includes(target) &&
      schemaName === name &&
      objectTypes.some((each) => each.name === type && each.target === getObjectType?.()),
  );
  if (!found) throw new Error(`No resolver answers ${type}.${name}, so that no link can be followed.`);
  return (found.roles ?? []).map(String);
};

/** Of each link the permissions of its field; one that no resolver answers stops the process from starting. */
export const waysOf = (schema: GraphQLSchema, links: Links, resolvers: readonly unknown[]): Ways => {
  const ways = Object.entries(links).map(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type, so that no link leads from it.`);
    const ofType = Object.entries(fields).map(([fieldName, link]): [string, Way] => {
      const field = type.getFields()[fieldName];
      if (!field) throw new Error(`${name} has no field ${fieldName}.`);
      return [fieldName, { link, field, permissions: permissionsOf(resolvers, name, fieldName) }];
    });
    return [name, new Map(ofType)] as const;
  });
  return new Map(ways);
};

/** The name of the type that a field leads to. */
export const targetOf = (field: GraphQLField<unknown, unknown>): string => getNamedType(field.type).name;
