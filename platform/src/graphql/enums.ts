import { registerEnumType } from 'type-graphql';

/** Registers a const object (`{ KEY: 'KEY' }`) as a GraphQL enum whose every value is described. */
export const registerEnum = <Key extends string>(
  values: Readonly<Record<Key, string>>,
  name: string,
  description: string,
  descriptions: Readonly<Record<Key, string>>,
): void => {
  const valuesConfig: Partial<Record<Key, { description: string }>> = {};
  for (const key in values) valuesConfig[key] = { description: descriptions[key] };
  registerEnumType(values, { name, description, valuesConfig });
};
