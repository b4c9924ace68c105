import { readFile } from 'node:fs/promises';
import { addressBook, portNumber, readConfig } from '@relais/platform/config.ts';
import { z } from 'zod';

const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);
/** Of the gateway's own part of the graph, which a peer does not have: nobody is there. */
const NOBODY = 'http://127.0.0.1:9';

const settings = z.object({ PORT: portNumber, SUBGRAPHS: addressBook, INNER_HOP_SECRET: z.string() });

/** What a peer is told: where our services are, with which secret they are asked, and the supergraph as it is. */
export const peerSettings = async () => {
  const { PORT, SUBGRAPHS, INNER_HOP_SECRET } = readConfig(settings);
  return {
    port: PORT,
    secret: INNER_HOP_SECRET,
    supergraph: await readFile(SUPERGRAPH, 'utf8'),
    addressOf: (name: string): string => SUBGRAPHS[name] ?? NOBODY,
  };
};
