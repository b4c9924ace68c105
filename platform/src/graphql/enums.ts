import { registerEnumType } from 'type-graphql';

/** Registers a const object (`{ KEY: 'KEY' }`) as a GraphQL enum. */
const registerEnum = <Key extends string>(
  values: Readonly<Record<Key, string>>,
  name: string,
  description: string,
  descriptions: Readonly<Record<Key, string>>,
): void => {
  const valuesConfig: Partial<Record<Key, { description: string }>> = {};
  for (const key in values) valuesConfig[key] = { description: descriptions[key] };
  registerEnumType(values, { name, description, valuesConfig });
};

/** The GraphQL enum of the words of a table, each described by what the table says of it. */
export const enumOfTable = <Word extends string, Row>(
  name: string,
  description: string,
  table: Readonly<Record<Word, Row>>,
  describe: (row: Row, word: Word) => string,
): { readonly [Key in Word]: Key } => {
  const words = Object.keys(table) as Word[];
  const values = Object.fromEntries(words.map((word) => [word, word])) as { [Key in Word]: Key };
  const descriptions = words.map((word) => [word, describe(table[word], word)]);
  registerEnum(values, name, description, Object.fromEntries(descriptions));
  return values;
};

/** A GraphQL enum, each value with what it means. */
export const enumOf = <Word extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Word, string>>,
): { readonly [Key in Word]: Key } => enumOfTable(name, description, meanings, (meaning) => meaning);
