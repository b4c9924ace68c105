import { clock, dayOf, minutesOf } from '../time/city-time.rules.ts';

export type CoverStatus = 'COVERED' | 'NOT_NEEDED' | 'PARTIAL' | 'UNCOVERED' | 'UNKNOWN';

type Named = { readonly id: string; readonly name: string };
type Span = { readonly startsAt: string; readonly endsAt: string };

/** A place that can be booked for a gap. */
export type Option = Span & {
  readonly isWholeTime: boolean;
  readonly section: Named;
  readonly centre: Named;
};

export type Gap = Span & { readonly options?: readonly Option[] | null };

export type ChildInCover = {
  readonly child: { readonly id: string; readonly firstName: string | null };
  readonly status: CoverStatus;
  readonly gaps: readonly Gap[];
};

export type Cover = {
  readonly status: CoverStatus;
  readonly neededFrom: string;
  readonly neededTo: string;
  readonly children: readonly ChildInCover[];
};

/** A stretch of a bar, in minutes of the day. */
export type Stretch = { readonly from: number; readonly to: number };

export type Lane = {
  readonly childId: string;
  readonly name: string;
  readonly status: CoverStatus;
  readonly cared: readonly Stretch[];
  readonly missing: readonly Stretch[];
  readonly unknown: readonly Stretch[];
  /** What is missing and could be booked; of what is only thought of. */
  readonly possible?: readonly Stretch[];
};

const MIDNIGHT = 24 * 60;

/** What ends at midnight ends at 24 h, not at 0 h. */
export const stretchOf = ({ startsAt, endsAt }: Span): Stretch => {
  const to = dayOf(startsAt) === dayOf(endsAt) ? minutesOf(endsAt) : MIDNIGHT;
  return { from: minutesOf(startsAt), to };
};

/** What is left of a stretch when others are taken out of it. */
export const without = (whole: Stretch, taken: readonly Stretch[]): readonly Stretch[] => {
  const inOrder = [...taken].sort((one, other) => one.from - other.from);
  const left: Stretch[] = [];
  let at = whole.from;
  for (const { from, to } of inOrder) {
    if (from > at) left.push({ from: at, to: Math.min(from, whole.to) });
    at = Math.max(at, to);
  }
  if (at < whole.to) left.push({ from: at, to: whole.to });
  return left;
};

export const neededOf = ({ neededFrom, neededTo }: Pick<Cover, 'neededFrom' | 'neededTo'>): Stretch =>
  stretchOf({ startsAt: neededFrom, endsAt: neededTo });

/** One lane for each child: where there is care, where it is missing, and where nobody knows. */
export const lanesOf = (cover: Cover): readonly Lane[] => {
  const needed = neededOf(cover);
  return cover.children.map(({ child, status, gaps }) => {
    const uncovered = gaps.map(stretchOf);
    // Nobody knows whether the child is there at all: what is not covered is not missing either.
    const isUnknown = status === 'UNKNOWN';
    return {
      childId: child.id,
      name: child.firstName ?? '',
      status,
      cared: without(needed, uncovered),
      missing: isUnknown ? [] : uncovered,
      unknown: isUnknown ? uncovered : [],
    };
  });
};

const HOUR = 60;
const EARLIEST = 8 * HOUR;
const LATEST = 18 * HOUR;

/** The hours a day shows: 8 to 18 at least, and in whole pairs of hours what lies outside. */
export const axisOf = (stretches: readonly Stretch[]): Stretch => {
  const from = Math.min(EARLIEST, ...stretches.map((each) => each.from));
  const to = Math.max(LATEST, ...stretches.map((each) => each.to));
  return { from: Math.floor(from / (2 * HOUR)) * 2 * HOUR, to: Math.ceil(to / (2 * HOUR)) * 2 * HOUR };
};

export const hoursOf = ({ from, to }: Stretch): readonly number[] =>
  Array.from({ length: (to - from) / (2 * HOUR) + 1 }, (_, index) => from + index * 2 * HOUR);

const percent = (minutes: number, { from, to }: Stretch): number => ((minutes - from) / (to - from)) * 100;

/** Where a stretch lies on an axis, in percent. */
export const placeOn = (stretch: Stretch, axis: Stretch) => ({
  left: percent(stretch.from, axis),
  width: percent(stretch.to, axis) - percent(stretch.from, axis),
});

/** A name beside a bar that ends late would run out of the board: it stands before it. */
const NAME_FITS_UNTIL_PERCENT = 80;
export const isNameBefore = (needed: Stretch, axis: Stretch): boolean =>
  percent(needed.to, axis) > NAME_FITS_UNTIL_PERCENT;

/** `10:00 – 12:00` */
export const sayStretch = ({ from, to }: Stretch): string => `${clock(from)} – ${clock(to)}`;
export const saySpan = (span: Span): string => sayStretch(stretchOf(span));

/** What a booking of one milestone asks for: the place of each gap. */
export type Choice = { readonly childId: string; readonly startsAt: string; readonly sectionId: string };

export const gapKey = (childId: string, { startsAt }: Pick<Gap, 'startsAt'>): string =>
  `${childId} ${startsAt}`;

/** What is booked fits the whole gap: a part of it would leave the child alone all the same. */
export const bestOf = ({ options }: Pick<Gap, 'options'>): Option | undefined =>
  options?.find(({ isWholeTime }) => isWholeTime);

/** The first place of each gap, as the row shows it; nothing when a gap has none. */
export const shownChoices = ({ children }: Pick<Cover, 'children'>): readonly Choice[] => {
  const gaps = children.flatMap(({ child, gaps }) => gaps.map((gap) => ({ child, gap })));
  const choices = gaps.flatMap(({ child, gap }) => {
    const best = bestOf(gap);
    return best ? [{ childId: child.id, startsAt: gap.startsAt, sectionId: best.section.id }] : [];
  });
  return choices.length === gaps.length ? choices : [];
};

/** The shown choices, but for those that a person made otherwise (by the key of the gap). */
export const choicesWith = (
  cover: Pick<Cover, 'children'>,
  chosen: ReadonlyMap<string, string>,
): readonly Choice[] =>
  shownChoices(cover).map((choice) => ({
    ...choice,
    sectionId: chosen.get(gapKey(choice.childId, choice)) ?? choice.sectionId,
  }));

export type Proposal = {
  readonly key: string;
  readonly centre: string;
  readonly span: string;
  readonly children: readonly string[];
};

/** The shown places, those of siblings at one centre and time in one line. */
export const proposalsOf = ({ children }: Pick<Cover, 'children'>): readonly Proposal[] => {
  const proposals = new Map<string, Proposal>();
  for (const { child, gaps } of children)
    for (const gap of gaps) {
      const best = bestOf(gap);
      if (!best) continue;
      const span = saySpan(best);
      const key = `${best.centre.id} ${span}`;
      const names = [...(proposals.get(key)?.children ?? []), child.firstName ?? ''];
      proposals.set(key, { key, centre: best.centre.name, span, children: names });
    }
  return [...proposals.values()];
};

/** The children whom no place was found for. */
export const withoutPlace = ({ children }: Pick<Cover, 'children'>): readonly string[] =>
  children
    .filter(({ gaps }) => gaps.some((gap) => gap.options && !bestOf(gap)))
    .map(({ child }) => child.firstName ?? '');
