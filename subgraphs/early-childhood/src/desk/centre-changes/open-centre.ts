import type { Acting } from '@relais/platform/acting.ts';
import { storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { sectionsOfCentres } from '../../centres/centres/centre.queries.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { CentreKind, Facility, Operator } from '../../centres/centres/centre-kind.ts';
import { type CentreTerms, centreOn } from '../../centres/centres/centre-terms.rules.ts';
import { Closure } from '../../centres/centres/closure.ts';
import { locateHome } from '../../centres/districts/locate-home.ts';
import { AddressInput, PositionInput } from '../../household/registration/register-family.ts';
import { hasIdsOfAnother } from './centre-change.queries.ts';
import { openCentreReasons } from './centre-change.reasons.ts';
import { idsProblem, termsProblem } from './centre-change.rules.ts';
import { HourlyPlacesInput, OpeningHoursInput, SectionInput } from './centre-terms-input.ts';
import { insertNewSections, saidTerms } from './terms-of-input.ts';

@InputType({ description: 'A centre that opens.' })
export class OpenCentreInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again opens once.' })
  id?: string | null;

  @Field(() => CivilDate, { description: 'Its first day, today at the earliest; until then it is closed.' })
  from!: Temporal.PlainDate;

  @Field(() => String, { description: 'Name, as parents know it.' })
  name!: string;

  @Field(() => CentreKind, { description: 'What sort of establishment it is.' })
  kind!: CentreKind;

  @Field(() => Operator, { description: 'Who runs it.' })
  operator!: Operator;

  @Field(() => AddressInput, { description: 'Where it is.' })
  address!: AddressInput;

  @Field(() => PositionInput, { description: 'Where it stands on the map.' })
  position!: PositionInput;

  @Field(() => ID, { nullable: true, description: 'Its district; the one it stands in unless given.' })
  districtId?: string | null;

  @Field(() => Int, { description: 'Children who may be present at once, by its authorisation.' })
  authorisedPlaces!: number;

  @Field(() => [HourlyPlacesInput], { defaultValue: [], description: 'Hours with fewer authorised places.' })
  placesByHour!: HourlyPlacesInput[];

  @Field(() => [OpeningHoursInput], { description: 'Opening hours of an ordinary week.' })
  openingHours!: OpeningHoursInput[];

  @Field(() => [Facility], { defaultValue: [], description: 'What it offers besides care.' })
  facilities!: Facility[];

  @Field(() => [CareKind], { description: 'The kinds of care it offers.' })
  careKinds!: CareKind[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is à vocation d’insertion professionnelle.',
  })
  isAvip!: boolean;

  @Field(() => [SectionInput], {
    description: 'Its age groups, each without an id, with the places that it keeps for emergencies.',
  })
  sections!: SectionInput[];

  @Field(() => String, { nullable: true, description: 'SIRET, 14 digits.' })
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'FINESS, 9 signs.' })
  finess?: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the city’s own list.' })
  cityId?: string | null;
}

@ObjectType({ description: 'The centre, or why it does not open.' })
export class OpenCentrePayload extends payloadOf(
  'OpenCentre',
  openCentreReasons,
  'Why it does not open; absent when it does.',
) {
  @Field(() => Centre, { nullable: true, description: 'The centre; absent when refused.' })
  centre?: Centre;
}

type Result = { readonly centre: Centre } | Refused<Word<typeof openCentreReasons>>;

const NOTHING: CentreTerms = {
  ...{ from: '', kind: 'MULTI_PURPOSE', authorisedPlaces: 0, isAvip: false },
  ...{ placesByHour: [], openingHours: [], facilities: [], careKinds: [], sections: [] },
};

