import { readFile } from 'node:fs/promises';
import { Schema } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import { describe, expect, it, jest } from '@jest/globals';
import { type GraphQLSchema, printSchema } from 'graphql';
import { supergraphSchema } from '../limits/alias-rule.ts';
import { trustComposition } from './composed-before.ts';

const SUPERGRAPH = new URL('../../../schema/supergraph.graphql', import.meta.url);

/** The schema that callers may ask, as the federation runtime makes it. */
const opened = async (supergraphSdl: string, supergraph?: GraphQLSchema): Promise<GraphQLSchema[]> => {
  const gateway = new ApolloGateway({
    supergraphSdl,
    validateSupergraph: false,
    buildService: () => ({ process: async () => ({}) }),
  });
  if (supergraph) trustComposition(gateway, supergraph);
  const shown: GraphQLSchema[] = [];
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => void shown.push(apiSchema));
  await gateway.load({ apollo: {} });
  await gateway.stop();
  return [...shown, Reflect.get(gateway, 'supergraphSchema')];
};

describe('a schema that was checked when it was composed', () => {
  it('is shown and carried out as the federation runtime would, but printed once and never checked', async () => {
    const sdl = await readFile(SUPERGRAPH, 'utf8');
    const untouched = await opened(sdl);
    const printed = jest.spyOn(Schema.prototype, 'toAST');
    const supergraph = supergraphSchema(sdl);
    const [api, carriedOut] = await opened(sdl, supergraph);
    expect(carriedOut).toBe(supergraph);
    expect([api, supergraph].map((each) => each && printSchema(each))).toEqual(untouched.map(printSchema));
    // Checking a schema begins with printing it.
    expect(printed).toHaveBeenCalledTimes(1);
  });
});
