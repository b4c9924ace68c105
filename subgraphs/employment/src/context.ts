import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver of this subgraph is given. */
export type Context = SubgraphContext<Loaders>;
