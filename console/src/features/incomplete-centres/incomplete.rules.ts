type Listed<Fact extends string> = {
  readonly name: string;
  readonly missing: readonly Fact[];
};

/** The one that lacks least comes first: it is soonest a centre. */
export const soonestFirst = <Fact extends string, Of extends Listed<Fact>>(
  centres: readonly Of[],
): readonly Of[] =>
  [...centres].sort(
    (one, other) => one.missing.length - other.missing.length || one.name.localeCompare(other.name, 'fr'),
  );

/** How often each fact is missing, the most frequent first: one question to a source may settle many. */
export const missingMost = <Fact extends string>(
  centres: readonly Listed<Fact>[],
): readonly (readonly [Fact, number])[] => {
  const counts = new Map<Fact, number>();
  for (const fact of centres.flatMap(({ missing }) => missing)) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
};
