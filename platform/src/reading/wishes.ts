import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { targetOf, type Way, type Ways } from './links.ts';

/** A link that a question follows, and those that it follows from there. */
export type Wish = { readonly way: Way; readonly node: FieldNode; readonly next: readonly Wish[] };

/** By the names of the types from which they are followed. */
export type Wishes = ReadonlyMap<string, readonly Wish[]>;

type Document = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'operation'>;

/** A field, and the type of which it is asked. */
type Asked = readonly [type: GraphQLCompositeType, field: FieldNode];

const typeNamed = (schema: GraphQLSchema, name: string): GraphQLCompositeType | undefined => {
  const type = schema.getType(name);
  return isCompositeType(type) ? type : undefined;
};

/** What hangs on a variable may not be asked for. */
const isSure = ({ directives = [] }: SelectionNode): boolean => directives.length === 0;

/** The fields that are asked of a type for certain, those of fragments among them. */
const fieldsIn = (
  document: Document,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
): Asked[] =>
  selections.filter(isSure).flatMap((selection): Asked[] => {
    if (selection.kind === Kind.FIELD) return [[type, selection]];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments[selection.name.value];
    const wanted = inner?.typeCondition?.name.value ?? type.name;
    const narrowed = typeNamed(document.schema, wanted);
    if (!inner || !narrowed || !(wanted === type.name || isUnionType(type))) return [];
    return fieldsIn(document, narrowed, inner.selectionSet);
  });

const innerOf = (
  document: Document,
  [type, { name, selectionSet }]: Asked,
): readonly [GraphQLCompositeType, SelectionSetNode] | null => {
  const field = 'getFields' in type ? type.getFields()[name.value] : undefined;
  const inner = field && typeNamed(document.schema, getNamedType(field.type).name);
  return inner && selectionSet ? [inner, selectionSet] : null;
};

const nameOf = ({ name, arguments: given = [] }: FieldNode): string =>
  [name.value, ...given.map((each) => print(each))].join(' ');

/** The same field asked twice is followed once. */
const merged = (wishes: readonly Wish[]): Wish[] => {
  const byName = new Map<string, Wish>();
  for (const wish of wishes) {
    const known = byName.get(nameOf(wish.node));
    const next = known ? merged([...known.next, ...wish.next]) : wish.next;
    byName.set(nameOf(wish.node), { ...wish, next });
  }
  return [...byName.values()];
};

const wishesOf = (document: Document, ways: Ways, fields: readonly Asked[]): Wish[] =>
  merged(
    fields.flatMap((asked): Wish[] => {
      const [type, node] = asked;
      const way = ways.get(type.name)?.get(node.name.value);
      if (!way) return [];
      const inner = innerOf(document, asked);
      const next = inner && ways.has(targetOf(way.field)) ? fieldsIn(document, ...inner) : [];
      return [{ way, node, next: wishesOf(document, ways, next) }];
    }),
  );

/** Fields by the type of which they are asked. */
const byType = (fields: readonly Asked[]): Map<string, Asked[]> => {
  const types = new Map<string, Asked[]>();
  for (const asked of fields) types.set(asked[0].name, [...(types.get(asked[0].name) ?? []), asked]);
  return types;
};

const collect = (
  document: Document,
  ways: Ways,
  fields: readonly Asked[],
  into: Map<string, Wish[]>,
): void => {
  for (const [type, ofType] of byType(fields)) {
    if (!ways.has(type)) continue;
    into.set(type, merged([...(into.get(type) ?? []), ...wishesOf(document, ways, ofType)]));
  }
  for (const asked of fields) {
    const inner = innerOf(document, asked);
    if (inner) collect(document, ways, fieldsIn(document, ...inner), into);
  }
};

const known = new WeakMap<Ways, WeakMap<OperationDefinitionNode, Wishes>>();

/** The links that a question follows from records of each type; found out once for a document. */
export const wishesIn = (document: Document, ways: Ways): Wishes => {
  const { operation, schema } = document;
  const ofAgency = known.get(ways) ?? new WeakMap<OperationDefinitionNode, Wishes>();
  known.set(ways, ofAgency);
  const found = ofAgency.get(operation);
  if (found) return found;
  const wishes = new Map<string, Wish[]>();
  const root = schema.getRootType(operation.operation);
  if (root) collect(document, ways, fieldsIn(document, root, operation.selectionSet), wishes);
  ofAgency.set(operation, wishes);
  return wishes;
};
