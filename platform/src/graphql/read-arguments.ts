import {
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { badUserInput } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { isStorableText } from '../texts.ts';
import { inputMessages } from './input-messages.ts';
import { CivilDate, DateTime } from './scalars.ts';

/** Days or instants of one field's arguments, and where each stands. */
type AskedTime = { readonly path: string; readonly milliseconds: number };

/** Answers the value as it is used from here on; notes the times it meets. */
type Read = (value: unknown, path: string, times: AskedTime[]) => unknown;

/** Whoever needs more asks again: what one question costs stays bounded. */
const LONGEST_SPAN_DAYS = 400;
const DAY_MS = 86_400_000;
/**
 * Above what any rule of an agency allows, which answers with its own sentence: what no rule bounds is bounded here, so
 * that a page of a history can always be answered.
 */
const LONGEST_TEXT = 5_000;

/** PostgreSQL answers ids in small letters, so they are compared and looked up that way. */
const readId: Read = (value, path) => {
  if (isUuid(value)) return value.toLowerCase();
  throw badUserInput(path, inputMessages, 'NOT_A_UUID');
};

const readText: Read = (value, path) => {
  if (typeof value !== 'string') return value;
  if (value.length > LONGEST_TEXT)
    throw badUserInput(path, inputMessages, 'TEXT_TOO_LONG', { most: LONGEST_TEXT });
  if (!isStorableText(value)) throw badUserInput(path, inputMessages, 'UNSTORABLE_TEXT');
  return value;
};

const readTime: Read = (value, path, times) => {
  if (value instanceof Date) times.push({ path, milliseconds: value.getTime() });
  if (value instanceof Temporal.PlainDate)
    times.push({ path, milliseconds: Date.UTC(value.year, value.month - 1, value.day) });
  return value;
};

const readersOfScalars: Readonly<Record<string, Read>> = {
  [GraphQLID.name]: readId,
  [GraphQLString.name]: readText,
  [CivilDate.name]: readTime,
  [DateTime.name]: readTime,
};

/** How a type is read, or null when nothing in it is. Input objects that nest themselves are not used here. */
const readerOf = (type: GraphQLInputType): Read | null => {
  const bare = getNullableType(type);
  if (isScalarType(bare)) return readersOfScalars[bare.name] ?? null;
  if (isListType(bare)) return readerOfItems(readerOf(bare.ofType));
  if (isInputObjectType(bare)) return readerOfFields(Object.values(bare.getFields()));
  return null;
};

const readerOfItems = (read: Read | null): Read | null =>
  read &&
  ((values, path, times) =>
    Array.isArray(values) ? values.map((value, index) => read(value, `${path}.${index}`, times)) : values);

const readerOfFields = (fields: readonly { name: string; type: GraphQLInputType }[]): Read | null => {
  const readers = fields.flatMap(({ name, type }) => {
    const read = readerOf(type);
    return read ? [{ name, read }] : [];
  });
  if (readers.length === 0) return null;
  return (value, path, times) => {
    const given = { ...(value as Record<string, unknown>) };
    for (const { name, read } of readers) {
      if (given[name] === undefined || given[name] === null) continue;
      given[name] = read(given[name], path ? `${path}.${name}` : name, times);
    }
    return given;
  };
};

/** The times of one question lie close together, whatever they are called. */
const checkSpan = (times: readonly AskedTime[]): void => {
  const [first, ...later] = times.toSorted((one, other) => one.milliseconds - other.milliseconds);
  const last = later.at(-1);
  if (!first || !last) return;
  const days = Math.floor((last.milliseconds - first.milliseconds) / DAY_MS);
  if (days > LONGEST_SPAN_DAYS)
    throw badUserInput(last.path, inputMessages, 'SPAN_TOO_LONG', { most: LONGEST_SPAN_DAYS });
};

/**
 * Reads the arguments of every field before its resolver sees them, and names the one that cannot be used: malformed
 * ids, texts that are too long or cannot be stored, and, where something is asked and not changed, spans that are too long.
 */
export const readArguments = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isAsking = type !== schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      const read = readerOfFields(field.args);
      const { resolve } = field;
      if (!read || !resolve) continue;
      field.resolve = (source, args, context, info) => {
        const times: AskedTime[] = [];
        const given = read(args, '', times) as typeof args;
        if (isAsking) checkSpan(times);
        return resolve(source, given, context, info);
      };
    }
  }
};
