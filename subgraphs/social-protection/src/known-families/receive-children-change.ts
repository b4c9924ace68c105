import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';
import { storeChildren } from './known-child.queries.ts';

const childrenChange = z.object({
  familyId: z.uuid(),
  childIds: z.array(z.uuid()),
  mergedChildren: z.array(z.object({ childId: z.uuid(), mergedInto: z.uuid() })),
});

/** Keeps which children a family has, and who of them was registered twice. */
export const receiveChildrenChange: EventReceiver = async (tx, { data }) => {
  const { familyId, childIds, mergedChildren } = childrenChange.parse(data);
  await storeChildren(tx, familyId, [
    ...childIds.map((id) => ({ id, mergedInto: null })),
    ...mergedChildren.map(({ childId: id, mergedInto }) => ({ id, mergedInto })),
  ]);
};
