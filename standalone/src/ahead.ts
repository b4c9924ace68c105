import './open-demo.ts';
import './start-relais.ts';
import './welcome.ts';
import { readFile } from 'node:fs/promises';
import { readSupergraph } from '@relais/gateway/plan/read-supergraph.ts';
import { SUPERGRAPH } from './supergraph.ts';

/** What a start needs that is the same each time: the agencies with their schemas, and the graph that they make up. */
export const load = async (): Promise<void> => {
  readSupergraph(await readFile(SUPERGRAPH, 'utf8'));
};
