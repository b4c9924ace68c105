import { Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { buildASTSchema, type GraphQLSchema } from 'graphql';
import { supergraphSchema } from '../limits/alias-rule.ts';

/** A composed graph as the federation runtime reads it, before anybody asks anything. */
export type ReadSupergraph = {
  /** All that was composed, also what callers cannot see. */
  readonly composed: GraphQLSchema;
  readonly supergraph: Supergraph;
  /** What callers see, as questions are planned by it and as they are carried out by it. */
  readonly api: Schema;
  readonly shown: GraphQLSchema;
  readonly planner: QueryPlanner;
};

const PLANNER = { exposeDocumentNodeInFetchNode: true };

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

const readAnew = (supergraphSdl: string): ReadSupergraph => {
  const composed = supergraphSchema(supergraphSdl);
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const { schema } = supergraph;
  does(schema, 'toGraphQLJSSchema', () => composed);
  does(schema, 'clone', () => copyOf(schema));
  const api = supergraph.apiSchema();
  const shown = api.toGraphQLJSSchema();
  return { composed, supergraph, api, shown, planner: new QueryPlanner(supergraph, PLANNER) };
};

const latest = new Map<string, ReadSupergraph>();

/**
 * The schema was checked when it was composed. The federation runtime would print it, read it, check it and build it over and
 * over; here it is read once, and the same text is not read again by the same process: nothing that is made of it is
 * changed by who opens a gateway.
 */
export const readSupergraph = (supergraphSdl: string): ReadSupergraph => {
  const read = latest.get(supergraphSdl) ?? readAnew(supergraphSdl);
  latest.clear();
  latest.set(supergraphSdl, read);
  return read;
};
