import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type AnyField = GraphQLField<unknown, unknown>;

const isPlumbing = ({ name }: GraphQLObjectType): boolean =>
  /(?:Connection|Edge)$/.test(name) || name === 'PageInfo';

const select = (field: AnyField, depth: number): string => {
  const type = getNamedType(field.type);
  if (field.args.some(isRequiredArgument)) return '';
  if (isLeafType(type)) return field.name;
  if (!isObjectType(type)) return '';
  const inner = isPlumbing(type) ? depth : depth - 1;
  const fields = inner < 0 ? '' : selectionOf(type, inner);
  return fields && `${field.name} ${fields}`;
};

/** Every field that can be asked without an argument, so many records deep. */
export const selectionOf = (type: GraphQLObjectType, depth: number): string => {
  const fields = Object.values(type.getFields()).map((field) => select(field, depth));
  const asked = fields.filter(Boolean).join(' ');
  return asked && `{ ${asked} }`;
};
