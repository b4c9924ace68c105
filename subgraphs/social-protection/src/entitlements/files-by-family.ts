import type { EntitlementFile } from './entitlement.ts';

type FilesByFamily = Map<string, readonly EntitlementFile[]>;

export const filesByFamily = (files: readonly EntitlementFile[]): FilesByFamily => {
  const families: FilesByFamily = new Map();
  for (const file of files) putFile(families, file);
  return families;
};

/** Puts a file back in its place, or a new one behind the others of its family; lists are replaced, never changed. */
export const putFile = (families: FilesByFamily, file: EntitlementFile): void => {
  const all = families.get(file.familyId) ?? [];
  const isNew = !all.some(({ id }) => id === file.id);
  families.set(
    file.familyId,
    isNew ? [...all, file] : all.map((each) => (each.id === file.id ? file : each)),
  );
};
