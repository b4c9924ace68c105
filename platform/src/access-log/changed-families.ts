type Changed = { readonly familyIds: Set<string>; isTakenBack: boolean };

const changed = new WeakMap<object, Changed>();

const changedOf = (tx: object): Changed => {
  const known = changed.get(tx) ?? { familyIds: new Set(), isTakenBack: false };
  changed.set(tx, known);
  return known;
};

/** That a transaction changes something of these families: whatever is told to the other agencies says of whom it is. */
export const noteChanged = (tx: object, familyIds: Iterable<string>): void => {
  const { familyIds: known } = changedOf(tx);
  for (const id of familyIds) known.add(id);
};

/** That what was changed was only shown, and is not stored. */
export const noteTakenBack = (tx: object): void => {
  changedOf(tx).isTakenBack = true;
};

export const changedIn = (tx: object): Readonly<Changed> => changedOf(tx);
