import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Temporal } from 'temporal-polyfill';
import { isInstantInCalendar, readDay } from '../time/calendar.ts';

const { extensions: _codegenHints, ...dateTimeIso } = GraphQLDateTimeISO.toConfig();

/** What cannot be read is never told again: it may be anything, a name for instance. */
const unreadable = (name: string): GraphQLError => new GraphQLError(`${name} cannot be read.`);

const inCalendar = (read: () => unknown): Date => {
  try {
    const instant = read();
    if (instant instanceof Date && isInstantInCalendar(instant)) return instant;
  } catch {
    throw unreadable('DateTime');
  }
  throw unreadable('DateTime');
};

/** An instant as RFC 3339 text with its offset; a JavaScript `Date` inside. */
export const DateTime = new GraphQLScalarType({
  ...dateTimeIso,
  parseValue: (value) => inCalendar(() => dateTimeIso.parseValue(value)),
  parseLiteral: (node, variables) => inCalendar(() => dateTimeIso.parseLiteral(node, variables)),
  name: 'DateTime',
  description:
    'An instant as RFC 3339 text with its offset, for example `2026-03-02T09:30:00+01:00`; from 1900 to 2199.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
});

const textScalar = <Value extends { toString(): string }>(
  name: string,
  description: string,
  parse: (text: string) => Value | null,
  print: (value: Value) => string,
): GraphQLScalarType<Value, string> => {
  const read = (value: unknown): Value => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw unreadable(name);
    return parsed;
  };
  return new GraphQLScalarType<Value, string>({
    name,
    description,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value) => print(value as Value),
  });
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A civil day; its GraphQL name is `Date`. */
export const CivilDate = textScalar(
  'Date',
  'A civil day of the city (Europe/Paris) as `YYYY-MM-DD`, from 1900 to 2199.',
  readDay,
  (day) => day.toString(),
);

export const LocalTime = textScalar(
  'LocalTime',
  'A wall-clock time of the city (Europe/Paris) as `HH:MM`.',
  (text) => (TIME.test(text) ? Temporal.PlainTime.from(text) : null),
  (time) => time.toString({ smallestUnit: 'minute' }),
);
