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

type Decided = {
  readonly decision: string;
  readonly section: { readonly id: string } | null;
  readonly commission: { readonly id: string };
};

type Decidable = {
  readonly kind: string;
  readonly status: string;
  readonly commissionDecisions: readonly Decided[] | null;
};

/** The newest decision counts. */
export const decisionOn = <Of extends Decided>({
  commissionDecisions,
}: {
  readonly commissionDecisions: readonly Of[] | null;
}): Of | undefined => commissionDecisions?.[0];

/** Long-term care is held where a commission granted it, and nowhere else. */
export const mayHold = (request: Decidable, place: Pick<Place, 'section'>): boolean =>
  waits(request) && (request.kind !== 'LONG_TERM' || decisionOn(request)?.section?.id === place.section.id);

type Commission = {
  readonly id: string;
  readonly heldOn: string;
  readonly status: string;
};

export type Sittings<Of> = {
  /** It sits today or has sat, and still decides. */
  readonly sitting: Of | undefined;
  /** The first of the days to come. */
  readonly next: Of | undefined;
};

export const sittingsOf = <Of extends Commission>(
  commissions: readonly Of[],
  today: string,
): Sittings<Of> => {
  const open = commissions
    .filter(({ status }) => status === 'SCHEDULED')
    .sort((one, other) => one.heldOn.localeCompare(other.heldOn));
  return {
    sitting: open.findLast(({ heldOn }) => heldOn <= today),
    next: open.find(({ heldOn }) => heldOn > today),
  };
};

/** What has to happen to a request of long-term care before a place is held for it. */
export type Turn = 'none' | 'granted' | 'decide' | 'wait' | 'no-commission';

export const turnOf = (request: Decidable, { sitting, next }: Sittings<Commission>): Turn => {
  if (request.kind !== 'LONG_TERM' || !waits(request)) return 'none';
  const last = decisionOn(request);
  if (last?.decision === 'GRANTED') return 'granted';
  if (sitting && last?.commission.id !== sitting.id) return 'decide';
  return next ? 'wait' : 'no-commission';
};

type Whose = {
  readonly child: { readonly firstName: string | null };
  readonly family: { readonly displayName: string | null } | null;
};

/** Of which child, and of which family: what of it is shared. */
export const whoseOf = ({ child, family }: Whose): string =>
  [child.firstName, family?.displayName].filter(Boolean).join(', ');
