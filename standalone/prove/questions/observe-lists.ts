import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** How long each list without pages was in the answers seen. */
export type Lengths = Map<string, number[]>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });

const isPage = (node: FieldNode, { args }: GraphQLField<unknown, unknown>): boolean =>
  node.name.value === 'edges' || args.some(({ name }) => name === 'first');

const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );

/** Notes how long the lists of an answer are. */
export const observeLists = (
  schema: GraphQLSchema,
  document: DocumentNode,
  data: unknown,
  lengths: Lengths,
): void => {
  const fragments = fragmentsOf(document);

  const note = (key: string, length: number): void => {
    const known = lengths.get(key) ?? [];
    known.push(length);
    lengths.set(key, known);
  };

  const lookAt = (value: unknown, type: GraphQLNamedType, set: SelectionSetNode | undefined): void => {
    if (Array.isArray(value)) {
      for (const each of value) lookAt(each, type, set);
      return;
    }
    if (!isRecord(value) || !set || !isObjectType(type)) return;
    for (const node of fieldsOf(set, fragments)) lookAtField(value, type, node);
  };

  const lookAtField = (parent: Record<string, unknown>, type: GraphQLObjectType, node: FieldNode): void => {
    const field = type.getFields()[node.name.value];
    const value = parent[(node.alias ?? node.name).value];
    if (!field || value === null) return;
    if (Array.isArray(value) && !isPage(node, field)) note(`${type.name}.${node.name.value}`, value.length);
    lookAt(value, getNamedType(field.type), node.selectionSet);
  };

  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (root) lookAt(data, root, operation.selectionSet);
};
