import type { Period } from '@relais/platform/time/periods.rules.ts';
import { minutesOf } from '@relais/platform/time/periods.rules.ts';
import { OLDEST } from '../../care/bookings/booking.rules.ts';
import type { CareCriterion } from '../../care/place-explanations/care-criterion.ts';
import {
  DISTANCE_NOT_TOLD,
  UNKNOWN_DISTANCE_VALUE,
} from '../../care/place-explanations/place-explanation.rules.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { Reason, ReasonKey } from '../../care/place-explanations/place-reason.ts';
import type { Statement } from '../../care/place-explanations/statement.ts';
import type { Section } from '../../centres/centres/section.ts';
import { kilometresBetween } from '../../centres/districts/place.rules.ts';
import type { Position } from '../../centres/districts/position.ts';
import { type Demand, openParts } from './care-fit.rules.ts';
import type { CentreFacts } from './option-facts.ts';

/** What each criterion can contribute; all together 100 (CRPA L311-3-1: a score is never given without its reasons). */
export const weights = {
  WHOLE_TIME: 40,
  OPENING_HOURS: 5,
  AGE: 5,
  DISTANCE: 20,
  KNOWN_CENTRE: 20,
  // What is needed must be there, so it cannot tell one option from another: it is said, not counted.
  FACILITIES: 0,
  RANKED_CHOICE: 10,
} as const satisfies Record<CareCriterion, number>;

/** What a place is judged by apart from the times at which it takes the child. */
type Place = {
  readonly centre: Position & { readonly id: string };
  readonly section: Pick<Section, 'minAgeMonths' | 'maxAgeMonths'>;
};

/** A section that can take the child during a stretch. */
export type Candidate = {
  readonly centre: CentreFacts;
  readonly section: Section;
  readonly stretch: Period;
};

type Judgement = { readonly value: number; readonly told: Statement<ReasonKey> };
type Judge = (demand: Demand, place: Place) => Judgement;
type Judgements = Readonly<Record<CareCriterion, Judgement>>;
type OfTime = Pick<Judgements, 'WHOLE_TIME' | 'OPENING_HOURS'>;

/** Distances are told in bands, so that options do not give a home address away. */
const DISTANCE_BANDS = [
  { kilometres: 1, value: 1 },
  { kilometres: 2, value: 0.8 },
  { kilometres: 3, value: 0.6 },
  { kilometres: 5, value: 0.4 },
  { kilometres: 8, value: 0.2 },
] as const;
const FARTHEST_KILOMETRES = 8;
const VALUE_OF_LATER_CHOICES = 0.2;
const LOSS_PER_RANK = 0.2;
/** A child that outgrows its section within these months has to move again. */
const SOON_MONTHS = 6;
const VALUE_OF_A_SHORT_STAY = 0.4;

const rounded = (value: number): number => Math.round(value * 100) / 100;

const percentOf = (share: number) => ({ percent: Math.round(share * 100) });

const timeOf = ({ need }: Demand, stretch: Period): Judgement => {
  const value = minutesOf(stretch) / minutesOf(need);
  if (value === 1) return { value, told: { key: 'WHOLE_TIME' } };
  const parameters = { from: stretch.startsAt.getTime(), to: stretch.endsAt.getTime() };
  return { value, told: { key: 'PART_OF_TIME', parameters } };
};

const shareOfTime = (value: number): Judgement =>
  value === 1
    ? { value, told: { key: 'WHOLE_TIME' } }
    : { value, told: { key: 'SHARE_OF_TIME', parameters: percentOf(value) } };

const openShare = (value: number): Judgement =>
  value === 1
    ? { value, told: { key: 'OPEN_WHOLE_TIME' } }
    : { value, told: { key: 'OPEN_PART_OF_TIME', parameters: percentOf(value) } };

const openTimeOf = (demand: Demand, centre: CentreFacts): Judgement =>
  openShare(
    openParts(demand, centre).reduce((sum, part) => sum + minutesOf(part), 0) / minutesOf(demand.need),
  );

