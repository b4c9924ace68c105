import {
  buildASTSchema,
  GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  type ValidationRule,
} from 'graphql';

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

const shadowedType = (supergraph: GraphQLSchema, parent: string, alias: string): string | undefined =>
  typesBehind(supergraph, parent).find(
    (type) => (isObjectType(type) || isInterfaceType(type)) && type.getFields()[alias],
  )?.name;

const problemOf = (supergraph: GraphQLSchema, parent: string, alias: string): string | null => {
  if (RESERVED.test(alias)) return `The alias "${alias}" is reserved for the gateway.`;
  const type = shadowedType(supergraph, parent, alias);
  return type ? `The alias "${alias}" bears the name of the field "${type}.${alias}".` : null;
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
      context.reportError(
        new GraphQLError(problem, { nodes: node, extensions: { code: 'ALIAS_SHADOWS_FIELD' } }),
      );
    },
  });
