import { asWritten, eachOnce, nameKey } from '@relais/platform/names.rules.ts';
import { internationalPhone } from './phone.rules.ts';

/** Who may collect a child as it is stored: the names, and by name the numbers that are known. */
export type KeptCollectors = {
  readonly mayBeCollectedBy: string[];
  readonly collectorPhones: Readonly<Record<string, string>>;
};

type Said = { readonly name: string; readonly phone?: string | null };

/** As it is sent: names alone, names with numbers, both, or nothing of it. */
export type SaidCollectors = {
  readonly mayBeCollectedBy?: readonly string[] | null;
  readonly collectors?: readonly Said[] | null;
};

const keyOf = (name: string): string => nameKey(name) || name;

/** Of a name written otherwise, the number is the same; of one that is gone, it is forgotten. */
export const collectorsWith = (
  names: readonly string[],
  phones: Readonly<Record<string, string>>,
): KeptCollectors => {
  const mayBeCollectedBy = eachOnce(names);
  const known = mayBeCollectedBy.map(keyOf).flatMap((key) => {
    const phone = phones[key];
    return phone === undefined ? [] : [[key, phone] as const];
  });
  return { mayBeCollectedBy, collectorPhones: Object.fromEntries(known) };
};

/** What is kept once something is said: numbers that are said with names replace those known, names alone keep them. */
export const collectorsAfter = (
  known: KeptCollectors,
  { mayBeCollectedBy, collectors }: SaidCollectors,
): KeptCollectors => {
  if (!mayBeCollectedBy && !collectors) return known;
  const said = collectors?.map(({ name, phone }) => ({
    name: asWritten(name),
    phone: phone ? internationalPhone(phone) : null,
  }));
  const names = [...(said ?? []).map(({ name }) => name), ...(mayBeCollectedBy ?? []).map(asWritten)];
  const phones = new Map(Object.entries(known.collectorPhones));
  for (const { name, phone } of said ?? []) {
    phones.delete(keyOf(name));
    if (phone) phones.set(keyOf(name), phone);
  }
  return collectorsWith(names, Object.fromEntries(phones));
};

/** Each of them with their number, where it is known. */
export const collectorsOf = ({
  mayBeCollectedBy,
  collectorPhones,
}: KeptCollectors): { name: string; phone: string | null }[] =>
  mayBeCollectedBy.map((name) => ({ name, phone: collectorPhones[keyOf(name)] ?? null }));
