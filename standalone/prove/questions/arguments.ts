import {
  type GraphQLField,
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
};

/** For whom a value is made: the argument, the type that its field answers, and how many days are asked about. */
type For = { readonly argument: string; readonly owner: string; readonly span: number };

const SPANS = [7, 31, 90, 390];
const DAYS_BACK = 60;
/** Stands for an id of which none is known. */
export const NOBODY = '018f0000-0000-7000-8000-000000000000';

const capital = (text: string): string => text.replace(/^\w/, (letter) => letter.toUpperCase());

const readers = ({ idsOf, references, day }: Values, pick: Pick) => {
  const id = ({ argument, owner }: For) =>
    pick(idsOf[argument === 'id' ? owner : capital(argument.replace(/Id$/, ''))] ?? []) ?? NOBODY;
  const dayOf = ({ argument, span }: For) => day(argument === 'to' ? span - DAYS_BACK : -DAYS_BACK);
  const known: Readonly<Record<string, (of: For) => string>> = {
    ID: (of) => JSON.stringify(id(of)),
    String: ({ argument }) => JSON.stringify(argument === 'reference' ? (pick(references) ?? '') : 'a'),
    Int: ({ argument }) => (argument === 'first' ? '100' : '1'),
    Float: () => '1',
    Boolean: () => 'true',
    LocalTime: () => '"09:00"',
    Date: (of) => JSON.stringify(dayOf(of)),
    DateTime: (of) => `"${dayOf(of)}T09:00:00+01:00"`,
  };
  return (type: GraphQLScalarType, of: For): string => known[type.name]?.(of) ?? '""';
};

/** Writes the arguments of a field: those it needs, and the largest page. */
export const argumentWriter = (values: Values, pick: Pick) => {
  const scalar = readers(values, pick);

  const literal = (type: GraphQLInputType, of: For): string => {
    if (isNonNullType(type)) return literal(type.ofType, of);
    if (isListType(type)) return `[${literal(type.ofType, of)}]`;
    if (isEnumType(type)) return pick(type.getValues())?.name ?? '';
    if (!isInputObjectType(type)) return scalar(type, of);
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, { ...of, argument: field.name })}`).join(', ')} }`;
  };

  return (field: GraphQLField<unknown, unknown>, owner: string): string => {
    const span = pick(SPANS) ?? 1;
    const texts = field.args
      .filter((argument) => isRequiredArgument(argument) || argument.name === 'first')
      .map(({ name, type }) => `${name}: ${literal(type, { argument: name, owner, span })}`);
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  };
};
