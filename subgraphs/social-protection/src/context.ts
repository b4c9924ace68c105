import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Loaders } from './loaders.ts';

export type Context = SubgraphContext<Loaders>;
