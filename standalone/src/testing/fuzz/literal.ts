import { type GraphQLInputType, getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';

type Type = GraphQLInputType | undefined;

const fieldsOf = (value: object, type: Type): string => {
  const fields = isInputObjectType(type) ? type.getFields() : {};
  const said = Object.entries(value).map(([name, each]) => `${name}: ${literalOf(each, fields[name]?.type)}`);
  return `{ ${said.join(', ')} }`;
};

/** A value as it is written into an operation; names of enums stand without quotes. */
export const literalOf = (value: unknown, type: Type): string => {
  const bare = type && getNullableType(type);
  const inner = isListType(bare) ? bare.ofType : bare;
  if (Array.isArray(value)) return `[${value.map((each) => literalOf(each, inner)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return fieldsOf(value, bare);
  const isName = isEnumType(bare) && typeof value === 'string' && /^\w+$/.test(value);
  return isName ? value : JSON.stringify(value);
};
