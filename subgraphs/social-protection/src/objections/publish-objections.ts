import { agencyKinds } from '@relais/platform/auth/agencies.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { keepObjections, objectionsChangedEvent } from '@relais/platform/objections/tell-objections.ts';
import { keeper } from './forget-objected.ts';
import { objectionsOfFamilies } from './objection.queries.ts';
import { objectionsTold } from './objection.rules.ts';
import type { Objection } from './objection.ts';

type Told = ReturnType<typeof objectionsTold>;

/** Holds to it, here at once, and tells the other agencies. */
const publishOf = async (tx: Transaction, familyId: string, said: Told): Promise<void> => {
  const told = { familyId, ...said };
  await keepObjections(tx, told, keeper);
  await publishAll(tx, [publicationOf(objectionsChangedEvent, familyId, told)]);
};

const ofEach = async (
  tx: Transaction,
  familyIds: readonly string[],
): Promise<readonly (readonly [familyId: string, records: Objection[]])[]> => {
  const records = await objectionsOfFamilies(tx, [...familyIds]);
  return familyIds.toSorted().map((id) => [id, records.filter(({ familyId }) => familyId === id)]);
};

/** Holds to all that the families object to, here at once, and tells the other agencies. */
export const publishObjections = async (tx: Transaction, familyIds: readonly string[]): Promise<void> => {
  for (const [familyId, records] of await ofEach(tx, familyIds))
    if (records.length > 0) await publishOf(tx, familyId, objectionsTold(records));
};

/**
 * What either of two files objects to that are two again binds both, until employment has made two of them as well: what it keeps
 * of the one is of both until then.
 */
export const publishObjectionsOfBoth = async (
  tx: Transaction,
  familyIds: readonly string[],
): Promise<void> => {
  const { objections } = objectionsTold(await objectionsOfFamilies(tx, [...familyIds]));
  for (const familyId of familyIds.toSorted()) await publishOf(tx, familyId, { objections, lifted: [] });
};

/** Each of two files that are two again is bound by its own only: whatever may have bound it by the other's is told anew. */
const toldOfParted = (records: readonly Objection[]): Told => {
  const { objections } = objectionsTold(records);
  const lifted = agencyKinds.flatMap((category) =>
    agencyKinds
      .filter((agency) => agency !== category)
      .filter((agency) => !objections.some((each) => each.category === category && each.agency === agency))
      .map((agency) => ({ category, agency })),
  );
  return { objections, lifted };
};

/** The same of families that have a file of their own again in every agency. */
export const publishObjectionsOfEach = async (
  tx: Transaction,
  familyIds: readonly string[],
): Promise<void> => {
  for (const [familyId, records] of await ofEach(tx, familyIds))
    await publishOf(tx, familyId, toldOfParted(records));
};
