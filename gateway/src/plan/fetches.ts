import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';

export type QueryPlan = Parameters<Experimental_DidResolveQueryPlanCallback>[0]['queryPlan'];
type AnyNode = NonNullable<QueryPlan['node']>;
export type PlanNode = Exclude<AnyNode, { kind: 'Subscription' }>;
export type FetchNode = Extract<PlanNode, { kind: 'Fetch' }>;
type Selection = NonNullable<FetchNode['requires']>[number];

/** A call of the plan, with where in the answer its entities lie (`@` stands for each item of a list). */
export type PlannedFetch = { readonly fetch: FetchNode; readonly path: readonly (string | number)[] };

const childrenOf = (node: AnyNode): readonly (AnyNode | undefined)[] => {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes;
    case 'Condition':
      return [node.ifClause, node.elseClause];
    default:
      return [];
  }
};

/** Every call of the plan, in the order in which they are made. */
export const fetchesOf = (
  node: AnyNode | undefined,
  path: PlannedFetch['path'] = [],
): readonly PlannedFetch[] => {
  if (!node) return [];
  if (node.kind === 'Fetch') return [{ fetch: node, path }];
  if (node.kind === 'Flatten') return fetchesOf(node.node, [...path, ...node.path]);
  return childrenOf(node).flatMap((child) => fetchesOf(child, path));
};

/** The values a call needs of each entity, as paths from it: its key and its `@requires`. */
export const requiredPaths = (selections: readonly Selection[]): readonly (readonly string[])[] =>
  selections.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') return requiredPaths(selection.selections);
    const name = selection.alias ?? selection.name;
    const inner = requiredPaths(selection.selections ?? []);
    return inner.length === 0 ? [[name]] : inner.map((rest) => [name, ...rest]);
  });
