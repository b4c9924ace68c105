import { addDays, dayOf, isDay, midnightOf, mondayOf, weekToLookAt } from './time/city-time.rules.ts';

export const SHOWS = [
  'to-settle',
  'uncovered',
  'partial',
  'unknown',
  'covered',
  'not-needed',
  'all',
] as const;
export type Show = (typeof SHOWS)[number];

const oneOf = <Value extends string>(values: readonly Value[], text: unknown): Value | undefined =>
  values.find((value) => value === text);

/** What the address of each page may hold; anything else is left out. No name: addresses are kept, logged and sent on. */
export type WeekSearch = {
  readonly monday?: string | undefined;
  readonly show?: Show | undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const weekSearch = ({ monday, show }: Record<string, unknown>): WeekSearch => ({
  monday: isDay(monday) ? mondayOf(monday) : undefined,
  show: oneOf(SHOWS, show),
});

/** An address as it goes through the sign-in: without a name that one kept from before may still hold. */
export const withoutNames = (search: string): string => {
  const kept = new URLSearchParams(search);
  kept.delete('q');
  return kept.size > 0 ? `?${kept}` : '';
};

/** The filters kept of a page, for the person who set them and nobody else. */
export const keptSearch = (text: string | null, sub: string | undefined): Record<string, string> => {
  try {
    const kept = JSON.parse(text ?? '{}');
    return kept.by === sub && kept.search ? kept.search : {};
  } catch {
    return {};
  }
};

export type FamiliesSearch = { readonly find?: 'yes' | undefined };

export const familiesSearch = ({ find }: Record<string, unknown>): FamiliesSearch => ({
  find: find === 'yes' ? 'yes' : undefined,
});

export const boardVariables = (monday: string | undefined, now: number) => {
  const from = monday ?? weekToLookAt(dayOf(now));
  return { from: midnightOf(from), to: midnightOf(addDays(from, 7)) };
};

/** The bookings of the coming two weeks. */
export const fileVariables = (reference: string, now: number) => {
  const today = dayOf(now);
  return { reference, today, from: midnightOf(today), to: midnightOf(addDays(today, 14)) };
};

export const KINDS = ['LONG_TERM', 'FLEXIBLE', 'SHORT_TERM', 'EMERGENCY'] as const;

export type WaitingSearch = {
  readonly kind?: (typeof KINDS)[number] | undefined;
  readonly district?: string | undefined;
  /** The request that is looked at. */
  readonly request?: string | undefined;
};

export const waitingSearch = ({ kind, district, request }: Record<string, unknown>): WaitingSearch => ({
  kind: oneOf(KINDS, kind),
  district: textOf(district),
  request: textOf(request),
});

export const waitingVariables = (
  { kind, q, district }: WaitingSearch & { readonly q?: string | undefined },
  after: string | undefined,
) => ({
  filter: { ...(kind && { kind }), ...(q && { search: q }), ...(district && { districtId: district }) },
  ...(after && { after }),
});

export const OFFERS_SHOWN = ['open', 'accepted', 'all'] as const;
export type OffersSearch = { readonly show?: (typeof OFFERS_SHOWN)[number] | undefined };

export const offersSearch = ({ show }: Record<string, unknown>): OffersSearch => ({
  show: oneOf(OFFERS_SHOWN, show),
});

const offersOf = { open: ['OPEN'], accepted: ['ACCEPTED'], all: undefined } as const;

export const offersVariables = ({ show }: OffersSearch, after: string | undefined) => {
  const status = offersOf[show ?? 'open'];
  return { ...(status && { status: [...status] }), ...(after && { after }) };
};

export type LackingSearch = { readonly district?: string | undefined };

export const lackingSearch = ({ district }: Record<string, unknown>): LackingSearch => ({
  district: textOf(district),
});

const DAYS_LACKING = 14;

/** From the half-hour that runs, so that what is asked stays the same for a while. */
const HALF_HOUR_MS = 1_800_000;

export const lackingVariables = ({ district }: LackingSearch, after: string | undefined, now: number) => ({
  from: new Date(Math.floor(now / HALF_HOUR_MS) * HALF_HOUR_MS).toISOString(),
  to: midnightOf(addDays(dayOf(now), DAYS_LACKING)),
  ...(district && { districtId: district }),
  ...(after && { after }),
});

export type DaySearch = {
  readonly day?: string | undefined;
  readonly centre?: string | undefined;
  readonly section?: string | undefined;
  /** Nothing: by arrival. */
  readonly order?: 'departure' | undefined;
};

export const daySearch = ({ day, centre, section, order }: Record<string, unknown>): DaySearch => ({
  day: isDay(day) ? day : undefined,
  centre: textOf(centre),
  section: textOf(section),
  order: order === 'departure' ? order : undefined,
});

export type PlanSearch = { readonly seeker?: string | undefined };

export const planSearch = ({ seeker }: Record<string, unknown>): PlanSearch => ({ seeker: textOf(seeker) });

export const BOXES = ['received', 'sent'] as const;
export type Box = (typeof BOXES)[number];
export type InboxSearch = { readonly box?: Box | undefined };

export const inboxSearch = ({ box }: Record<string, unknown>): InboxSearch => ({ box: oneOf(BOXES, box) });

export const SEEKERS_SHOWN = ['open', 'due', 'desk', 'closed'] as const;
export type SeekersSearch = { readonly show?: (typeof SEEKERS_SHOWN)[number] | undefined };

export const seekersSearch = ({ show }: Record<string, unknown>): SeekersSearch => ({
  show: oneOf(SEEKERS_SHOWN, show),
});

export const seekersVariables = ({ show }: SeekersSearch, after: string | undefined) => ({
  status: [show === 'closed' ? ('CLOSED' as const) : ('OPEN' as const)],
  ...(after && { after }),
});

export type ReportSearch = { readonly from?: string | undefined; readonly district?: string | undefined };

export const reportSearch = ({ from, district }: Record<string, unknown>): ReportSearch => ({
  from: isDay(from) ? from : undefined,
  district: textOf(district),
});

export type ClosuresSearch = {
  readonly centre?: string | undefined;
  /** The closure whose children find another place. */
  readonly closure?: string | undefined;
};

export const closuresSearch = ({ centre, closure }: Record<string, unknown>): ClosuresSearch => ({
  centre: textOf(centre),
  closure: textOf(closure),
});

export type PlacementsSearch = {
  readonly centre?: string | undefined;
  readonly day?: string | undefined;
  /** The placement that is looked at. */
  readonly placement?: string | undefined;
};

export const placementsSearch = ({ centre, day, placement }: Record<string, unknown>): PlacementsSearch => ({
  centre: textOf(centre),
  day: isDay(day) ? day : undefined,
  placement: textOf(placement),
});

export type PlacesSearch = {
  readonly monday?: string | undefined;
  readonly district?: string | undefined;
  /** The centre and the day that are looked at. */
  readonly centre?: string | undefined;
  readonly day?: string | undefined;
};

export const placesSearch = ({ monday, district, centre, day }: Record<string, unknown>): PlacesSearch => ({
  monday: isDay(monday) ? mondayOf(monday) : undefined,
  district: textOf(district),
  centre: textOf(centre),
  day: isDay(day) ? day : undefined,
});

/** The references of the two files: they are no names. */
export type DoublesSearch = {
  readonly keep?: string | undefined;
  readonly drop?: string | undefined;
  /** The double that was joined by mistake, and is given back. */
  readonly undo?: string | undefined;
};

export const doublesSearch = ({ keep, drop, undo }: Record<string, unknown>): DoublesSearch => ({
  keep: textOf(keep),
  drop: textOf(drop),
  undo: textOf(undo),
});

export const COLLEAGUES_SHOWN = ['all', 'sessions'] as const;

export type ColleaguesSearch = {
  /** Nothing: of the own agency. */
  readonly show?: (typeof COLLEAGUES_SHOWN)[number] | undefined;
  readonly departed?: 'yes' | undefined;
};

export const colleaguesSearch = ({ show, departed }: Record<string, unknown>): ColleaguesSearch => ({
  show: oneOf(COLLEAGUES_SHOWN, show),
  departed: departed === 'yes' ? 'yes' : undefined,
});

export const colleaguesVariables = (
  { show, departed, q }: ColleaguesSearch & { readonly q?: string | undefined },
  own: string,
  after: string | undefined,
) => ({
  withDeparted: departed === 'yes',
  ...(show !== 'all' && { agencyId: own }),
  ...(q?.trim() && { search: q.trim() }),
  ...(after && { after }),
});

export const AUDITS = ['emergencies', 'accesses', 'lookups', 'sessions', 'seals'] as const;
export type AuditSearch = {
  readonly show?: (typeof AUDITS)[number] | undefined;
  readonly reference?: string | undefined;
  readonly sub?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export const auditSearch = ({ show, reference, sub, from, to }: Record<string, unknown>): AuditSearch => ({
  show: oneOf(AUDITS, show),
  reference: textOf(reference),
  sub: textOf(sub),
  from: isDay(from) ? from : undefined,
  to: isDay(to) ? to : undefined,
});

export const noSearch = (): NoSearch => ({});
export type NoSearch = Readonly<Record<string, never>>;

export const accessVariables = ({ reference, sub, from, to }: AuditSearch, first: number) => ({
  first,
  ...(reference && { reference }),
  ...(sub && { sub }),
  ...(from && { from }),
  ...(to && { to }),
});
