import {
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { badUserInput } from '../errors.ts';
import { isUuid } from '../ids.ts';

type Check = (value: unknown, path: string) => void;

const checkId: Check = (value, path) => {
  if (!isUuid(value)) throw badUserInput(path, `${JSON.stringify(value)} is not a UUID.`);
};

/** The check a type needs, or none when no id lies in it. Input objects that nest themselves are not used here. */
const checkOf = (type: GraphQLInputType): Check | null => {
  const bare = getNullableType(type);
  if (bare === GraphQLID) return checkId;
  if (isListType(bare)) return checkOfItems(checkOf(bare.ofType));
  if (isInputObjectType(bare)) return checkOfFields(Object.values(bare.getFields()));
  return null;
};

const checkOfItems = (check: Check | null): Check | null =>
  check &&
  ((values, path) => {
    if (Array.isArray(values))
      for (const [index, value] of values.entries()) check(value, `${path}.${index}`);
  });

const checkOfFields = (fields: readonly { name: string; type: GraphQLInputType }[]): Check | null => {
  const checks = fields.flatMap(({ name, type }) => {
    const check = checkOf(type);
    return check ? [{ name, check }] : [];
  });
  if (checks.length === 0) return null;
  return (value, path) => {
    const given = value as Record<string, unknown>;
    for (const { name, check } of checks) {
      if (given[name] !== undefined && given[name] !== null)
        check(given[name], path ? `${path}.${name}` : name);
    }
  };
};

/** Refuses malformed ids before any resolver sees them, naming the argument; done once for all fields. */
export const checkIdArguments = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const check = checkOfFields(field.args);
      const { resolve } = field;
      if (!check || !resolve) continue;
      field.resolve = (source, args, context, info) => {
        check(args, '');
        return resolve(source, args, context, info);
      };
    }
  }
};
