import {
  buildASTSchema,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  type ValidationRule,
} from 'graphql';
import { SayingError } from '../messages/saying-error.ts';
import type { Sentence } from '../messages/sentences.ts';

const RESERVED = /^__|__alias_/;

/** Everything composed, also what clients cannot see: `@inaccessible` fields feed keys and requirements as well. */
export const supergraphSchema = (supergraphSdl: string): GraphQLSchema =>
  buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });

const typesBehind = (supergraph: GraphQLSchema, parent: string) => {
  const type = supergraph.getType(parent);
  if (!isAbstractType(type)) return [type];
  const { objects, interfaces } = isInterfaceType(type)
    ? supergraph.getImplementations(type)
    : { objects: type.getTypes(), interfaces: [] };
  return [type, ...objects, ...interfaces];
};

const shadowedField = (supergraph: GraphQLSchema, parent: string, alias: string): string | undefined => {
  const type = typesBehind(supergraph, parent).find(
    (each) => (isObjectType(each) || isInterfaceType(each)) && each.getFields()[alias],
  );
  return type && `${type.name}.${alias}`;
};

/** Nothing is keyed on where a request begins: there an alias feeds nobody. */
const isRoot = (supergraph: GraphQLSchema, parent: string): boolean =>
  parent === supergraph.getQueryType()?.name || parent === supergraph.getMutationType()?.name;

const problemOf = (supergraph: GraphQLSchema, parent: string, alias: string): Sentence | null => {
  if (RESERVED.test(alias)) return { key: 'ALIAS_RESERVED', parameters: { alias } };
  if (isRoot(supergraph, parent)) return null;
  const field = shadowedField(supergraph, parent, alias);
  return field ? { key: 'ALIAS_SHADOWS', parameters: { alias, field } } : null;
};

/**
 * Refuses an alias that bears the name of a field of any type it may apply to. The gateway reads keys and required
 * fields from the answers so far by name: such an alias would feed it a forged value.
 */
export const aliasRule =
  (supergraph: GraphQLSchema): ValidationRule =>
  (context) => ({
    Field(node) {
      const alias = node.alias?.value;
      const parent = context.getParentType();
      if (!alias || !parent || alias === node.name.value) return;
      const problem = problemOf(supergraph, parent.name, alias);
      if (!problem) return;
      context.reportError(new SayingError('ALIAS_SHADOWS_FIELD', problem, { nodes: node }));
    },
  });
