import { type ASTNode, getNamedType, Kind, type ValidationRule, type ValueNode } from 'graphql';
import { SayingError } from '../messages/saying-error.ts';
import { canRead, knownScalars } from './known-scalars.ts';

const isNode = (value: ASTNode | readonly ASTNode[]): value is ASTNode => !Array.isArray(value);

/** `input.firstDay` of a value within an argument. */
const whereIn = (ancestors: readonly (ASTNode | readonly ASTNode[])[]): string =>
  ancestors
    .filter(isNode)
    .flatMap((node) => {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
      return node.kind === Kind.VARIABLE_DEFINITION ? [node.variable.name.value] : [];
    })
    .join('.');

/** Refuses a day or time written into the query that none can be read from, once and before any agency is asked. */
export const literalRule: ValidationRule = (context) => {
  const check = (
    node: ValueNode,
    _key: unknown,
    parent: ASTNode | readonly ASTNode[] | undefined,
    _path: unknown,
    ancestors: readonly (ASTNode | readonly ASTNode[])[],
  ): void => {
    const type = context.getInputType();
    const known = type && knownScalars.get(getNamedType(type).name);
    if (!known || canRead(() => known.type.parseLiteral(node))) return;
    const where = whereIn(parent ? [...ancestors, parent] : ancestors);
    const sentence = { key: known.expected, parameters: { where: `Argument "${where}"` } };
    context.reportError(new SayingError('BAD_USER_INPUT', sentence, { nodes: node, argument: where }));
  };
  return { StringValue: check, IntValue: check, FloatValue: check, BooleanValue: check, EnumValue: check };
};
