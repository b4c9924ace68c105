import type { ApolloGateway } from '@apollo/gateway';
import type { ReadSupergraph } from './read-supergraph.ts';

/** Of one object alone: other gateways keep their own. */
const does = (gateway: ApolloGateway, name: string, value: (sdl: string) => unknown): void => {
  Object.defineProperty(gateway, name, { value });
};

const tell = (gateway: ApolloGateway, listeners: string, told: unknown): void => {
  for (const listener of Reflect.get(gateway, listeners)) listener(told);
};

/**
 * A gateway takes the graph as it was read, instead of reading it itself: nearly all of the time that opening one takes. This is what
 * the pinned release does with a first graph, but for what `load` does once more; a later one may do more, and whoever takes it looks.
 */
export const trustComposition = (gateway: ApolloGateway, read: ReadSupergraph): void => {
  const { supergraph, api, shown, planner } = read;
  does(gateway, 'createSchemaFromSupergraphSdl', (supergraphSdl) => {
    Reflect.get(gateway, 'createServices').call(gateway, supergraph.subgraphsMetadata());
    return { supergraph, supergraphSdl };
  });
  does(gateway, 'updateWithSchemaAndNotify', () => {
    Reflect.set(gateway, 'apiSchema', api);
    Reflect.set(gateway, 'schema', shown);
    Reflect.set(gateway, 'queryPlanner', planner);
    tell(gateway, 'onSchemaChangeListeners', shown);
    const coreSupergraphSdl = Reflect.get(gateway, 'supergraphSdl');
    tell(gateway, 'onSchemaLoadOrUpdateListeners', { apiSchema: shown, coreSupergraphSdl });
  });
};
