import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

export type Pick = <Item>(items: readonly Item[]) => Item | undefined;

/** What stands for an argument: ids that exist, by the type they are of, and days around today. */
export type Values = {
  readonly idsOf: Readonly<Record<string, readonly string[]>>;
  readonly references: readonly string[];
  readonly day: (offset: number) => string;
  /** The last calendar quarter that is over. */
  readonly quarter: { readonly from: string; readonly to: string };
};

/** For whom a value is made: the argument, the type that its field answers, and how much is asked for. */
type For = {
  readonly argument: string;
  readonly owner: string;
  readonly days: number;
  /** The largest that its field allows. */
  readonly page: number;
};

const SPANS = [7, 31, 90, 390];
const DAYS_BACK = 60;
/** Care is asked for ahead. */
const DAYS_AHEAD = 8;
const LARGEST_PAGE = 100;
/** Of what has no further pages: the best few. */
const LARGEST_CHOICE = 20;
/** Stands for an id of which none is known. */
export const NOBODY = '018f0000-0000-7000-8000-000000000000';

const capital = (text: string): string => text.replace(/^\w/, (letter) => letter.toUpperCase());

const hours: Readonly<Record<string, string>> = { to: '17:00', endsAt: '17:00' };
const hourOf = ({ argument }: For): string => hours[argument] ?? '09:00';

const offsetOf = ({ argument, days }: For): number => {
  const offsets: Readonly<Record<string, number>> = {
    startsAt: DAYS_AHEAD,
    endsAt: DAYS_AHEAD,
    firstDay: DAYS_AHEAD,
    lastDay: DAYS_AHEAD + days,
    to: days - DAYS_BACK,
  };
  return offsets[argument] ?? -DAYS_BACK;
};

const readers = ({ idsOf, references, day, quarter }: Values, pick: Pick) => {
  const id = ({ argument, owner }: For) =>
    pick(idsOf[argument === 'id' ? owner : capital(argument.replace(/Id$/, ''))] ?? []) ?? NOBODY;
  const dayOf = (of: For): string => {
    if (of.owner !== 'ImpactReport') return day(offsetOf(of));
    return of.argument === 'to' ? quarter.to : quarter.from;
  };
  const known: Readonly<Record<string, (of: For) => string>> = {
    ID: (of) => JSON.stringify(id(of)),
    String: ({ argument }) => JSON.stringify(argument === 'reference' ? (pick(references) ?? '') : 'a'),
    Int: ({ argument, page }) => (argument === 'first' ? String(page) : '1'),
    Float: () => '1',
    Boolean: () => 'true',
    LocalTime: (of) => JSON.stringify(hourOf(of)),
    Date: (of) => JSON.stringify(dayOf(of)),
    DateTime: (of) => `"${dayOf(of)}T${hourOf(of)}:00+01:00"`,
  };
  return (type: GraphQLScalarType, of: For): string => known[type.name]?.(of) ?? '""';
};

/** The fields an input needs; where it needs none, it needs one of several. */
const neededOf = (type: GraphQLInputObjectType, pick: Pick): readonly GraphQLInputField[] => {
  const all = Object.values(type.getFields());
  const needed = all.filter(isRequiredInputField);
  return needed.length > 0 ? needed : [pick(all) ?? []].flat();
};

/** Writes the arguments of a field: those it needs, and the largest page. */
export const argumentWriter = (values: Values, pick: Pick) => {
  const scalar = readers(values, pick);

  const literal = (type: GraphQLInputType, of: For): string => {
    if (isNonNullType(type)) return literal(type.ofType, of);
    if (isListType(type)) return `[${literal(type.ofType, of)}]`;
    if (isEnumType(type)) return pick(type.getValues())?.name ?? '';
    if (!isInputObjectType(type)) return scalar(type, of);
    return `{ ${neededOf(type, pick)
      .map((field) => `${field.name}: ${literal(field.type, { ...of, argument: field.name })}`)
      .join(', ')} }`;
  };

  return (field: GraphQLField<unknown, unknown>, owner: string): string => {
    const days = pick(SPANS) ?? 1;
    const page = field.args.some(({ name }) => name === 'after') ? LARGEST_PAGE : LARGEST_CHOICE;
    const texts = field.args
      .filter((argument) => isRequiredArgument(argument) || argument.name === 'first')
      .map(({ name, type }) => `${name}: ${literal(type, { argument: name, owner, days, page })}`);
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  };
};
