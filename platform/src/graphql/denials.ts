import type { GraphQLResolveInfo } from 'graphql';
import { type Path, shapeOf } from './covered-paths.ts';

/** Why something is not shared; told only to who may know that it exists. */
export const denialReasons = ['ROLE', 'OBJECTION', 'RESTRICTED'] as const;

export type DenialReason = (typeof denialReasons)[number];

export const isDenialReason = (reason: unknown): reason is DenialReason =>
  denialReasons.some((each) => each === reason);

/** A field that is null because it is not shared with who asks, or a list from which something was left out for that. */
export type Denial = {
  readonly path: Path;
  readonly because?: DenialReason | undefined;
  /** What is there is not all: a list, not a `null`. */
  readonly isPartial?: true | undefined;
};

type Place = GraphQLResolveInfo['path'];
type Noted = Omit<Denial, 'path'> & { readonly place: Place };

const pathOf = (place: Place): Path => {
  const keys: (string | number)[] = [];
  for (let each: Place | undefined = place; each; each = each.prev) keys.push(each.key);
  return keys.reverse();
};

const childOf = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;

/** `undefined` where something above it is null already, for a reason of its own. */
const valueAt = (data: unknown, path: Path): unknown => path.reduce(childOf, data);

const isTrueOf = (data: unknown, { path, isPartial }: Denial): boolean => {
  const value = valueAt(data, path);
  return isPartial ? value !== null && value !== undefined : value === null;
};

/**
 * What one question to an agency was denied. It is noted and answered as `null`: an error thrown for each field would
 * take its stack, be caught, wrapped and written, hundreds of times in one file.
 */
export class Denials {
  readonly #noted: Noted[] = [];

  note(place: Place, because?: DenialReason): void {
    this.#noted.push({ place, because });
  }

  /** Said once for a list, of however many kinds what it leaves out is. */
  notePart(place: Place, because: DenialReason): void {
    const isSaid = this.#noted.some(
      (each) => each.isPartial && each.place === place && each.because === because,
    );
    if (!isSaid) this.#noted.push({ place, because, isPartial: true });
  }

  in(data: unknown): readonly Denial[] {
    return this.#noted
      .map(({ place, ...denial }) => ({ path: pathOf(place), ...denial }))
      .filter((denial) => isTrueOf(data, denial));
  }
}

type Denying = { readonly denials: Denials };

/**
 * The answer of a field that is not shared. Without a reason it says no more than that of a record that does not
 * exist; with one, that it does.
 */
export const notShared = (
  { denials }: Denying,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
  because?: DenialReason,
): null => {
  denials.note(path, because);
  return null;
};

/** A list, or a page of one, that is answered without what may not be shared with who asks, who may know that it exists. */
export const notAll = (
  { denials }: Denying,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
  because: DenialReason,
): void => denials.notePart(path, because);

export type SaidOnce = {
  readonly because?: DenialReason;
  readonly isPartial?: true;
  readonly count: number;
  /** The names on the way, without the positions in lists. */
  readonly place: string;
  /** For each path that is covered, its positions in lists, in the order of the way. */
  readonly positions: readonly (readonly number[])[];
};

type Group<Denied> = { readonly first: Denied; readonly positions: (readonly number[])[] };

const isPosition = (key: string | number): key is number => typeof key === 'number';

/** Denials of the same place, agency and reason as one, at the first path. */
export const sayOnce = <Denied extends Denial & { readonly service?: string }>(
  denials: readonly Denied[],
): readonly { readonly first: Denied; readonly said: SaidOnce }[] => {
  const groups = new Map<string, Group<Denied>>();
  for (const denied of denials) {
    const key = `${denied.service} ${denied.because} ${denied.isPartial} ${shapeOf(denied.path)}`;
    const group = groups.get(key) ?? { first: denied, positions: [] };
    group.positions.push(denied.path.filter(isPosition));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, positions }) => ({
    first,
    said: {
      ...(first.because && { because: first.because }),
      ...(first.isPartial && { isPartial: first.isPartial }),
      count: positions.length,
      place: first.path.filter((key) => !isPosition(key)).join('.'),
      positions,
    },
  }));
};
