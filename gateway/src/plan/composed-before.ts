import { Schema, type Supergraph } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import { buildASTSchema, type GraphQLSchema } from 'graphql';

/** Of one object alone: what else is made of the package's classes keeps its own. */
const does = (object: object, name: string, value: () => unknown): void => {
  Object.defineProperty(object, name, { value });
};

/** What callers see is made of a copy, which would be checked as well. */
const copyOf = (schema: Schema): Schema => {
  const copy = Schema.prototype.clone.call(schema, undefined, false);
  const assumed = { assumeValid: true, assumeValidSDL: true };
  does(copy, 'validate', () => copy.assumeValid());
  does(copy, 'toGraphQLJSSchema', () => buildASTSchema(copy.toAST(), assumed));
  return copy;
};

/**
 * The schema was checked when it was composed, and we have built it already. The federation runtime would print it, read it,
 * check it and build it over and over at every start: half of the time that opening the graph takes. Should a later
 * release of it go other ways, a start is only as slow again; `composed-before.test.ts` says so.
 */
export const trustComposition = (gateway: ApolloGateway, supergraphSchema: GraphQLSchema): void => {
  const build = Reflect.get(gateway, 'createSchemaFromSupergraphSdl');
  Object.defineProperty(gateway, 'createSchemaFromSupergraphSdl', {
    value: (sdl: string) => {
      const built: { readonly supergraph: Supergraph } = build.call(gateway, sdl);
      const { schema } = built.supergraph;
      does(schema, 'toGraphQLJSSchema', () => supergraphSchema);
      does(schema, 'clone', () => copyOf(schema));
      return built;
    },
  });
};
