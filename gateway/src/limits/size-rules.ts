import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { SayingError } from '../messages/saying-error.ts';
import type { SentenceKey } from '../messages/sentences.ts';
import { limits } from './limits.ts';

/** How much of something a selection holds, given how much its own selections hold. */
type Measure = (selection: SelectionNode, inner: readonly number[]) => number;

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const isIntrospection = (selection: SelectionNode): boolean =>
  selection.kind === Kind.FIELD && (selection.name.value === '__schema' || selection.name.value === '__type');

/** Objects within objects; a plain value adds no depth. */
const depth: Measure = (selection, inner) => {
  if (isIntrospection(selection)) return 0;
  return selection.kind === Kind.FIELD && selection.selectionSet ? 1 + most(inner) : most(inner);
};

const aliases: Measure = (selection, inner) =>
  sum(inner) + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0);

/** Measures an operation with its fragments written out; each fragment is measured once, however often it is used. */
const measureWith = (context: ValidationContext, measure: Measure) => {
  const known = new Map<string, readonly number[]>();

  const ofFragment = (fragment: FragmentDefinitionNode): readonly number[] => {
    const name = fragment.name.value;
    const found = known.get(name);
    if (found) return found;
    // A fragment that holds itself is refused by another rule; here it must only not go round for ever.
    known.set(name, []);
    const measured = ofSelections(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  };

  const innerOf = (selection: SelectionNode): readonly number[] => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) return ofSelections(selection.selectionSet);
    const fragment = context.getFragment(selection.name.value);
    return fragment ? ofFragment(fragment) : [];
  };

  const ofSelections = (set: SelectionSetNode | undefined): readonly number[] =>
    (set?.selections ?? []).map((selection) => measure(selection, innerOf(selection)));

  return (operation: OperationDefinitionNode): readonly number[] => ofSelections(operation.selectionSet);
};

const limitExceeded = (key: SentenceKey, found: number, most: number, nodes: OperationDefinitionNode) =>
  new SayingError('LIMIT_EXCEEDED', { key, parameters: { found, most } }, { nodes });

export const depthOf = (context: ValidationContext, operation: OperationDefinitionNode): number =>
  most(measureWith(context, depth)(operation));

export const aliasCountOf = (context: ValidationContext, operation: OperationDefinitionNode): number =>
  sum(measureWith(context, aliases)(operation));

/** Refuses operations nested deeper than the limit, introspection apart. */
export const depthRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const found = depthOf(context, operation);
    if (found <= limits.depth) return;
    context.reportError(limitExceeded('TOO_DEEP', found, limits.depth, operation));
  },
});

/** Refuses operations with more aliases than the limit, counted as if their fragments were written out. */
export const aliasCountRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const found = aliasCountOf(context, operation);
    if (found <= limits.aliases) return;
    context.reportError(limitExceeded('TOO_MANY_ALIASES', found, limits.aliases, operation));
  },
});
