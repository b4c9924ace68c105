import { z } from 'zod';
import { hasRows } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { publicationOf, publishAll } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import { type RelationsOf, relationsOf } from '../followers/owners-of-relations.ts';
import { forgetParted } from '../followers/parted-follower.queries.ts';
import type { EventReceiver } from '../subgraph.ts';

export const mergeTakenEvent = publishedEvent({
  type: 'relais.merge.taken.v1',
  description:
    'An agency has made one of two files that the service point merged, or two again of those whose merge was undone, and what is told to it of either file goes to that file. Of a merge it is told last: what the agency tells after it is a later change. Of two files that are two again it is told first: what was told before it was of the one. Told of both, in the order of each.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'duplicateId',
  data: z.object({
    familyId: z.uuid().describe('Of which of the two files this is told.'),
    duplicateId: z.uuid().describe('The file that was merged into the other.'),
    version: z
      .int()
      .positive()
      .describe('The version of the duplicate that told of the merge, or of its end.'),
    state: z
      .enum(['TAKEN', 'CHANGED', 'UNDONE', 'UNDONE_TOO'])
      .describe(
        'Whether it has made one of the two, something of it has changed since for the first time, it has made two of them again, or had when it was told that another has.',
      ),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    duplicateId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0002',
    version: 2,
    state: 'TAKEN',
  },
});

export type MergeTaken = {
  readonly duplicateId: string;
  readonly survivorId: string;
  readonly version: number;
  readonly state: 'TAKEN' | 'CHANGED' | 'UNDONE' | 'UNDONE_TOO';
};

/** Of a merge call it last: what was told of either file before is told before this. */
export const tellMergeTaken = (
  tx: Transaction,
  { duplicateId, survivorId, version, state }: MergeTaken,
): Promise<void> =>
  publishAll(
    tx,
    [duplicateId, survivorId]
      .sort()
      .map((familyId) => publicationOf(mergeTakenEvent, familyId, { familyId, duplicateId, version, state })),
  );

/** That an agency tells of two files from now on. */
export const isParted = ({ state }: Pick<MergeTaken, 'state'>): boolean =>
  state === 'UNDONE' || state === 'UNDONE_TOO';

const IS_PARTED_HERE = 'select from known_families where id = $1 and merged_into is null';

/**
 * That another agency has made two files of one again: what it tells from now on is of each. An agency that has made two of them
 * itself says so, and tells of each anew; until then what it would tell is of the one file, and it tells of both once it has. So
 * each knows of the other, whichever was first.
 */
export const receiveParted =
  (
    owned: RelationsOf,
    tellAgain: (tx: Transaction, familyId: string, now: Date) => Promise<void>,
  ): EventReceiver =>
  async (tx, { source, data }, now) => {
    const parted = mergeTakenEvent.data.parse(data);
    if (!isParted(parted)) return;
    const { familyId, duplicateId } = parted;
    await forgetParted(tx, { familyId, duplicateId }, relationsOf(owned, source));
    if (!(await hasRows(tx, IS_PARTED_HERE, [duplicateId]))) return;
    if (parted.state === 'UNDONE') {
      const answer = { ...parted, state: 'UNDONE_TOO' } as const;
      await publishAll(tx, [publicationOf(mergeTakenEvent, familyId, answer)]);
    }
    await tellAgain(tx, familyId, now);
  };
