import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type { Path } from '../values/path.ts';

export type Representation = { readonly __typename?: unknown };

/** What the query plan wants of one subgraph. */
export type SubgraphRequest = {
  /** Parsed once, when the plan was made. */
  readonly document: DocumentNode;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  /** Asked for fields of the operation itself, not for those of records within it. */
  readonly isOfRoot: boolean;
  readonly context: GatewayContext;
};

/** The field through which an agency is asked about records of another. */
export const ENTITIES = '_entities';

const operationOf = (document: DocumentNode): OperationDefinitionNode | undefined =>
  document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );

/** The fields asked of an object of `type` (of any type when it is not given), fragments resolved. */
const fieldsOf = (
  document: DocumentNode,
  selectionSet: SelectionSetNode,
  type?: unknown,
): readonly FieldNode[] => {
  const fragments = fragmentsOf(document);
  const applies = (condition: string | undefined) => !type || !condition || condition === type;

  const collect = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment && applies(fragment.typeCondition?.name.value) ? collect(fragment.selectionSet) : [];
    });
  return collect(selectionSet);
};

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** What does not change from one request to the next: documents are those of remembered plans. */
type Facts = {
  readonly isMutation: boolean;
  readonly rootPaths: readonly Path[];
  readonly entities: SelectionSetNode | undefined;
  readonly entityFields: Map<unknown, readonly string[]>;
};

const factsFrom = (document: DocumentNode): Facts => {
  const operation = operationOf(document);
  const fields = operation ? fieldsOf(document, operation.selectionSet) : [];
  return {
    isMutation: operation?.operation === 'mutation',
    rootPaths: fields.map((field) => [responseName(field)]),
    entities: fields.find(({ name }) => name.value === ENTITIES)?.selectionSet,
    entityFields: new Map(),
  };
};

/** More than a question asks about, should an agency answer types that are none. */
const MOST_TYPES = 50;
const known = new WeakMap<DocumentNode, Facts>();

const factsOf = (document: DocumentNode): Facts => {
  const facts = known.get(document) ?? factsFrom(document);
  known.set(document, facts);
  return facts;
};

export const isMutation = ({ document }: Pick<SubgraphRequest, 'document'>): boolean =>
  factsOf(document).isMutation;

/** The records of other agencies that the question is about; none when it starts at a root field. */
export const representationsOf = ({ document, variables }: SubgraphRequest): readonly Representation[] =>
  Array.isArray(variables.representations) && factsOf(document).entities ? variables.representations : [];

/** Names under which an entity of `type` gets its fields in the answer. */
export const entityFieldNames = (document: DocumentNode, type?: unknown): readonly string[] => {
  const { entities, entityFields } = factsOf(document);
  if (!entities) return [];
  const found = entityFields.get(type);
  if (found) return found;
  const names = fieldsOf(document, entities, type).map(responseName);
  const asked = [...new Set(names)].filter((name) => name !== '__typename');
  if (entityFields.size < MOST_TYPES) entityFields.set(type, asked);
  return asked;
};

/** Paths of the fields asked of one representation. */
export const pathsOfEntity = (request: SubgraphRequest, index: number): readonly Path[] => {
  const type = representationsOf(request)[index]?.__typename;
  return entityFieldNames(request.document, type).map((name) => [ENTITIES, index, name]);
};

/** The path of every field this question asks for, so that each missing one can be named. */
export const pathsOf = (request: SubgraphRequest): readonly Path[] => {
  const representations = representationsOf(request);
  if (representations.length > 0) return representations.flatMap((_, index) => pathsOfEntity(request, index));
  return factsOf(request.document).rootPaths;
};