const distance: Judge = ({ child }, { centre }) => {
  if (child.isHomeProtected) return DISTANCE_NOT_TOLD;
  if (!child.home) return { value: UNKNOWN_DISTANCE_VALUE, told: { key: 'DISTANCE_UNKNOWN' } };
  const kilometres = kilometresBetween(child.home, centre);
  const band = DISTANCE_BANDS.find((each) => kilometres < each.kilometres);
  if (band) {
    const { value } = band;
    return { value, told: { key: 'DISTANCE_WITHIN', parameters: { kilometres: band.kilometres } } };
  }
  return { value: 0, told: { key: 'DISTANCE_BEYOND', parameters: { kilometres: FARTHEST_KILOMETRES } } };
};

/** Told in one band, as distances are, so that no birth date follows from it. */
const age: Judge = ({ hasReachedIn, child }, { section: { minAgeMonths, maxAgeMonths } }) => {
  const parameters = { minAgeMonths, maxAgeMonths };
  if (child.age.isExpected) return { value: 1, told: { key: 'AGE_FITS_AS_EXPECTED', parameters } };
  const leavesSoon = hasReachedIn(SOON_MONTHS, { months: maxAgeMonths }) || hasReachedIn(SOON_MONTHS, OLDEST);
  if (!leavesSoon) return { value: 1, told: { key: 'AGE_FITS', parameters } };
  return { value: VALUE_OF_A_SHORT_STAY, told: { key: 'AGE_FITS_SHORTLY', parameters } };
};

const choice: Judge = ({ need }, { centre }) => {
  if (need.rankedCentreIds.length === 0) return { value: 0, told: { key: 'CHOICE_NOT_GIVEN' } };
  const index = need.rankedCentreIds.indexOf(centre.id);
  if (index === -1) return { value: 0, told: { key: 'CHOICE_OTHER' } };
  const value = Math.max(VALUE_OF_LATER_CHOICES, 1 - LOSS_PER_RANK * index);
  return { value, told: { key: 'CHOICE_RANKED', parameters: { rank: index + 1 } } };
};

const knownCentre: Judge = ({ child }, { centre }) =>
  child.knownCentreIds.includes(centre.id)
    ? { value: 1, told: { key: 'CENTRE_KNOWN' } }
    : { value: 0, told: { key: 'CENTRE_NEW' } };

const facilities = ({ need }: Demand): Judgement => ({
  value: 1,
  told: { key: need.facilities.length === 0 ? 'FACILITIES_NOT_NEEDED' : 'FACILITIES_THERE' },
});

const criteria: readonly CareCriterion[] = [
  'WHOLE_TIME',
  'OPENING_HOURS',
  'AGE',
  'DISTANCE',
  'KNOWN_CENTRE',
  'FACILITIES',
  'RANKED_CHOICE',
];

/** Every criterion with its weight and what it contributed. */
const reasonsBy = (demand: Demand, place: Place, ofTime: OfTime): Reason[] => {
  const judgements: Judgements = {
    ...ofTime,
    AGE: age(demand, place),
    DISTANCE: distance(demand, place),
    KNOWN_CENTRE: knownCentre(demand, place),
    FACILITIES: facilities(demand),
    RANKED_CHOICE: choice(demand, place),
  };
  return criteria.map((criterion) => {
    const { value, told } = judgements[criterion];
    const weight = weights[criterion];
    return { criterion, weight, value: rounded(value), contribution: rounded(weight * rounded(value)), told };
  });
};

/** Why a section suits a need that it can take during a stretch. */
export const reasonsOf = (demand: Demand, { stretch, centre, section }: Candidate): Reason[] =>
  reasonsBy(
    demand,
    { centre, section },
    { WHOLE_TIME: timeOf(demand, stretch), OPENING_HOURS: openTimeOf(demand, centre) },
  );

export const scoreOf = (reasons: readonly Reason[]): number =>
  rounded(reasons.reduce((sum, { contribution }) => sum + contribution, 0));

/** Of all the time that is asked for, on whatever days: how much the place takes, and how much it is open; 0 to 1. */
export type Shares = { readonly taken: number; readonly open: number };

/** Why a place suits care of several stays, of which `demand` is the first. */
export const explanationOfShares = (demand: Demand, place: Place, { taken, open }: Shares): Explanation => {
  const ofTime = { WHOLE_TIME: shareOfTime(taken), OPENING_HOURS: openShare(open) };
  const reasons = reasonsBy(demand, place, ofTime);
  return { score: scoreOf(reasons), reasons };
};
