import type { Acting } from '@relais/platform/acting.ts';
import { wholly } from '@relais/platform/database/preview.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr, wouldChange } from '@relais/platform/database/would-change.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { FARTHEST_AHEAD } from '../../care/bookings/places.rules.ts';
import { BRING_TERMS_INTO_FORCE, bringIntoForce } from '../../centres/centres/bring-terms-into-force.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { closuresDuring, sectionsOfCentres } from '../../centres/centres/centre.queries.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { CentreKind, Facility, Operator } from '../../centres/centres/centre-kind.ts';
import { type CentreTerms, termsOn } from '../../centres/centres/centre-terms.rules.ts';
import type { Section } from '../../centres/centres/section.ts';
import { AddressInput, PositionInput } from '../../household/registration/register-family.ts';
import { mondayOf } from '../centre-week/centre-week.rules.ts';
import { bookedFrom, lockCentre, shownBookings } from './centre-change.queries.ts';
import { changeCentreReasons } from './centre-change.reasons.ts';
import { idsProblem, losingTheirPlace, termsProblem } from './centre-change.rules.ts';
import {
  EmergencyPlacesInput,
  HourlyPlacesInput,
  OpeningHoursInput,
  SectionInput,
} from './centre-terms-input.ts';
import { movedCentre, type Whereabouts } from './moved-centre.ts';
import { allTermsOf, insertNewSections, saidTerms } from './terms-of-input.ts';

@InputType({
  description:
    'What of a centre is another from a day on; what is absent stays. Name, operator, place and ids hold at once, as they are no terms.',
})
export class ChangeCentreInput extends Previewable {
  @Field(() => ID, { description: 'The centre.' })
  centreId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, { description: 'The first day, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'Name, as parents know it; holds at once.' })
  name?: string | null;

  @Field(() => Operator, { nullable: true, description: 'Who runs it; holds at once.' })
  operator?: Operator | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where it is; holds at once.' })
  address?: AddressInput | null;

  @Field(() => PositionInput, { nullable: true, description: 'Where it stands on the map; holds at once.' })
  position?: PositionInput | null;

  @Field(() => ID, { nullable: true, description: 'Its district; the one it stands in when it moves.' })
  districtId?: string | null;

  @Field(() => CentreKind, { nullable: true, description: 'What sort of establishment it is.' })
  kind?: CentreKind | null;

  @Field(() => Int, { nullable: true, description: 'Children who may be present at once.' })
  authorisedPlaces?: number | null;

  @Field(() => [HourlyPlacesInput], {
    nullable: true,
    description: 'Hours with fewer authorised places; `[]` when there are none any more.',
  })
  placesByHour?: HourlyPlacesInput[] | null;

  @Field(() => [EmergencyPlacesInput], {
    nullable: true,
    description:
      'Places kept for emergencies, of all of its sections, as the city voted; `[]` when none are any more. Those of a section that is no longer there go with it.',
  })
  emergencyPlaces?: EmergencyPlacesInput[] | null;

  @Field(() => [OpeningHoursInput], { nullable: true, description: 'Opening hours of an ordinary week.' })
  openingHours?: OpeningHoursInput[] | null;

  @Field(() => [Facility], { nullable: true, description: 'What it offers besides care.' })
  facilities?: Facility[] | null;

  @Field(() => [CareKind], { nullable: true, description: 'The kinds of care it offers.' })
  careKinds?: CareKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is à vocation d’insertion professionnelle.',
  })
  isAvip?: boolean | null;

  @Field(() => [SectionInput], {
    nullable: true,
    description: 'All of its age groups, those that stay included.',
  })
  sections?: SectionInput[] | null;

  @Field(() => String, { nullable: true, description: 'SIRET, 14 digits; `null` clears it.' })
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'FINESS, 9 signs; `null` clears it.' })
  finess?: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the city’s own list; `null` clears it.' })
  cityId?: string | null;
}

@ObjectType({ description: 'The centre, or why it stays as it is.' })
export class ChangeCentrePayload extends payloadOf(
  'ChangeCentre',
  changeCentreReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => Centre, {
    nullable: true,
    description: 'The centre; what holds from a later day is in `toCome`. Absent when refused.',
  })
  centre?: Centre;

  @ListSize(20)
  @Field(() => [Booking], {
    description: 'With `STILL_BOOKED`: up to 20 of the bookings that would have no place, first to last.',
  })
  bookingsInTheWay: readonly Booking[] = [];
}

type Result =
  | { readonly centre: Centre; readonly bookingsInTheWay: readonly Booking[] }
  | (Refused<Word<typeof changeCentreReasons>> & { readonly bookingsInTheWay?: readonly Booking[] });

/** Enough to see what is in the way. */
export const MOST_NAMED = 20;

