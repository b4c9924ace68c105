import { nameKey } from '@relais/platform/names.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CentreKind } from '../../centres/centres/centre-kind.ts';
import type { CentreTerms } from '../../centres/centres/centre-terms.rules.ts';
import type { CentreFact } from './centre-fact.ts';

/** Ways and saints as lists shorten them. */
const IN_FULL = new Map([
  ['av', 'avenue'],
  ['ave', 'avenue'],
  ['bd', 'boulevard'],
  ['bld', 'boulevard'],
  ['r', 'rue'],
  ['pl', 'place'],
  ['all', 'allée'],
  ['imp', 'impasse'],
  ['ch', 'chemin'],
  ['che', 'chemin'],
  ['rte', 'route'],
  ['sq', 'square'],
  ['st', 'saint'],
  ['ste', 'sainte'],
]);

/** Words without what does not count; two numbers stay two. */
const keyOfWords = (text: string): string =>
  text
    .split(/[\s,.'’-]+/u)
    .map((word) => nameKey(IN_FULL.get(nameKey(word)) ?? word))
    .reduce((key, word) => (/\d$/.test(key) && /^\d/.test(word) ? `${key}-${word}` : `${key}${word}`), '');

type Placed = { readonly name: string; readonly street: string };

/** What two spellings of one name in one street have in common. */
export const placeKey = ({ name, street }: Placed): string => `${keyOfWords(name)} ${keyOfWords(street)}`;

const BY_ID = 'id ';

/** By which a row is known the next time: the id of its source, else its name and street. */
export const listKey = ({
  sourceId,
  ...placed
}: Placed & { readonly sourceId?: string | null | undefined }): string =>
  sourceId ? `${BY_ID}${sourceId}` : `at ${placeKey(placed)}`;

const LONGEST_TEXT = 200;

/** A text by which something is known again: there, and not endless. */
export const isNameable = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST_TEXT;

const KINDS: ReadonlyMap<string, CentreKind> = new Map([
  ['multipurpose', 'MULTI_PURPOSE'],
  ['multiaccueil', 'MULTI_PURPOSE'],
  ['multiaccueilcollectif', 'MULTI_PURPOSE'],
  ['haltegarderie', 'MULTI_PURPOSE'],
  ['creche', 'CRECHE'],
  ['crechecollective', 'CRECHE'],
  ['microcreche', 'MICRO_CRECHE'],
  ['familycreche', 'FAMILY_CRECHE'],
  ['crechefamiliale', 'FAMILY_CRECHE'],
  ['serviceaccueilfamilial', 'FAMILY_CRECHE'],
  ['parentalcreche', 'PARENTAL_CRECHE'],
  ['crecheparentale', 'PARENTAL_CRECHE'],
  ['kindergarten', 'KINDERGARTEN'],
  ['jardindenfants', 'KINDERGARTEN'],
]);

/** Where children are looked after, or families received, and that are no centre. */
const NO_CENTRES = new Set([
  ...['mam', 'assistantmaternel', 'assistantematernelle', 'assistantesmaternelles'],
  ...['maisondassistantsmaternels', 'maisondassistantesmaternelles', 'childmindershouse'],
  ...['laep', 'lieudaccueilenfantsparents', 'rpe', 'relaispetiteenfance', 'ram', 'relaisassistantsmaternels'],
  ...['gardeadomicile', 'ludotheque', 'pmi'],
]);

/** What a list calls a place: the kind of a centre, something that is none, or a word that nobody here knows. */
export const kindCalled = (word: string): CentreKind | 'NO_CENTRE' | null => {
  const key = nameKey(word);
  return NO_CENTRES.has(key) ? 'NO_CENTRE' : (KINDS.get(key) ?? null);
};

/** What a row says besides name and street; what is absent it does not say. */
export type SaidOfCentre = {
  readonly kind?: unknown;
  readonly operator?: unknown;
  readonly postalCode?: unknown;
  readonly city?: unknown;
  readonly position?: unknown;
  readonly authorisedPlaces?: unknown;
  readonly openingHours?: unknown;
  readonly careKinds?: unknown;
  readonly sections?: unknown;
};

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';

/** What must be known before a centre can be opened, and the row does not say. */
export const missingFacts = (row: SaidOfCentre): CentreFact[] => {
  const said: readonly (readonly [CentreFact, boolean])[] = [
    ['KIND', isSaid(row.kind)],
    ['OPERATOR', isSaid(row.operator)],
    ['ADDRESS', isSaid(row.postalCode) && isSaid(row.city)],
    ['POSITION', isSaid(row.position)],
    ['PLACES', isSaid(row.authorisedPlaces)],
    ['OPENING_HOURS', isSaid(row.openingHours)],
    ['CARE_KINDS', isSaid(row.careKinds)],
    ['SECTIONS', isSaid(row.sections)],
  ];
  return said.filter(([, isThere]) => !isThere).map(([fact]) => fact);
};

type ExternalIds = {
  readonly siret?: string | null | undefined;
  readonly finess?: string | null | undefined;
  readonly cityId?: string | null | undefined;
};

/** A row, or a centre, as far as the one may mean the other. */
type Named = Placed & ExternalIds & { readonly postalCode?: string | null | undefined };

/** A centre as far as a row may name it. */
type Candidate = Named & { readonly id: string; readonly isClosed: boolean };

type Known = {
  readonly centres: readonly Candidate[];
  /** Which centre each row of this source was. */
  readonly linked: ReadonlyMap<string, string>;
};

/** Why nobody can say which centre a row means. */
type Doubt = 'SAME_PLACE_TWICE' | 'ANOTHER_CENTRE' | 'KNOWN_BY_ANOTHER_ID';

export type MeantCentre =
  | { readonly centreId: string | null }
  | { readonly refusal: Doubt; readonly known: string };

const isSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one) && one === other;

const shareAnId = (one: ExternalIds, other: ExternalIds): boolean =>
  isSame(one.siret, other.siret) || isSame(one.finess, other.finess) || isSame(one.cityId, other.cityId);

/** Of one name in one street of one commune. */
const isAtSamePlace = (one: Named, other: Named): boolean =>
  placeKey(one) === placeKey(other) &&
  (!one.postalCode || !other.postalCode || one.postalCode === other.postalCode);

/** Names and streets that both differ: ids that are row numbers have shifted. */
const isAnother = (one: Placed, other: Placed): boolean =>
  keyOfWords(one.name) !== keyOfWords(other.name) && keyOfWords(one.street) !== keyOfWords(other.street);

/** Centres that another id of the source means; of a row without an id, and of a source that gives none, there are none. */
const claimedByIds = (linked: Known['linked']): ReadonlySet<string> =>
  new Set([...linked].filter(([key]) => key.startsWith(BY_ID)).map(([, centreId]) => centreId));

/** What an id names, unless name and street both say that it is another one. */
const byId = (row: Named, known: Candidate): MeantCentre =>
  isAnother(row, known) ? { refusal: 'ANOTHER_CENTRE', known: known.name } : { centreId: known.id };

const byPlace = (row: Named, centres: readonly Candidate[]): Candidate[] => {
  const there = centres.filter((centre) => isAtSamePlace(row, centre));
  const open = there.filter(({ isClosed }) => !isClosed);
  return open.length > 0 ? open : there;
};

/**
 * The centre that a row means: the one it was before, the one with an id of the nation or the city, else the one of that name in that
 * street; `null` where there is none. What only a person can tell is refused.
 */
export const centreMeant = (
  row: Named & { readonly sourceId?: string | null | undefined },
  { centres, linked }: Known,
): MeantCentre => {
  const before = centres.find(({ id }) => id === linked.get(listKey(row)));
  if (before) return shareAnId(row, before) ? { centreId: before.id } : byId(row, before);
  const named = centres.find((centre) => shareAnId(row, centre));
  if (named) return byId(row, named);
  const [found, second] = byPlace(row, centres);
  if (second) return { refusal: 'SAME_PLACE_TWICE', known: second.name };
  if (found && row.sourceId && claimedByIds(linked).has(found.id))
    return { refusal: 'KNOWN_BY_ANOTHER_ID', known: found.name };
  return { centreId: found?.id ?? null };
};

/** Whether a row names a section twice, which would be one section in two places. */
export const namesSectionTwice = (sections: readonly { readonly name: string }[]): boolean =>
  new Set(sections.map(({ name }) => nameKey(name))).size !== sections.length;

type Terms = Omit<CentreTerms, 'from'>;
type KeptLine = Omit<NonNullable<Terms['emergencyPlaces']>[number], 'sectionId'>;
type SaidSection = Omit<Terms['sections'][number], 'id' | 'staff'> & {
  readonly staff?: number | null;
  /** Kept for emergencies, as far as the list says it. */
  readonly emergencyPlaces?: readonly KeptLine[] | null;
};

/** What a row says of what is dated. */
export type SaidOfTerms = {
  readonly [Name in Exclude<keyof Terms, 'sections' | 'placesByHour' | 'emergencyPlaces'>]?:
    | Terms[Name]
    | null
    | undefined;
} & { readonly sections?: readonly SaidSection[] | null | undefined };

const textOf = (value: unknown): string => JSON.stringify(value);
const asSet = (values: readonly unknown[]): string => textOf(values.map(textOf).toSorted());

/** A section that a list names as it was called before is the same one; a number of staff that it does not say stays. */
const sectionsAs = (held: Terms['sections'], said: readonly SaidSection[]) =>
  said.map((section) => {
    const same = held.find(({ name }) => nameKey(name) === nameKey(section.name));
    return { ...section, ...(same && { id: same.id }), staff: section.staff ?? same?.staff ?? null };
  });

const comparable = ({ name, minAgeMonths, maxAgeMonths, places, staff }: SaidSection) => [
  nameKey(name),
  minAgeMonths,
  maxAgeMonths,
  places,
  staff ?? null,
];

const ofHours = ({ weekday, from, to }: Terms['openingHours'][number]) => [weekday, from, to];
const ofKept = (line: KeptLine) => [...ofHours(line), line.places];

const isOther = (one: readonly unknown[], other: readonly unknown[]): boolean => asSet(one) !== asSet(other);

/** Whether a section keeps other places than before, as far as the list says it. */
const keepsOthers =
  ({ emergencyPlaces: kept = [] }: Terms) =>
  ({ id, emergencyPlaces }: SaidSection & { readonly id?: string }): boolean =>
    emergencyPlaces
      ? isOther(emergencyPlaces.map(ofKept), kept.filter(({ sectionId }) => sectionId === id).map(ofKept))
      : false;

/** What of the terms would be another by what is said; in which order lists stand says nothing. */
export const changesOfTerms = (held: Terms, { sections, ...said }: SaidOfTerms) => {
  const { openingHours, facilities, careKinds, kind, authorisedPlaces, isAvip } = said;
  const named = sections ? sectionsAs(held.sections, sections) : null;
  return {
    ...(kind && kind !== held.kind && { kind }),
    ...(authorisedPlaces && authorisedPlaces !== held.authorisedPlaces && { authorisedPlaces }),
    ...(typeof isAvip === 'boolean' && isAvip !== held.isAvip && { isAvip }),
    ...(openingHours &&
      isOther(openingHours.map(ofHours), held.openingHours.map(ofHours)) && { openingHours }),
    ...(facilities && isOther(facilities, held.facilities) && { facilities }),
    ...(careKinds && isOther(careKinds, held.careKinds) && { careKinds }),
    ...(named &&
      (isOther(named.map(comparable), held.sections.map(comparable)) || named.some(keepsOthers(held))) && {
        sections: named,
      }),
  };
};

/** Whether what is said holds on the day already, or is decided for a day after it. */
export const isDecided = (
  allTerms: readonly CentreTerms[],
  said: SaidOfTerms,
  from: Temporal.PlainDate,
): boolean => {
  const first = allTerms.findLastIndex((terms) => terms.from <= from.toString());
  return allTerms
    .slice(Math.max(first, 0))
    .some((terms) => Object.keys(changesOfTerms(terms, said)).length === 0);
};
