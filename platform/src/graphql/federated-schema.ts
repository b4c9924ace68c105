import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
} from 'graphql';

/** Finds what a key of another agency points to. */
export type FindEntity<Context> = (
  reference: Readonly<Record<string, unknown>>,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

type Entities<Context> = Readonly<Record<string, FindEntity<Context>>>;
type Asked = { readonly representations: readonly { readonly __typename: string }[] };

const Any = new GraphQLScalarType({ name: '_Any', description: 'The key of an entity, with its type.' });
const Service = new GraphQLObjectType({
  name: '_Service',
  description: 'What a tool asks that composes graphs.',
  fields: { sdl: { type: GraphQLString, description: 'The schema of this agency.' } },
});

/** The union of all entities is told by it which one was found. */
const named = (typename: string, found: unknown): unknown =>
  typeof found === 'object' && found !== null
    ? Object.defineProperty(found, '__typename', { value: typename })
    : found;

const findIn =
  <Context>(entities: Entities<Context>) =>
  async (
    reference: Asked['representations'][number],
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    const typename = reference.__typename;
    const find = Object.hasOwn(entities, typename) ? entities[typename] : undefined;
    if (!find) throw new Error(`Nothing of type ${typename} is found by a key here.`);
    return named(typename, await find(reference, context, info));
  };

const isKey = (directive: { name: { value: string }; arguments?: readonly { name: { value: string } }[] }) =>
  directive.name.value === 'key' && !directive.arguments?.some(({ name }) => name.value === 'resolvable');

/** The types that other agencies may point to, by the schema. */
const entityTypesOf = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ astNode }) => astNode?.directives?.some(isKey));

/** Whatever can be pointed to, can be found. */
class NotFoundByKey extends Error {
  constructor(types: readonly string[]) {
    super(`no reference finds ${types.join(', ')}`);
  }
}

/**
 * A schema that answers a gateway as well: `_entities` finds records by their keys, `_service` says the schema. Made of the
 * schema as it is; printing and reading it again would cost each start half a second (docs/decisions/0046-…).
 */
export const federatedSchema = <Context>(
  schema: GraphQLSchema,
  entities: Entities<Context>,
  sdl: () => string,
): GraphQLSchema => {
  const types = entityTypesOf(schema);
  const forgotten = types.filter(({ name }) => !(name in entities));
  if (forgotten.length > 0) throw new NotFoundByKey(forgotten.map(({ name }) => name));

  const find = findIn(entities);
  const Entity = new GraphQLUnionType({
    name: '_Entity',
    description: 'Whatever other agencies may point to.',
    types,
    resolveType: ({ __typename }) => __typename,
  });
  const config = schema.toConfig();
  const { fields, ...asked } = config.query?.toConfig() ?? { name: 'Query', fields: {} };
  const query = new GraphQLObjectType<unknown, Context>({
    ...asked,
    fields: {
      ...fields,
      _service: { type: new GraphQLNonNull(Service), resolve: () => ({ sdl }) },
      ...(types.length > 0 && {
        _entities: {
          type: new GraphQLNonNull(new GraphQLList(Entity)),
          args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))) } },
          resolve: (_, { representations }: Asked, context, info) =>
            representations.map((reference) => find(reference, context, info)),
        },
      }),
    },
  });
  return new GraphQLSchema({
    ...config,
    query,
    types: config.types.filter((type) => type !== config.query),
  });
};