/** Why nothing can change from that day, whatever it is. */
const dayProblem = (
  { terms, closedFrom }: Centre,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Refused<Word<typeof changeCentreReasons>> | null => {
  if (isBefore(from, today)) return { refusal: 'IN_THE_PAST' };
  if (closedFrom && !isBefore(from, closedFrom)) return { refusal: 'CLOSED_THEN' };
  const later = terms.find((each) => each.from > from.toString());
  if (!later) return null;
  const day = Temporal.PlainDate.from(later.from);
  return { refusal: 'LATER_CHANGE_DECIDED', details: (language) => ({ day: dayText(language, day) }) };
};

type Change = {
  readonly centre: Centre;
  readonly sections: readonly Section[];
  readonly before: readonly CentreTerms[];
  readonly after: CentreTerms;
  readonly where: Whereabouts;
};

/** The bookings that would have no place any more. */
const obstructed = async (
  tx: Transaction,
  { centre, sections, before, after }: Change,
  now: Date,
): Promise<readonly { readonly id: string }[]> => {
  const from = Temporal.PlainDate.from(after.from);
  const stays = await bookedFrom(tx, centre.id, from, now);
  if (stays.length === 0) return [];
  const closures = await closuresDuring(tx, [centre.id], {
    startsOn: mondayOf(from),
    endsOn: from.add(FARTHEST_AHEAD),
  });
  const as = (terms: readonly CentreTerms[]) => ({ centre: { ...centre, terms }, sections, closures });
  return losingTheirPlace(stays, as(before), as([...before.filter((each) => each.from < after.from), after]));
};

const stillBooked = async (tx: Transaction, asked: Change, now: Date): Promise<Result | null> => {
  const lost = await obstructed(tx, asked, now);
  if (lost.length === 0) return null;
  const ids = lost.slice(0, MOST_NAMED).map(({ id }) => id);
  const bookingsInTheWay = await shownBookings(tx, ids);
  return { refusal: 'STILL_BOOKED', details: () => ({ count: lost.length }), bookingsInTheWay };
};

const haveTermsChanged = (before: readonly CentreTerms[], after: CentreTerms): boolean => {
  const { from: _from, ...terms } = after;
  const held = before.at(-1);
  // Absent where none are kept.
  const { emergencyPlaces = [] } = terms;
  return held === undefined || wouldChange({ emergencyPlaces: [], ...held }, { ...terms, emergencyPlaces });
};

const carryOut = async (
  tx: Transaction,
  { centre, sections, before, after, where }: Change,
  input: ChangeCentreInput,
  now: Date,
): Promise<Centre> => {
  await insertNewSections(tx, centre.id, after.sections, sections);
  const changed = await store(tx, Centre, centre, {
    ...where,
    name: input.name?.trim() || centre.name,
    siret: saidOr(centre.siret, input.siret),
    finess: saidOr(centre.finess, input.finess),
    cityId: saidOr(centre.cityId, input.cityId),
    // What holds at once makes nothing of the terms another, and stands in no later change's way.
    terms: haveTermsChanged(before, after)
      ? [...before.filter(({ from }) => from < after.from), after]
      : centre.terms,
  });
  await bringIntoForce(tx, changed, dayOf(now));
  const runAt = startOfDay(input.from);
  const key = `${centre.id} ${after.from}`;
  if (runAt > now) await scheduleJob(tx, BRING_TERMS_INTO_FORCE, { centreId: centre.id }, { runAt, key });
  return tx.findOneByOrFail(Centre, { id: centre.id });
};

const isTheSame = ({ centre, before, after, where }: Change, input: ChangeCentreInput): boolean => {
  const { siret, finess, cityId } = input;
  const said = Object.entries({ siret, finess, cityId }).filter(([, value]) => value !== undefined);
  const values = { ...where, name: input.name?.trim() || centre.name, ...Object.fromEntries(said) };
  return !haveTermsChanged(before, after) && !wouldChange(centre, values);
};

/** What is asked for beside what holds, or why it cannot be. */
const askedChange = async (
  tx: Transaction,
  centre: Centre,
  input: ChangeCentreInput,
): Promise<Change | Refused<Word<typeof changeCentreReasons>>> => {
  const sections = await sectionsOfCentres(tx, [centre.id]);
  const before = allTermsOf(centre, sections);
  const held = termsOn(before, input.from);
  const named = new Set(held?.sections.map(({ id }) => id));
  if (!held || input.sections?.some(({ id }) => id && !named.has(id))) return { refusal: 'UNKNOWN_SECTION' };
  const after = saidTerms(held, input, input.from);
  const { siret = null, finess = null } = input;
  const refusal = termsProblem(after, held) ?? idsProblem({ siret, finess });
  if (refusal) return { refusal };
  const where = await movedCentre(tx, centre, input);
  return 'refusal' in where ? where : { centre, sections, before, after, where };
};

const change = async (tx: Transaction, input: ChangeCentreInput, { now }: Acting): Promise<Result> => {
  const centre = await lockCentre(tx, input.centreId);
  if (!centre) return { refusal: 'UNKNOWN_CENTRE' };
  if (centre.version !== input.version) return { refusal: 'STALE_VERSION' };
  const problem = dayProblem(centre, input.from, dayOf(now));
  if (problem) return problem;
  const asked = await askedChange(tx, centre, input);
  if ('refusal' in asked) return asked;
  if (isTheSame(asked, input)) return { centre, bookingsInTheWay: [] };
  const refused = await stillBooked(tx, asked, now);
  return refused ?? { centre: await carryOut(tx, asked, input, now), bookingsInTheWay: [] };
};

/** Makes a centre another one from a day on. It is held until commit, so that nobody books meanwhile what would not fit. */
export const changeCentre = (tx: Transaction, input: ChangeCentreInput, acting: Acting): Promise<Result> =>
  wholly(tx, input.preview, () => change(tx, input, acting));
