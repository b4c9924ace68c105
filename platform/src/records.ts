/** One value for each name, given in the order of the names. */
export const recordFrom = <Name extends string, Value>(
  names: readonly Name[],
  values: readonly Value[],
): Readonly<Record<Name, Value>> => {
  if (names.length !== values.length) throw new Error(`${names.length} names, ${values.length} values`);
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, Value>;
};
