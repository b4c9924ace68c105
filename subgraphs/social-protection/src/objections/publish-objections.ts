import { agencyKinds } from '@relais/platform/auth/agencies.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { keepObjections, objectionsChangedEvent } from '@relais/platform/objections/tell-objections.ts';
import { keeper } from './forget-objected.ts';
import { objectionsOfFamilies } from './objection.queries.ts';
import { objectionsTold } from './objection.rules.ts';
import type { Objection } from './objection.ts';

/** Two files that are two again are each bound by their own only: whatever may have bound one by the other's is told anew. */
const toldOfParted = (records: readonly Objection[]) => {
  const { objections } = objectionsTold(records);
  const lifted = agencyKinds.flatMap((category) =>
    agencyKinds
      .filter((agency) => agency !== category)
      .filter((agency) => !objections.some((each) => each.category === category && each.agency === agency))
      .map((agency) => ({ category, agency })),
  );
  return { objections, lifted };
};

/** Holds to all that the families object to, here at once, and tells the other agencies. */
export const publishObjections = async (
  tx: Transaction,
  familyIds: readonly string[],
  { areParted = false } = {},
): Promise<void> => {
  const records = await objectionsOfFamilies(tx, [...familyIds]);
  for (const familyId of [...familyIds].sort()) {
    const ofFamily = records.filter((each) => each.familyId === familyId);
    if (ofFamily.length === 0 && !areParted) continue;
    const said = areParted ? toldOfParted(ofFamily) : objectionsTold(ofFamily);
    const told = { familyId, ...said };
    await keepObjections(tx, told, keeper);
    await publishAll(tx, [publicationOf(objectionsChangedEvent, familyId, told)]);
  }
};
