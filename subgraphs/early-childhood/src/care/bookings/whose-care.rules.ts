/**
 * Of which families care is: of all of the child's, where one of them pays it. What a family pays of a child that has another file
 * now is its own alone: where the child was is nothing of the new file, and where it is nothing of the old one.
 */
export const whoseCare = (familiesOfChild: readonly string[], paying: string): readonly string[] =>
  familiesOfChild.includes(paying) ? familiesOfChild : [paying];
