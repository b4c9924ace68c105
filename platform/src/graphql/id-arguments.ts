import {
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { badUserInput } from '../errors.ts';
import { isUuid } from '../ids.ts';

/** Answers the value as it is used from here on. */
type Read = (value: unknown, path: string) => unknown;

/** PostgreSQL answers ids in small letters, so they are compared and looked up that way. */
const readId: Read = (value, path) => {
  if (isUuid(value)) return value.toLowerCase();
  throw badUserInput(path, `${JSON.stringify(value)} is not a UUID.`);
};

/** PostgreSQL stores every character but this one. */
const readText: Read = (value, path) => {
  if (typeof value !== 'string' || !value.includes('\0')) return value;
  throw badUserInput(path, 'a text may not hold the character U+0000.');
};

/** How a type is read, or null when neither id nor text lies in it. Input objects that nest themselves are not used here. */
const readerOf = (type: GraphQLInputType): Read | null => {
  const bare = getNullableType(type);
  if (bare === GraphQLID) return readId;
  if (bare === GraphQLString) return readText;
  if (isListType(bare)) return readerOfItems(readerOf(bare.ofType));
  if (isInputObjectType(bare)) return readerOfFields(Object.values(bare.getFields()));
  return null;
};

const readerOfItems = (read: Read | null): Read | null =>
  read &&
  ((values, path) =>
    Array.isArray(values) ? values.map((value, index) => read(value, `${path}.${index}`)) : values);

const readerOfFields = (fields: readonly { name: string; type: GraphQLInputType }[]): Read | null => {
  const readers = fields.flatMap(({ name, type }) => {
    const read = readerOf(type);
    return read ? [{ name, read }] : [];
  });
  if (readers.length === 0) return null;
  return (value, path) => {
    const given = { ...(value as Record<string, unknown>) };
    for (const { name, read } of readers) {
      if (given[name] === undefined || given[name] === null) continue;
      given[name] = read(given[name], path ? `${path}.${name}` : name);
    }
    return given;
  };
};

/** Refuses malformed ids and texts before any resolver sees them, naming the argument; done once for all fields. */
export const readIdArguments = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const read = readerOfFields(field.args);
      const { resolve } = field;
      if (!read || !resolve) continue;
      field.resolve = (source, args, context, info) =>
        resolve(source, read(args, '') as typeof args, context, info);
    }
  }
};
