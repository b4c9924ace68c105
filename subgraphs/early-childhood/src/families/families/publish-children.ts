import { id as anId, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { z } from 'zod';
import { childrenMergedInFamilies, childrenOfFamilies } from './family.queries.ts';
import type { Family } from './family.ts';

export const childrenChangedEvent = publishedEvent({
  type: 'relais.children.changed.v1',
  description:
    'Which children a family has, by their ids alone: a benefit that is due for a child names it. Never names, days or anything else of them.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    childIds: z.array(z.uuid()).describe('All its children, those who live with it by turns included.'),
    mergedChildren: z
      .array(z.object({ childId: z.uuid(), mergedInto: z.uuid() }))
      .describe('Children who were registered twice, and who each of them is from then on.'),
    takenAlong: z
      .object({ from: z.uuid(), childIds: z.array(z.uuid()), at: z.iso.datetime({ offset: true }) })
      .optional()
      .describe('Of a file that was split off another: which, the children who went along, and when.'),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    childIds: ['0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0c01'],
    mergedChildren: [],
  },
});

const TakenRow = rowOf({
  familyId: ['step.family_id', anId],
  at: ['step.at', instant],
  childIds: [
    "array(select id from children where id = any(string_to_array(step.facts ->> 'people', ' ')::uuid[]) order by id)",
    z.array(anId),
  ],
});

/** As the first step of a file says that was split off another. */
const TAKEN_ALONG = `
  select ${TakenRow.columns} from care_steps step
  where step.subject_id = any($1::uuid[]) and step.family_id = step.subject_id and step.kind = 'FAMILY_SPLIT_OFF'`;

type Taken = ReadonlyMap<string, RowFrom<typeof TakenRow>>;

const takenAlong = async (tx: Transaction, families: readonly Family[]): Promise<Taken> => {
  const splitOff = families.filter(({ splitFromFamilyId }) => splitFromFamilyId).map(({ id }) => id);
  const rows = splitOff.length > 0 ? await rowsOf(tx, TakenRow, TAKEN_ALONG, [splitOff]) : [];
  return new Map(rows.map((row) => [row.familyId, row]));
};

/** Told each time: it says what was so at one moment, and what is recorded since is of the file it is recorded in. */
const takenAlongBy = ({ id, splitFromFamilyId }: Family, taken: Taken) => {
  const found = taken.get(id);
  return (
    splitFromFamilyId &&
    found && {
      takenAlong: { from: splitFromFamilyId, childIds: [...found.childIds], at: found.at.toISOString() },
    }
  );
};

/** Tells social protection which children these families have. Call it wherever that is, or may be, another than before. */
export const publishChildren = async (tx: Transaction, families: readonly Family[]): Promise<void> => {
  const familyIds = families.map(({ id }) => id);
  const children = await childrenOfFamilies(tx, familyIds);
  const twice = await childrenMergedInFamilies(tx, familyIds);
  const taken = await takenAlong(tx, families);
  await publishAll(
    tx,
    families.map((family, index) => {
      const own = children[index] ?? [];
      return publicationOf(childrenChangedEvent, family.id, {
        familyId: family.id,
        childIds: own.map(({ id }) => id),
        mergedChildren: twice
          .filter(({ familyId }) => familyId === family.id)
          .map(({ id: childId, mergedInto }) => ({ childId, mergedInto: mergedInto ?? '' })),
        ...takenAlongBy(family, taken),
      });
    }),
  );
};
