import { auditOfService } from '@relais/platform/access-log/audit-command.ts';
import { subgraph } from './subgraph.ts';

void auditOfService(subgraph);
