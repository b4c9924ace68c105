import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { type ListSizes, UNMEASURED } from './list-sizes.ts';

export type Request = {
  readonly schema: GraphQLSchema;
  readonly listSizes: ListSizes;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

type Field = GraphQLField<unknown, unknown>;

const given = (value: ValueNode, variables: Request['variables'], otherwise: unknown): unknown => {
  if (value.kind === Kind.INT) return value.value;
  return value.kind === Kind.VARIABLE ? (variables[value.name.value] ?? otherwise) : otherwise;
};

/** A size below zero is refused by its agency; here it must not make up for others. */
const sizeOf = (value: unknown): number => Math.max(0, Number(value) || 0);

/** The page size a field is asked for, when it has pages. */
const pageOf = (node: FieldNode, field: Field, { variables, operation }: Request): number | undefined => {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument) return undefined;
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (!value) return sizeOf(argument.defaultValue ?? UNMEASURED);
  const declared = operation.variableDefinitions?.find(
    ({ variable }) => value.kind === Kind.VARIABLE && variable.name.value === value.name.value,
  )?.defaultValue;
  const otherwise = declared?.kind === Kind.INT ? declared.value : argument.defaultValue;
  return sizeOf(given(value, variables, otherwise));
};

const fieldOf = (type: GraphQLNamedType, node: FieldNode): Field | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;

/** How many objects the answer may hold, with the page sizes really asked for. */
export const countObjects = (request: Request): number => {
  const { schema, document, operation } = request;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }

  const ofField = (node: FieldNode, parent: GraphQLNamedType, page: number | undefined): number => {
    const field = fieldOf(parent, node);
    const type = field && getNamedType(field.type);
    if (!type || isLeafType(type)) return 0;
    const asked = pageOf(node, field, request);
    const isList = isListType(getNullableType(field.type));
    const many = isList ? (asked ?? page ?? request.listSizes(parent.name, node.name.value)) : 1;
    return many * (1 + ofSelections(node.selectionSet, type, isList ? undefined : asked));
  };

  const ofSelection = (node: SelectionNode, parent: GraphQLNamedType, page: number | undefined): number => {
    if (node.kind === Kind.FIELD) return ofField(node, parent, page);
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    const type = schema.getType(fragment?.typeCondition?.name.value ?? parent.name) ?? parent;
    return ofSelections(fragment?.selectionSet, type, page);
  };

  const ofSelections = (
    set: SelectionSetNode | undefined,
    parent: GraphQLNamedType,
    page: number | undefined,
  ) => (set?.selections ?? []).reduce((sum, selection) => sum + ofSelection(selection, parent, page), 0);

  const root = schema.getRootType(operation.operation);
  return root ? ofSelections(operation.selectionSet, root, undefined) : 0;
};
