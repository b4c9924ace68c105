import { agencyKinds } from '@relais/platform/auth/agencies.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { keepObjections, objectionsChangedEvent } from '@relais/platform/objections/tell-objections.ts';
import { boundByAnother } from '../parted-files/parted-file.queries.ts';
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

/**
 * Holds to all that the families object to, here at once, and tells the other agencies. What either of two files objects to that are
 * two again binds both, until employment has made two of them as well: what it keeps of the one is of both until then.
 */
export const publishObjections = async (tx: Transaction, familyIds: readonly string[]): Promise<void> => {
  const bound = await boundByAnother(tx, familyIds);
  const others = bound.map(({ partedFrom }) => partedFrom);
  const records = await objectionsOfFamilies(tx, [...new Set([...familyIds, ...others])]);
  for (const familyId of familyIds.toSorted()) {
    const binding = bound.flatMap((each) => (each.familyId === familyId ? each.partedFrom : []));
    const ofFamily = records.filter((each) => [familyId, ...binding].includes(each.familyId));
    if (ofFamily.length > 0) await publishOf(tx, familyId, objectionsTold(ofFamily));
  }
};

/** Bound by its own only: whatever else may have bound it, by another's, is told as lifted. */
const toldAnew = (records: readonly Objection[]): Told => {
  const { objections } = objectionsTold(records);
  const lifted = agencyKinds.flatMap((category) =>
    agencyKinds
      .filter((agency) => agency !== category)
      .filter((agency) => !objections.some((each) => each.category === category && each.agency === agency))
      .map((agency) => ({ category, agency })),
  );
  return { objections, lifted };
};

/** The same of a family that has a file of its own, or has it again in every agency. */
export const publishObjectionsAnew = async (tx: Transaction, familyId: string): Promise<void> =>
  publishOf(tx, familyId, toldAnew(await objectionsOfFamilies(tx, [familyId])));
