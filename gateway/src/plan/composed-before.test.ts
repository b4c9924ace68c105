import { readFile } from 'node:fs/promises';
import { Schema } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import { describe, expect, it, jest } from '@jest/globals';
import { type GraphQLSchema, printSchema } from 'graphql';
import { trustComposition } from './composed-before.ts';
import { type ReadSupergraph, readSupergraph } from './read-supergraph.ts';

const SUPERGRAPH = new URL('../../../schema/supergraph.graphql', import.meta.url);

/** The schema that callers may ask, as the federation runtime makes it. */
const opened = async (supergraphSdl: string, read?: ReadSupergraph): Promise<GraphQLSchema[]> => {
  const gateway = new ApolloGateway({
    supergraphSdl,
    validateSupergraph: false,
    buildService: () => ({ process: async () => ({}) }),
  });
  if (read) trustComposition(gateway, read);
  const shown: GraphQLSchema[] = [];
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => void shown.push(apiSchema));
  await gateway.load({ apollo: {} });
  await gateway.stop();
  return [...shown, Reflect.get(gateway, 'supergraphSchema')];
};

describe('a schema that was checked when it was composed', () => {
  it('is shown and carried out as the federation runtime would, but printed once and never checked', async () => {
    const composed = await readFile(SUPERGRAPH, 'utf8');
    const untouched = await opened(composed);
    // A text that nobody read before.
    const sdl = `${composed}\n# read here`;
    const printed = jest.spyOn(Schema.prototype, 'toAST');
    const read = readSupergraph(sdl);
    const [api, carriedOut] = await opened(sdl, read);
    expect(carriedOut).toBe(read.composed);
    expect([api, read.composed].map((each) => each && printSchema(each))).toEqual(untouched.map(printSchema));
    expect(readSupergraph(sdl)).toBe(read);
    // Checking a schema begins with printing it.
    expect(printed).toHaveBeenCalledTimes(1);
  });
});
