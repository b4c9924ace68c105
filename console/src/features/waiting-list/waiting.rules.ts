type Named = { readonly id: string; readonly name: string };
type Reason = { readonly contribution: number; readonly sentence: string };
type Line = { readonly weekday: number; readonly from: string; readonly to: string };
type Span = { readonly startsAt: string; readonly endsAt: string };

type WeekOption = {
  readonly isWholeWeek: boolean;
  readonly weeklyHours: number;
  readonly section: Named;
  readonly centre: Named;
  readonly lines: readonly Line[];
  readonly reasons: readonly Reason[];
};

type StretchOption = Span & {
  readonly isWholeTime: boolean;
  readonly section: Named;
  readonly centre: Named;
  readonly reasons: readonly Reason[];
};

export type Options = {
  readonly week: {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly options: readonly WeekOption[];
  } | null;
  readonly stretches: readonly (Span & { readonly options: readonly StretchOption[] })[];
};

/** A place that can be held with one click. */
export type Place = {
  readonly key: string;
  readonly section: Named;
  readonly centre: Named;
  readonly reasons: readonly string[];
  readonly isWhole: boolean;
  /** Of weekly care: its hours, and how many a week. */
  readonly week: { readonly lines: readonly Line[]; readonly hours: number } | undefined;
  /** Of dated care: when. */
  readonly stretches: readonly Span[];
};

/** What weighs for a place; what does not is not worth a line. */
const weighing = (reasons: readonly Reason[]): readonly string[] =>
  reasons.filter(({ contribution }) => contribution > 0).map(({ sentence }) => sentence);

const ofWeek = (option: WeekOption): Place => ({
  key: option.section.id,
  section: option.section,
  centre: option.centre,
  reasons: weighing(option.reasons),
  isWhole: option.isWholeWeek,
  week: { lines: option.lines, hours: option.weeklyHours },
  stretches: [],
});

const ofStretch = (option: StretchOption): Place => ({
  key: `${option.section.id} ${option.startsAt}`,
  section: option.section,
  centre: option.centre,
  reasons: weighing(option.reasons),
  isWhole: option.isWholeTime,
  week: undefined,
  stretches: [{ startsAt: option.startsAt, endsAt: option.endsAt }],
});

/** The places of a request: of its week, or of each of its dated stretches. */
export const placesOf = ({ week, stretches }: Options): readonly Place[] =>
  week ? week.options.map(ofWeek) : stretches.flatMap(({ options }) => options.map(ofStretch));

type Asked = { readonly id: string; readonly version: number };

/** What holds that place: the whole needs no more than its section, a part says which. */
export const offerOf = ({ id, version }: Asked, place: Place, offerId: string, isOnlyStretch: boolean) => ({
  id: offerId,
  careRequestId: id,
  version,
  sectionId: place.section.id,
  ...(place.week && !place.isWhole && { weeklyPattern: place.week.lines.map((line) => ({ ...line })) }),
  ...(place.stretches.length > 0 &&
    !(place.isWhole && isOnlyStretch) && { stretches: place.stretches.map((each) => ({ ...each })) }),
});

const WAITS = new Set(['SUBMITTED', 'ALTERNATIVE_PROPOSED']);

/** A place can be held for it: it waits, and none is held already. */
export const waits = ({ status }: { readonly status: string }): boolean => WAITS.has(status);

/** Long-term care is decided by a commission alone. */
export const mayBeRefusedHere = ({
  status,
  kind,
}: {
  readonly status: string;
  readonly kind: string;
}): boolean => WAITS.has(status) && kind !== 'LONG_TERM';
