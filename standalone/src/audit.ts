import { auditCommand } from '@relais/platform/access-log/audit-command.ts';
import { agenciesOfCommand } from './agencies-of-command.ts';

/** `npm run audit:verify`: whether the access logs are still what they were when they were sealed. */
void auditCommand(agenciesOfCommand);
