import {
  type DirectiveNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { SayingError } from '../messages/saying-error.ts';

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'include' || name.value === 'skip';
const isConditional = ({ directives = [] }: SelectionNode): boolean => directives.some(isCondition);

const hasVariableCondition = ({ directives = [] }: FieldNode): boolean =>
  directives.some(
    (directive) =>
      isCondition(directive) && directive.arguments?.some(({ value }) => value.kind === Kind.VARIABLE),
  );

/** Whether something of a selection is asked whatever the variables say; each fragment is looked at once, however often it is used. */
const asksAnyhow = (
  context: ValidationContext,
  { selections }: SelectionSetNode,
  seen = new Set<string>(),
): boolean =>
  selections.some((selection) => {
    if (isConditional(selection)) return false;
    if (selection.kind === Kind.FIELD) return true;
    if (selection.kind === Kind.INLINE_FRAGMENT) return asksAnyhow(context, selection.selectionSet, seen);
    const name = selection.name.value;
    const fragment = seen.has(name) ? undefined : context.getFragment(name);
    seen.add(name);
    return fragment ? asksAnyhow(context, fragment.selectionSet, seen) : false;
  });

/**
 * Refuses a field under a condition in which all that is asked is under conditions as well: the planner takes the inner
 * condition for the outer one, so that the field, be it a mutation, would not be carried out though it is asked for.
 */
export const conditionRule: ValidationRule = (context) => ({
  Field(node) {
    if (!node.selectionSet || !hasVariableCondition(node) || asksAnyhow(context, node.selectionSet)) return;
    const sentence = { key: 'ONLY_CONDITIONS', parameters: { field: node.name.value } } as const;
    context.reportError(new SayingError('GRAPHQL_VALIDATION_FAILED', sentence, { nodes: node }));
  },
});
