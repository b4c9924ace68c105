import type { CareKind } from '../src/centres/centres/care-kind.ts';
import { CentreKind, Facility, type Operator } from '../src/centres/centres/centre-kind.ts';
import { nantesDistricts } from './nantes-districts.ts';

type SeedCentre = {
  readonly id: string;
  readonly name: string;
  readonly kind: CentreKind;
  readonly operator: Operator;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly districtId: string;
  readonly authorisedPlaces: number;
  readonly openingHours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly facilities: readonly Facility[];
  readonly careKinds: readonly CareKind[];
  readonly isAvip: boolean;
};

type SeedSection = {
  readonly id: string;
  readonly centreId: string;
  readonly name: string;
  readonly minAgeMonths: number;
  readonly maxAgeMonths: number;
  readonly places: number;
};

/** District | name | street | places | hours | AVIP | kind | facilities. Invented, but as they might be. */
const MUNICIPAL = `
  1 | Les Petits Mariniers | 4 rue du Vieux-Lavoir | 40 | ordinary |  | MULTI_PURPOSE | ACCESSIBLE MEALS
  1 | La Marelle | 17 rue des Sept-Fontaines | 30 | ordinary |  | MULTI_PURPOSE | MEALS EMERGENCY_PLACES
  2 | Les Hirondelles | 9 rue de la Carrière-Bleue | 45 | ordinary | AVIP | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS
  2 | Le Petit Belvédère | 22 allée des Acacias | 36 | long |  | MULTI_PURPOSE | MEALS ATYPICAL_HOURS
  2 | Les Sabliers | 3 place du Coteau | 28 | ordinary |  | MULTI_PURPOSE | GARDEN MEALS
  3 | Les Coquelicots | 31 rue du Bois-Joli | 48 | ordinary | AVIP | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS EMERGENCY_PLACES
  3 | L’Arbre à Contes | 6 rue des Filandières | 32 | ordinary |  | MULTI_PURPOSE | MEALS SENSORY_ROOM
  4 | Les Pavés de Plume | 14 rue du Puits-Clair | 40 | ordinary |  | MULTI_PURPOSE | ACCESSIBLE MEALS BREASTFEEDING_ROOM
  4 | La Farandole | 2 impasse des Glycines | 24 | short |  | MULTI_PURPOSE | GARDEN MEALS
  5 | Les Passerelles | 19 rue du Pré-Long | 50 | long | AVIP | MULTI_PURPOSE | ACCESSIBLE MEALS ATYPICAL_HOURS EMERGENCY_PLACES
  5 | Le Moulin à Vent | 8 rue des Lavandières | 34 | ordinary |  | MULTI_PURPOSE | GARDEN MEALS
  6 | Les Petites Grues | 11 quai des Charpentiers | 44 | ordinary |  | MULTI_PURPOSE | ACCESSIBLE MEALS
  6 | L’Île aux Trésors | 27 rue du Chaland | 36 | ordinary |  | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS
  7 | Les Cerisiers | 5 rue du Verger-Neuf | 42 | ordinary | AVIP | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS
  7 | La Ritournelle | 33 avenue des Noisetiers | 30 | short |  | MULTI_PURPOSE | MEALS BREASTFEEDING_ROOM
  8 | Les Ribambelles | 12 rue de la Prairie-Haute | 60 | long | AVIP | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS ATYPICAL_HOURS EMERGENCY_PLACES
  8 | Le Bois Enchanté | 7 allée des Mésanges | 40 | ordinary | AVIP | MULTI_PURPOSE | GARDEN MEALS SENSORY_ROOM
  8 | Les Cabrioles | 25 rue du Grand-Chêne | 33 | ordinary |  | MULTI_PURPOSE | ACCESSIBLE MEALS
  9 | Les Libellules | 16 rue de l’Étang-Vert | 45 | ordinary |  | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS
  9 | Le Ruisseau | 1 place des Roseaux | 32 | ordinary |  | MULTI_PURPOSE | GARDEN MEALS
  10 | Les Maraîchers | 20 rue des Semailles | 48 | ordinary | AVIP | MULTI_PURPOSE | ACCESSIBLE GARDEN MEALS EMERGENCY_PLACES
  10 | La Bergeronnette | 10 rue du Four-à-Pain | 30 | ordinary |  | MULTI_PURPOSE | MEALS
  11 | Les Deux Rives | 18 rue du Bac | 46 | long | AVIP | MULTI_PURPOSE | ACCESSIBLE MEALS ATYPICAL_HOURS
  11 | Le Nid des Salines | 13 rue de la Tonnelle | 34 | ordinary |  | MULTI_PURPOSE | GARDEN MEALS BREASTFEEDING_ROOM`;

