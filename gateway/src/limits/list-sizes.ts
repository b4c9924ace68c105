import {
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';

/** How many a list without pages is taken to hold. */
export type ListSizes = (type: string, field: string) => number;

/** A list of which nobody said how many it holds is taken for a full page. */
export const UNMEASURED = 100;

const assumedSize = (supergraph: GraphQLSchema, { astNode }: GraphQLField<unknown, unknown>) => {
  const directive = supergraph.getDirective('listSize');
  const size = directive && astNode ? getDirectiveValues(directive, astNode)?.assumedSize : undefined;
  return typeof size === 'number' ? size : undefined;
};

/** Every list without pages by its type and name, with its measured size where one is declared. */
export const plainLists = (supergraph: GraphQLSchema): ReadonlyMap<string, number | undefined> =>
  new Map(
    Object.values(supergraph.getTypeMap()).flatMap((type) => {
      if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('__')) return [];
      return Object.values(type.getFields())
        .filter((field) => isListType(getNullableType(field.type)))
        .filter(({ name, args }) => name !== 'edges' && !args.some((argument) => argument.name === 'first'))
        .map((field): [string, number | undefined] => [
          `${type.name}.${field.name}`,
          assumedSize(supergraph, field),
        ]);
    }),
  );

export const listSizesOf = (supergraph: GraphQLSchema): ListSizes => {
  const sizes = plainLists(supergraph);
  return (type, field) => sizes.get(`${type}.${field}`) ?? UNMEASURED;
};
