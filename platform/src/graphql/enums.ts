type Enum = {
  readonly values: Readonly<Record<string, string>>;
  readonly config: {
    readonly name: string;
    readonly description: string;
    readonly valuesConfig: Record<string, { description: string }>;
  };
};

const declared: Enum[] = [];

/** Those that were declared since it was last asked; a rule that knows one needs no GraphQL. */
export const takeDeclaredEnums = (): readonly Enum[] => declared.splice(0);

/** The GraphQL enum of the words of a table, each described by what the table says of it. */
export const enumOfTable = <Word extends string, Row>(
  name: string,
  description: string,
  table: Readonly<Record<Word, Row>>,
  describe: (row: Row, word: Word) => string,
): { readonly [Key in Word]: Key } => {
  const words = Object.keys(table) as Word[];
  const values = Object.fromEntries(words.map((word) => [word, word])) as { [Key in Word]: Key };
  const valuesConfig = Object.fromEntries(
    words.map((word) => [word, { description: describe(table[word], word) }]),
  );
  declared.push({ values, config: { name, description, valuesConfig } });
  return values;
};

/** A GraphQL enum, each value with what it means. */
export const enumOf = <Word extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Word, string>>,
): { readonly [Key in Word]: Key } => enumOfTable(name, description, meanings, (meaning) => meaning);
