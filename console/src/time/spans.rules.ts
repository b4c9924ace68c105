type Span = { readonly startsAt: string; readonly endsAt: string };

/** Stretches that follow each other and are alike together: what one reads is when it changes. */
export const spansOf = <Of extends Span>(
  stretches: readonly Of[],
  likeness: (of: Of) => string,
): readonly Of[] => {
  const spans: Of[] = [];
  for (const next of stretches) {
    const last = spans.at(-1);
    const isSame = last?.endsAt === next.startsAt && likeness(last) === likeness(next);
    if (isSame) spans.splice(-1, 1, { ...last, endsAt: next.endsAt });
    if (!isSame) spans.push(next);
  }
  return spans;
};
