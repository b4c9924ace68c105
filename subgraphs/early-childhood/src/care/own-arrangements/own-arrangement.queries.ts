import type { Database } from '@relais/platform/database/database.ts';
import { Any, IsNull } from 'typeorm';
import { OwnArrangement } from './own-arrangement.ts';

/** Weekly ones first, then dated ones in order. */
export const arrangementsOfChildren = (db: Database, childIds: string[]): Promise<OwnArrangement[]> =>
  db.find(OwnArrangement, {
    where: { childId: Any(childIds), removedAt: IsNull() },
    order: { weekday: { direction: 'ASC', nulls: 'LAST' }, from: 'ASC', startsAt: 'ASC', id: 'ASC' },
  });
