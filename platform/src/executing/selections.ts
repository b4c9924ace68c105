import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Something of a question that is not compiled: graphql-js carries it out. */
export class NotCompiled extends Error {}

export const notCompiled = (what: string): never => {
  throw new NotCompiled(what);
};

export type Document = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
};

export const documentOf = (
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operationName: string | undefined,
): Document => {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations.filter(
    ({ name }) => operationName === undefined || name?.value === operationName,
  );
  if (!operation || others.length > 0) return notCompiled('not one operation');
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return { schema, operation, fragments };
};

/** The nodes that ask for each name of the answer, in its order. */
export type Collected = ReadonlyMap<string, FieldNode[]>;

type Fragment = Extract<SelectionNode, { kind: 'InlineFragment' }> | FragmentDefinitionNode;

const applies = ({ schema }: Document, { typeCondition }: Fragment, type: GraphQLObjectType): boolean => {
  if (!typeCondition || typeCondition.name.value === type.name) return true;
  const wanted = schema.getType(typeCondition.name.value);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
};

class Collecting {
  readonly found = new Map<string, FieldNode[]>();
  readonly #spread = new Set<string>();
  readonly #document: Document;
  readonly #type: GraphQLObjectType;

  constructor(document: Document, type: GraphQLObjectType) {
    this.#document = document;
    this.#type = type;
  }

  collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.directives?.length) notCompiled('a directive');
      if (selection.kind === Kind.FIELD) this.#note(selection);
      const fragment = this.#fragmentOf(selection);
      if (fragment && applies(this.#document, fragment, this.#type)) this.collect(fragment.selectionSet);
    }
  }

  #note(node: FieldNode): void {
    const name = (node.alias ?? node.name).value;
    // It would not become a property of its own.
    if (name in Object.prototype) notCompiled('a name of JavaScript’s');
    const nodes = this.found.get(name);
    if (nodes) nodes.push(node);
    if (!nodes) this.found.set(name, [node]);
  }

  #fragmentOf(selection: SelectionNode): Fragment | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    if (selection.kind === Kind.FIELD || this.#spread.has(selection.name.value)) return undefined;
    this.#spread.add(selection.name.value);
    return this.#document.fragments[selection.name.value];
  }
}

/** What is asked of an object of this type, as graphql-js collects it. */
export const collectedOf = (
  document: Document,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Collected => {
  const collecting = new Collecting(document, type);
  for (const set of sets) if (set) collecting.collect(set);
  return collecting.found;
};
