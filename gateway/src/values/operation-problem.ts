import type { OperationDefinitionNode } from 'graphql';
import type { Sentence } from '../messages/sentences.ts';

/** What no operation may be or name, whatever the schema says. */
export const operationProblem = (operation: OperationDefinitionNode): Sentence | null => {
  if (operation.operation === 'subscription') return { key: 'NO_SUBSCRIPTIONS' };
  const names = operation.variableDefinitions?.map(({ variable }) => variable.name.value);
  // The gateway sends the records it asks an agency about under this name.
  const isReserved = names?.includes('representations');
  return isReserved
    ? { key: 'RESERVED_VARIABLE', parameters: { where: 'Variable "$representations"' } }
    : null;
};
