import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';
import { takeChildrenAlong } from '../entitlements/take-children-along.queries.ts';
import { storeChildren } from './known-child.queries.ts';

const childrenChange = z.object({
  familyId: z.uuid(),
  childIds: z.array(z.uuid()),
  mergedChildren: z.array(z.object({ childId: z.uuid(), mergedInto: z.uuid() })),
  takenAlong: z
    .object({ from: z.uuid(), childIds: z.array(z.uuid()), at: z.iso.datetime({ offset: true }) })
    .optional(),
});

/** Keeps which children a family has, and who of them was registered twice; what is due for one who left the file with another follows. */
export const receiveChildrenChange: EventReceiver = async (tx, { data }) => {
  const { familyId, childIds, mergedChildren, takenAlong } = childrenChange.parse(data);
  await storeChildren(tx, familyId, [
    ...childIds.map((id) => ({ id, mergedInto: null })),
    ...mergedChildren.map(({ childId: id, mergedInto }) => ({ id, mergedInto })),
  ]);
  if (takenAlong) await takeChildrenAlong(tx, { ...takenAlong, to: familyId });
};