const ASSOCIATIVE = `
  1 | Graines de Lumière | 21 rue des Tonneliers | 12 | ordinary |  | MICRO_CRECHE | MEALS
  2 | Premiers Pas Solidaires | 15 rue de la Corderie-Neuve | 24 | long | AVIP | CRECHE | ACCESSIBLE MEALS ATYPICAL_HOURS EMERGENCY_PLACES
  3 | La Ronde des Parents | 8 rue du Lilas-Blanc | 18 | short |  | PARENTAL_CRECHE | GARDEN
  5 | Tremplin Bambins | 29 rue des Cheminots | 26 | long | AVIP | CRECHE | ACCESSIBLE MEALS ATYPICAL_HOURS
  6 | Les Aventuriers du Quai | 5 rue de la Voilerie | 22 | ordinary |  | KINDERGARTEN | GARDEN MEALS
  8 | Côté Berceaux | 3 rue des Alouettes | 30 | ordinary | AVIP | CRECHE | MEALS EMERGENCY_PLACES
  9 | Chez Nos Assistantes | 24 rue du Sentier-Fleuri | 20 | ordinary |  | FAMILY_CRECHE | GARDEN
  10 | Petits Potagers | 6 allée des Primeurs | 12 | short |  | MICRO_CRECHE | GARDEN MEALS`;

const WORKING_DAYS = [1, 2, 3, 4, 5];
const SATURDAY = 6;

const everyWorkingDay = (from: string, to: string) => WORKING_DAYS.map((weekday) => ({ weekday, from, to }));

const openingHours: Readonly<Record<string, SeedCentre['openingHours']>> = {
  ordinary: everyWorkingDay('07:30', '18:30'),
  short: everyWorkingDay('08:00', '18:00'),
  long: [...everyWorkingDay('06:30', '20:30'), { weekday: SATURDAY, from: '08:00', to: '18:00' }],
};

const postalCodes = '44000 44100 44100 44000 44000 44200 44100 44300 44300 44300 44200'.split(' ');

const careKindsOf = (kind: CentreKind, hours: string): CareKind[] => {
  if (kind === 'MULTI_PURPOSE' || hours === 'long')
    return ['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY'];
  return kind === 'CRECHE' ? ['LONG_TERM', 'SHORT_TERM', 'EMERGENCY'] : ['LONG_TERM', 'SHORT_TERM'];
};

const kindNamed = (name: string): CentreKind => {
  const kind = Object.values(CentreKind).find((each) => each === name);
  if (!kind) throw new RangeError(`No kind of centre ${name}`);
  return kind;
};

const idOf = (prefix: string, number: number): string =>
  `${prefix}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Some hundred metres around the middle of the district, the same in every run. */
const besides = (middle: number, step: number): number =>
  Number((middle + ((step % 7) - 3) * 0.0015).toFixed(5));

const districtOf = (number: string) => {
  const district = nantesDistricts[Number(number) - 1];
  if (!district) throw new RangeError(`No district ${number}`);
  return { ...district, postalCode: postalCodes[district.number - 1] ?? '44000' };
};

const centreOf = (operator: Operator, line: string, number: number): SeedCentre => {
  const [inDistrict = '', name = '', street = '', places, hours = '', avip, kindName = '', offers = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const district = districtOf(inDistrict);
  const kind = kindNamed(kindName);
  return {
    id: idOf('ce472e00', number),
    name,
    kind,
    operator,
    street,
    postalCode: district.postalCode,
    city: 'Nantes',
    latitude: besides(district.latitude, number * 3),
    longitude: besides(district.longitude, number * 5),
    districtId: district.id,
    authorisedPlaces: Number(places),
    openingHours: openingHours[hours] ?? [],
    facilities: Object.values(Facility).filter((facility) => offers.split(' ').includes(facility)),
    careKinds: careKindsOf(kind, hours),
    isAvip: avip === 'AVIP',
  };
};

const linesOf = (table: string): string[] => table.trim().split('\n');

export const nantesCentres: readonly SeedCentre[] = [
  ...linesOf(MUNICIPAL).map((line, index) => centreOf('MUNICIPAL', line, index + 1)),
  ...linesOf(ASSOCIATIVE).map((line, index) => centreOf('ASSOCIATIVE', line, index + 101)),
];

const TWO_AGE_GROUPS = [
  { name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 24, share: 0.5 },
  { name: 'Les grands', minAgeMonths: 18, maxAgeMonths: 72, share: 0.5 },
];
const THREE_AGE_GROUPS = [
  { name: 'Les bébés', minAgeMonths: 2, maxAgeMonths: 18, share: 0.3 },
  { name: 'Les moyens', minAgeMonths: 15, maxAgeMonths: 30, share: 0.35 },
  { name: 'Les grands', minAgeMonths: 24, maxAgeMonths: 72, share: 0.35 },
];
const FROM_PLACES_WITH_THREE_GROUPS = 30;

const sectionsOf = ({ id: centreId, authorisedPlaces }: SeedCentre, index: number): SeedSection[] => {
  const groups = authorisedPlaces < FROM_PLACES_WITH_THREE_GROUPS ? TWO_AGE_GROUPS : THREE_AGE_GROUPS;
  return groups.map(({ name, minAgeMonths, maxAgeMonths, share }, position) => ({
    id: idOf('5ec71000', (index + 1) * 10 + position + 1),
    centreId,
    name,
    minAgeMonths,
    maxAgeMonths,
    places: Math.floor(authorisedPlaces * share),
  }));
};

export const nantesSections: readonly SeedSection[] = nantesCentres.flatMap(sectionsOf);
