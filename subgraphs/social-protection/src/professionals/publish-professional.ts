import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publishAll } from '@relais/platform/events/publish.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { professionalChanged } from '@relais/platform/professionals/professional-changed.ts';

/** Tells the other agencies of these entries of the directory. Call it last. */
export const publishProfessionals = (tx: Transaction, entries: readonly Professional[]): Promise<void> =>
  publishAll(tx, entries.map(professionalChanged));
