import { z } from 'zod';
import type { Transaction } from '../database/transaction.ts';
import { publicationOf, publishAll } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import type { EventReceiver } from '../subgraph.ts';

export const mergeTakenEvent = publishedEvent({
  type: 'relais.merge.taken.v1',
  description:
    'An agency has made one of two files that the service point merged, or two again of those whose merge was undone, and told what it tells of them: from then on a change that it tells is a later one, and what is told to it of either file goes to that file. Told of both, in the order of each.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'duplicateId',
  data: z.object({
    familyId: z.uuid().describe('Of which of the two files this is told.'),
    duplicateId: z.uuid().describe('The file that was merged into the other.'),
    version: z
      .int()
      .positive()
      .describe('The version of the duplicate that told of the merge, or of its end.'),
    isUndone: z.boolean().describe('Whether they are two again.'),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    duplicateId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0002',
    version: 2,
    isUndone: false,
  },
});

export type MergeTaken = {
  readonly duplicateId: string;
  readonly survivorId: string;
  readonly version: number;
  readonly isUndone: boolean;
};

/** Call it last: what was told of either file before is told before this. */
export const tellMergeTaken = (
  tx: Transaction,
  { duplicateId, survivorId, version, isUndone }: MergeTaken,
): Promise<void> =>
  publishAll(
    tx,
    [duplicateId, survivorId]
      .sort()
      .map((familyId) =>
        publicationOf(mergeTakenEvent, familyId, { familyId, duplicateId, version, isUndone }),
      ),
  );

/**
 * What was told of one of two files that are two again, before whom it was told knew, went to the other: it is told anew.
 */
export const tellAgainWhenTaken =
  (tell: (tx: Transaction, familyIds: readonly string[], now: Date) => Promise<void>): EventReceiver =>
  async (tx, { data }, now) => {
    const { familyId, isUndone } = mergeTakenEvent.data.parse(data);
    if (isUndone) await tell(tx, [familyId], now);
  };
