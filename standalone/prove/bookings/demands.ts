import type { AttackCounts, AttackDemands } from './attacks.ts';
import type { HotCity } from './hot-city.ts';
import type { Attempt } from './journal.ts';

/** What a run must have done, so that finding nothing wrong means something. */
export type Demands = AttackDemands & { readonly attempts: number };

export type Tally = {
  readonly made: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly unanswered: number;
  /** Answered only when asked again with the same id. */
  readonly askedAgain: number;
};

const LEAST_ACKNOWLEDGED = 0.3;

export const tallyOf = (attempts: readonly Attempt[]): Tally => {
  const count = (holds: (attempt: Attempt) => boolean) => attempts.filter(holds).length;
  return {
    made: attempts.length,
    acknowledged: count(({ answer }) => answer?.acknowledged !== undefined),
    refused: count(({ answer }) => answer?.refused !== undefined),
    unanswered: count(({ answer }) => answer === null),
    askedAgain: count(({ answer }) => answer?.wasLost ?? false),
  };
};

const placesOf = ({ centres }: HotCity): string[] =>
  centres.flatMap(({ id, sections }) => [id, ...sections.map((section) => section.id)]);

/** The places that nobody saw full: what is not scarce is not fought for. */
export const neverFull = (city: HotCity, fullIds: ReadonlySet<string>): string[] =>
  placesOf(city).filter((id) => !fullIds.has(id));

type Done = { readonly tally: Tally; readonly counts: AttackCounts; readonly fullIds: ReadonlySet<string> };

/** Why a run proves nothing, or not enough; none when it proves what was demanded. */
export const shortcomings = (demands: Demands, city: HotCity, { tally, counts, fullIds }: Done): string[] => {
  const roomy = neverFull(city, fullIds);
  const atLeast = (what: string, found: number, least: number): string[] =>
    found < least ? [`PROVES NOTHING: ${what} ${found}, at least ${least} demanded`] : [];
  return [
    ...atLeast('attempts', tally.made, demands.attempts),
    ...atLeast(
      'acknowledged',
      tally.acknowledged,
      Math.ceil(Math.max(tally.made, demands.attempts) * LEAST_ACKNOWLEDGED),
    ),
    ...atLeast('killed services', counts.SERVICE, demands.attacks.SERVICE),
    ...atLeast('stops of the database', counts.DATABASE, demands.attacks.DATABASE),
    ...atLeast('killed clients', counts.CLIENT, demands.attacks.CLIENT),
    ...atLeast('kills amid a booking', counts.servicesInTransaction, demands.inTransaction),
    ...(tally.unanswered > 0 ? [`UNRESOLVED: ${tally.unanswered} attempts were never answered`] : []),
    ...(roomy.length > 0 ? [`PROVES NOTHING: ${roomy.length} hot places were never full`] : []),
  ];
};
