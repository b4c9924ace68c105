import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Temporal } from 'temporal-polyfill';

const { extensions: _codegenHints, ...dateTimeIso } = GraphQLDateTimeISO.toConfig();

/** An instant as RFC 3339 text with its offset; a JavaScript `Date` inside. */
export const DateTime = new GraphQLScalarType({
  ...dateTimeIso,
  name: 'DateTime',
  description: 'An instant as RFC 3339 text with its offset, for example `2026-03-02T09:30:00+01:00`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
});

const textScalar = <Value extends { toString(): string }>(
  name: string,
  description: string,
  parse: (text: string) => Value,
  print: (value: Value) => string,
): GraphQLScalarType<Value, string> => {
  const read = (value: unknown): Value => {
    if (typeof value !== 'string')
      throw new GraphQLError(`${name} must be text, got ${JSON.stringify(value)}.`);
    try {
      return parse(value);
    } catch {
      throw new GraphQLError(`${name} cannot be read from ${JSON.stringify(value)}.`);
    }
  };
  return new GraphQLScalarType<Value, string>({
    name,
    description,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value) => print(value as Value),
  });
};

const exactly =
  (pattern: RegExp) =>
  (text: string): string => {
    if (!pattern.test(text)) throw new RangeError(text);
    return text;
  };
const dateText = exactly(/^\d{4}-\d{2}-\d{2}$/);
const timeText = exactly(/^\d{2}:\d{2}$/);

/** A civil day; its GraphQL name is `Date`. */
export const CivilDate = textScalar(
  'Date',
  'A civil day of the city (Europe/Paris) as `YYYY-MM-DD`.',
  (text) => Temporal.PlainDate.from(dateText(text), { overflow: 'reject' }),
  (day) => day.toString(),
);

export const LocalTime = textScalar(
  'LocalTime',
  'A wall-clock time of the city (Europe/Paris) as `HH:MM`.',
  (text) => Temporal.PlainTime.from(timeText(text), { overflow: 'reject' }),
  (time) => time.toString({ smallestUnit: 'minute' }),
);
