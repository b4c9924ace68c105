import { main } from '@relais/platform/main-subgraph.ts';
import { subgraph } from './subgraph.ts';

void main(subgraph);
