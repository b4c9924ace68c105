import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLUnionType,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { Arguments, Field, Place, Run } from './run.ts';
import { collectedOf, type Document, notCompiled } from './selections.ts';
import { type Complete, isPromise, leafCompleter, listCompleter, nullableCompleter } from './values.ts';

type Holder = Record<string, unknown>;

/** Puts what a field of an object answers in its place, now or when it is there; never throws. */
export type Fill = (run: Run, source: unknown, holder: Holder, place: Place | undefined) => void;

/** A field under the name by which it is asked. */
type Asked = { readonly name: string; readonly nodes: readonly FieldNode[] };

type AnyField = GraphQLField<unknown, unknown>;

/** A field with all that does not change from one object to the next. */
type Plan = Asked &
  Field & { readonly field: AnyField; readonly type: GraphQLObjectType; readonly complete: Complete };

const NONE: Arguments = Object.freeze({});

/** Coerced once: a list asks the same of each of its records. */
const argumentsOf = (plan: Plan, run: Run): Arguments => {
  const { field, nodes } = plan;
  const [node] = nodes;
  if (field.args.length === 0 || !node) return NONE;
  const known = run.given.get(plan);
  if (known) return known;
  const given = getArgumentValues(field, node, run.variables);
  run.given.set(plan, given);
  return given;
};

const infoOf = (
  { field, nodes, type }: Plan,
  { operation: { schema, fragments, operation }, variables }: Run,
  path: Place,
): GraphQLResolveInfo => ({
  fieldName: field.name,
  fieldNodes: nodes,
  returnType: field.type,
  parentType: type,
  path,
  schema,
  fragments,
  rootValue: undefined,
  operation,
  variableValues: variables,
});

const resolvedField = (plan: Plan): Fill => {
  const { name, field, type, complete } = plan;
  const resolve = field.resolve ?? defaultFieldResolver;
  return (run, source, holder, prev) => {
    const place: Place = { prev, key: name, typename: type.name };
    const info = infoOf(plan, run, place);
    const fail = (error: unknown) => {
      holder[name] = run.fault(error, plan, place);
    };
    const take = (value: unknown) => {
      try {
        holder[name] = complete(run, value, place, info);
      } catch (error) {
        fail(error);
      }
    };
    try {
      const value = resolve(source, argumentsOf(plan, run), run.context, info);
      if (!isPromise(value)) return take(value);
      holder[name] = null;
      run.wait(value, take, fail);
    } catch (error) {
      fail(error);
    }
  };
};

/** What is only read of its record; most fields are. */
const plainField = (plan: Plan): Fill => {
  const { name, field, type, complete } = plan;
  const property = field.name;
  const resolved = resolvedField(plan);
  return (run, source, holder, prev) => {
    const value = typeof source === 'object' && source !== null ? (source as Holder)[property] : undefined;
    if (typeof value === 'function' || isPromise(value)) return resolved(run, source, holder, prev);
    try {
      holder[name] = complete(run, value, prev);
    } catch (error) {
      holder[name] = run.fault(error, plan, { prev, key: name, typename: type.name });
    }
  };
};

const TYPENAME = '__typename';

const fieldFiller = (document: Document, type: GraphQLObjectType, asked: Asked): Fill => {
  const { name, nodes } = asked;
  const called = nodes[0]?.name.value ?? '';
  if (called === TYPENAME)
    return (_run, _source, holder) => {
      holder[name] = type.name;
    };
  const field = type.getFields()[called];
  if (!field) return notCompiled('a question about the schema');
  const complete = completerOf(document, field.type, nodes);
  const plan: Plan = { ...asked, field, type, complete, isSure: isNonNullType(field.type) };
  const isPlain = !field.resolve && field.args.length === 0 && isLeafType(getNullableType(field.type));
  return isPlain ? plainField(plan) : resolvedField(plan);
};

/** What is asked of objects of one type. */
export const objectCompleter = (
  document: Document,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Complete => {
  if (type.isTypeOf) return notCompiled('a type that looks at its objects');
  const fills = [...collectedOf(document, type, sets)].map(
    ([name, nodes]): Fill => fieldFiller(document, type, { name, nodes }),
  );
  return (run, value, place) => {
    const holder: Holder = {};
    for (const fill of fills) fill(run, value, holder, place);
    return holder;
  };
};

const setsOf = (nodes: readonly FieldNode[]) => nodes.map(({ selectionSet }) => selectionSet);

const unionCompleter = (
  document: Document,
  type: GraphQLUnionType,
  nodes: readonly FieldNode[],
): Complete => {
  const { resolveType } = type;
  if (!resolveType) return notCompiled('a union that does not know its types');
  const byName = new Map(
    type.getTypes().map((each) => [each.name, objectCompleter(document, each, setsOf(nodes))]),
  );
  return (run, value, place, info) => {
    const name = info && resolveType(value, run.context, info, type);
    const complete = typeof name === 'string' ? byName.get(name) : undefined;
    return complete ? complete(run, value, place, info) : run.odd();
  };
};

const bareCompleter = (
  document: Document,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): Complete => {
  if (isLeafType(type)) return leafCompleter(type);
  if (isUnionType(type)) return unionCompleter(document, type, nodes);
  if (isObjectType(type)) return objectCompleter(document, type, setsOf(nodes));
  if (!isListType(type)) return notCompiled('an interface');
  const complete = completerOf(document, type.ofType, nodes);
  return listCompleter(complete, { nodes, isSure: isNonNullType(type.ofType) });
};

const completerOf = (document: Document, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete => {
  const isSure = isNonNullType(type);
  return nullableCompleter(bareCompleter(document, isSure ? type.ofType : type, nodes), isSure);
};
