import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { sectionsOfCentres } from '../../centres/centres/centre.queries.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import type { CentreKind } from '../../centres/centres/centre-kind.ts';
import { termsOn } from '../../centres/centres/centre-terms.rules.ts';
import { hasIdsOfAnother } from '../centre-changes/centre-change.queries.ts';
import { ChangeCentreInput, changeCentre } from '../centre-changes/change-centre.ts';
import { OpenCentreInput, openCentre } from '../centre-changes/open-centre.ts';
import { allTermsOf, hoursOf, placesOf } from '../centre-changes/terms-of-input.ts';
import type { listedRowReasons } from './centre-list.reasons.ts';
import { changesOfTerms, isDecided, kindCalled, placeKey, type SaidOfTerms } from './centre-list.rules.ts';
import type { ListedCentreInput } from './listed-row.ts';
import { hoursAsInput } from './row-as-input.ts';

/** From when a list holds, and the districts it may name by their numbers. */
type Listing = {
  readonly from: Temporal.PlainDate;
  readonly districtIds: ReadonlyMap<number, string>;
};

type Taken = { readonly centre: Centre } | Refused<Word<typeof listedRowReasons>>;

const NO_SUCH_DISTRICT = '00000000-0000-0000-0000-000000000000';

const districtOf = ({ districtNumber }: ListedCentreInput, { districtIds }: Listing): string | null =>
  districtNumber ? (districtIds.get(districtNumber) ?? NO_SUCH_DISTRICT) : null;

const idsOf = ({ siret, finess, cityId }: ListedCentreInput) => ({
  ...(siret && { siret }),
  ...(finess && { finess }),
  ...(cityId && { cityId }),
});

/** What is no centre was refused before. */
const kindOf = ({ kind }: ListedCentreInput): CentreKind | null => {
  const called = kind ? kindCalled(kind) : null;
  return called === 'NO_CENTRE' ? null : called;
};

const saidTermsOf = (row: ListedCentreInput): SaidOfTerms => {
  const { careKinds, facilities, isAvip, authorisedPlaces } = row;
  const sections = row.sections?.map(({ emergencyPlaces, ...section }) => ({
    ...section,
    emergencyPlaces: emergencyPlaces?.map(placesOf) ?? null,
  }));
  const openingHours = row.openingHours?.map(hoursOf);
  return {
    kind: kindOf(row),
    ...{ careKinds, facilities, isAvip, authorisedPlaces, sections, openingHours },
  };
};

/** Opens the centre that a row describes whole. */
export const openAsListed = (
  tx: Transaction,
  row: ListedCentreInput,
  listing: Listing,
  acting: Acting,
): Promise<Taken> => {
  const { name, street, postalCode, city, operator, position, ...said } = row;
  const input = Object.assign(new OpenCentreInput(), {
    id: newId(),
    from: listing.from,
    name,
    kind: kindOf(row),
    operator,
    address: { street, postalCode, city },
    position,
    districtId: districtOf(row, listing),
    authorisedPlaces: said.authorisedPlaces,
    placesByHour: [],
    openingHours: said.openingHours,
    careKinds: said.careKinds,
    facilities: said.facilities ?? [],
    isAvip: said.isAvip ?? false,
    sections: said.sections,
    ...idsOf(row),
  });
  return openCentre(tx, input, acting);
};

/** What holds at once, as far as the row says another thing: a name or a street that is only spelt otherwise is the same. */
const saidAtOnce = (centre: Centre, row: ListedCentreInput, listing: Listing) => {
  const { name, street, operator, position } = row;
  const { address } = centre;
  const isRenamed = placeKey({ name, street }) !== placeKey({ name: centre.name, street: address.street });
  const postalCode = row.postalCode ?? address.postalCode;
  const city = row.city ?? address.city;
  const districtId = districtOf(row, listing);
  return {
    ...(isRenamed && { name: name.trim() }),
    address: { street: isRenamed ? street.trim() : address.street, postalCode, city },
    ...(operator && { operator }),
    ...(position && { position }),
    ...(districtId && { districtId }),
    ...idsOf(row),
  };
};

const isOnRecord = (centre: Centre, { position, ...said }: ReturnType<typeof saidAtOnce>): boolean => {
  const point = position && { latitude: position.latitude, longitude: position.longitude };
  return !wouldChange(centre, { ...said, ...point });
};

const sectionAsInput = ({
  emergencyPlaces,
  ...section
}: NonNullable<ReturnType<typeof changesOfTerms>['sections']>[number]) => ({
  ...section,
  emergencyPlaces: emergencyPlaces?.map(hoursAsInput) ?? null,
});

const laterOf = (one: Temporal.PlainDate, other: string): Temporal.PlainDate =>
  other > one.toString() ? Temporal.PlainDate.from(other) : one;

/** Makes a known centre what a row says of it, from the day of the list. What the list does not say stays. */
export const changeAsListed = async (
  tx: Transaction,
  centre: Centre,
  row: ListedCentreInput,
  listing: Listing,
  acting: Acting,
): Promise<Taken> => {
  const { from } = listing;
  const all = allTermsOf(centre, await sectionsOfCentres(tx, [centre.id]));
  const said = saidTermsOf(row);
  const held = termsOn(all, from);
  const terms = held && !isDecided(all, said, from) ? changesOfTerms(held, said) : {};
  const isDated = Object.keys(terms).length > 0;
  const atOnce = saidAtOnce(centre, row, listing);
  if (!isDated && isOnRecord(centre, atOnce)) return { centre };
  if (await hasIdsOfAnother(tx, { ...centre, ...idsOf(row) })) return { refusal: 'EXTERNAL_ID_TAKEN' };
  const input = Object.assign(new ChangeCentreInput(), {
    ...{ centreId: centre.id, version: centre.version, preview: false },
    // What holds at once is not refused for what is decided for a later day.
    from: isDated ? from : laterOf(dayOf(acting.now), all.at(-1)?.from ?? ''),
    ...atOnce,
    ...terms,
    ...('openingHours' in terms && { openingHours: row.openingHours }),
    ...(terms.sections && { sections: terms.sections.map(sectionAsInput) }),
  });
  return changeCentre(tx, input, acting);
};
