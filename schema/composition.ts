import { composeServices } from '@apollo/composition';
import { OWN_PART, ownSdl } from '@relais/gateway/data-sources/own-graph.ts';
import type { Subgraph } from '@relais/platform/subgraph.ts';
import { parse } from 'graphql';

export type Service = { readonly subgraph: Pick<Subgraph, 'name' | 'sdl'>; readonly port: number };

class CompositionError extends Error {
  constructor(problems: readonly { message: string }[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

/** What is of no agency: ending sessions at all of them. */
const ofGateway: Service = { subgraph: { name: OWN_PART, sdl: ownSdl }, port: 4000 };

/** One graph of several services and what the gateway itself answers, or why they make none. */
export const composed = (services: readonly Service[]) => {
  const outcome = composeServices(
    [...services, ofGateway].map(({ subgraph: { name, sdl }, port }) => ({
      name,
      url: `http://${name}:${port}/graphql`,
      typeDefs: parse(sdl()),
    })),
  );
  if (outcome.errors) throw new CompositionError(outcome.errors);
  // Each agency describes a shared type from its own side; the owner's words are shown.
  const hints = outcome.hints.filter(({ definition }) => definition.code !== 'INCONSISTENT_DESCRIPTION');
  if (hints.length > 0) throw new CompositionError(hints);
  return { supergraphSdl: `${outcome.supergraphSdl.trim()}\n`, api: outcome.schema.toAPISchema() };
};