const centreOf = (
  tx: Transaction,
  input: OpenCentreInput,
  terms: CentreTerms,
  districtId: string,
): Centre => {
  const { operator, address, position, siret = null, finess = null, cityId = null } = input;
  const asSaid = { ...input, emergencyPlaces: [], terms: [terms] };
  const { placesByHour, emergencyPlaces, openingHours, ...held } = centreOn(asSaid, input.from);
  return tx.create(Centre, {
    ...held,
    id: input.id ?? newId(),
    name: input.name.trim(),
    operator,
    address: { ...address },
    latitude: position.latitude,
    longitude: position.longitude,
    districtId,
    placesByHour: [...placesByHour],
    emergencyPlaces: [...emergencyPlaces],
    openingHours: [...openingHours],
    facilities: [...held.facilities],
    careKinds: [...held.careKinds],
    terms: [],
    openedOn: input.from,
    closedFrom: null,
    ...{ siret, finess, cityId, version: 1 },
  });
};

const problemOf = (input: OpenCentreInput, terms: CentreTerms, today: Temporal.PlainDate) => {
  if (isBefore(input.from, today)) return 'IN_THE_PAST';
  if (!input.name.trim()) return 'NAME_MISSING';
  if (input.sections.some(({ id }) => id)) return 'UNKNOWN_SECTION';
  return termsProblem(terms) ?? idsProblem({ siret: input.siret ?? null, finess: input.finess ?? null });
};

/** Before any day that somebody could ask for. */
const ALWAYS = Temporal.PlainDate.from('0001-01-01');

/** Until its first day a centre is closed as on any other closed day, so that nothing need know of openings. */
const closedUntil = (
  tx: Transaction,
  { centreId, from }: { centreId: string; from: Temporal.PlainDate },
): Closure =>
  tx.create(Closure, {
    ...{ id: newId(), centreId, isLasting: true },
    startsOn: ALWAYS,
    endsOn: from.subtract({ days: 1 }),
    reason: 'Pas encore ouvert',
  });

/** Sections have other ids each time they are sent: what they keep is compared by their names. */
const keptByName = (
  { emergencyPlaces }: Centre,
  sections: readonly { readonly id: string; readonly name: string }[],
) =>
  emergencyPlaces.map(({ sectionId, ...line }) => ({
    ...line,
    section: sections.find(({ id }) => id === sectionId)?.name,
  }));

const sameAsSent = async (
  tx: Transaction,
  made: Centre,
  sections: CentreTerms['sections'],
): Promise<Result> => {
  const stored = await tx.findOneByOrFail(Centre, { id: made.id });
  const known = await sectionsOfCentres(tx, [made.id]);
  const {
    terms: _terms,
    version: _version,
    closedFrom: _closedFrom,
    emergencyPlaces: _kept,
    ...asked
  } = made;
  const isOther =
    wouldChange(stored, asked) ||
    wouldChange({ kept: keptByName(stored, known) }, { kept: keptByName(made, sections) });
  return isOther ? { refusal: 'CONFLICT' } : { centre: stored };
};

/** Opens a centre from a day on: places can be booked for that day and later at once. */
export const openCentre = async (
  tx: Transaction,
  input: OpenCentreInput,
  { now }: Acting,
): Promise<Result> => {
  const terms = saidTerms(NOTHING, input, input.from);
  const problem = problemOf(input, terms, dayOf(now));
  if (problem) return { refusal: problem };
  const located = await locateHome(tx, input.position, input.districtId ?? null);
  if ('refusal' in located) return located;
  if (!located.districtId) return { refusal: 'OUTSIDE_DISTRICTS' };

  const centre = centreOf(tx, input, terms, located.districtId);
  if (await hasIdsOfAnother(tx, centre)) return { refusal: 'EXTERNAL_ID_TAKEN' };
  if (!(await storeUnlessTaken(tx, Centre, centre))) return sameAsSent(tx, centre, terms.sections);
  await insertNewSections(tx, centre.id, terms.sections, []);
  await tx.insert(Closure, closedUntil(tx, { centreId: centre.id, from: input.from }));
  return { centre };
};
