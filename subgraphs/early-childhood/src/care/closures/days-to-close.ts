import type { Database } from '@relais/platform/database/database.ts';
import { newId, partId } from '@relais/platform/ids.ts';
import { Any } from 'typeorm';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { closesAsMuch } from '../../centres/centres/closed-time.rules.ts';
import { Closure } from '../../centres/centres/closure.ts';
import type { CloseCentreInput } from './close-centre.ts';
import { MOST_STRETCHES, openStretches } from './closure.rules.ts';

/** The first stretch of a centre has the id that it would have alone. */
const idOfStretch = (id: string, centreId: string, index: number): string =>
  partId(id, index === 0 ? centreId : `${centreId} ${index}`);

const idsSent = ({ id }: CloseCentreInput, centreIds: readonly string[]): string[] => {
  if (!id) return [];
  const indexes = Array.from({ length: MOST_STRETCHES }, (_, index) => index);
  return centreIds.flatMap((centreId) => indexes.map((index) => idOfStretch(id, centreId, index)));
};

const contentOf = ({ id, startsOn, endsOn, opensAt, closesAt, reason }: Closure): string =>
  JSON.stringify([id, startsOn, endsOn, opensAt, closesAt, reason]);

const hoursOf = ({ opensAt = null, closesAt = null }: CloseCentreInput) => ({ opensAt, closesAt });

/** What is to be closed in a centre. */
export type DaysToClose = {
  readonly centreId: string;
  /** One for each stretch of days that nothing else closes; none when all days are closed already. */
  readonly closures: readonly Closure[];
  /** These same were made when it was sent before. */
  readonly isDone: boolean;
  /** Others were made by the same id. */
  readonly isConflict: boolean;
  /** What closes some of the days already. */
  readonly alreadyClosed: readonly Closure[];
};

const daysOfCentre = (
  db: Database,
  input: CloseCentreInput,
  centreId: string,
  { sent, others }: { readonly sent: readonly Closure[]; readonly others: readonly Closure[] },
): DaysToClose => {
  const closures = openStretches(input.days, others).map((days, index) =>
    db.create(Closure, {
      ...days,
      id: input.id ? idOfStretch(input.id, centreId, index) : newId(),
      centreId,
      ...hoursOf(input),
      reason: input.reason.trim(),
    }),
  );
  const made = new Set(sent.map(contentOf));
  const isSame = made.size === closures.length && closures.every((closure) => made.has(contentOf(closure)));
  const wasSent = sent.length > 0;
  return {
    centreId,
    closures,
    isDone: wasSent && isSame,
    isConflict: wasSent && !isSame,
    alreadyClosed: others,
  };
};

/** What is to be closed in each of these centres, in a number of statements that does not grow with them. */
export const daysToClose = async (
  db: Database,
  input: CloseCentreInput,
  centreIds: string[],
): Promise<DaysToClose[]> => {
  const sent = await db.findBy(Closure, { id: Any(idsSent(input, centreIds)) });
  const sentIds = new Set(sent.map(({ id }) => id));
  const asked = { ...input.days, ...hoursOf(input) };
  // A day on which less is closed than is asked for is closed on top.
  const others = (await closuresDuring(db, centreIds, input.days)).filter(
    (closure) => !sentIds.has(closure.id) && closesAsMuch(closure, asked),
  );
  return centreIds.map((centreId) => {
    const ofCentre = (closure: Closure): boolean => closure.centreId === centreId;
    return daysOfCentre(db, input, centreId, {
      sent: sent.filter(ofCentre),
      others: others.filter(ofCentre),
    });
  });
};
