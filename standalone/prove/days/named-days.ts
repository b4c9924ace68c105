type Day = {
  /** Wall-clock time in Paris. */
  readonly at: string;
  /** Such that what is asked, and not only what is planted, may differ from an ordinary day. */
  readonly isAwkward?: true;
};

/** Times at which what is asked, booked or counted may differ from an ordinary day. */
export const namedDays = {
  saturday: { at: '2026-12-05T10:00', isAwkward: true },
  sunday: { at: '2026-12-06T10:00', isAwkward: true },
  'before-midnight': { at: '2026-12-08T23:59' },
  'christmas-eve': { at: '2026-12-24T10:00' },
  christmas: { at: '2026-12-25T10:00' },
  'day-after-christmas': { at: '2026-12-26T10:00' },
  'december-27': { at: '2026-12-27T10:00' },
  'december-28': { at: '2026-12-28T10:00' },
  'december-29': { at: '2026-12-29T10:00' },
  'december-30': { at: '2026-12-30T10:00' },
  'new-years-eve': { at: '2026-12-31T23:58', isAwkward: true },
  'january-2': { at: '2027-01-02T10:00', isAwkward: true },
  'may-1': { at: '2027-05-01T10:00' },
  'clocks-go-forward': { at: '2027-03-28T01:59', isAwkward: true },
  'clocks-go-back': { at: '2027-10-31T02:59', isAwkward: true },
  'leap-day': { at: '2028-02-29T10:00' },
  july: { at: '2027-07-20T10:00' },
} as const satisfies Readonly<Record<string, Day>>;

export type NamedDay = keyof typeof namedDays;

export const isNamedDay = (name: string): name is NamedDay => Object.hasOwn(namedDays, name);

export const isAwkward = (day: NamedDay): boolean => 'isAwkward' in namedDays[day];
