import { eventsOfService } from '@relais/platform/events/command.ts';
import { subgraph } from './subgraph.ts';

void eventsOfService(subgraph);
