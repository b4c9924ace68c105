import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import { giveAdvisor, giveFiles, holdFilesOf, moveContent, putAside } from './merge-files.queries.ts';
import { planFiles } from './merge-files.rules.ts';

type SamePerson = { readonly adultId: string; readonly mergedInto: string };

/** Who does what nobody asked for in person. */
const BY_ITSELF = 'relais';

/** One adult of two: what either job search holds is kept, and there is one file at a time. */
export const mergeFiles = async (
  tx: Transaction,
  { adultId, mergedInto }: SamePerson,
  now: Date,
): Promise<void> => {
  const ofStaying = await holdFilesOf(tx, mergedInto);
  const ofGoing = await holdFilesOf(tx, adultId);
  const files = new Map([...ofStaying, ...ofGoing].map((file) => [file.id, file]));
  const { takenOver, kept } = planFiles(ofStaying, ofGoing);
  for (const { from, into } of takenOver) {
    const [taken, file] = [files.get(from), files.get(into)];
    if (!taken || !file) continue;
    await moveContent(tx, from, into);
    await giveAdvisor(tx, into, taken.advisorId);
    await putAside(tx, from, adultId, dayOf(now).toString());
    const facts = {
      day: taken.registeredOn.toString(),
      ...(taken.advisorId && { advisorId: taken.advisorId }),
    };
    const step = { jobSeekerId: into, familyId: file.familyId, at: now, doneBy: BY_ITSELF, facts };
    await recordStep(tx, { ...step, kind: 'FILES_MERGED' });
  }
  await giveFiles(tx, kept, mergedInto);
};
