/** Wall-clock times in Paris at which what is asked, booked or counted may differ from an ordinary day. */
export const namedDays = {
  saturday: '2026-12-05T10:00',
  sunday: '2026-12-06T10:00',
  'before-midnight': '2026-12-08T23:59',
  'christmas-eve': '2026-12-24T10:00',
  christmas: '2026-12-25T10:00',
  'day-after-christmas': '2026-12-26T10:00',
  'december-27': '2026-12-27T10:00',
  'december-28': '2026-12-28T10:00',
  'december-29': '2026-12-29T10:00',
  'december-30': '2026-12-30T10:00',
  'new-years-eve': '2026-12-31T23:58',
  'january-2': '2027-01-02T10:00',
  'may-1': '2027-05-01T10:00',
  'clocks-go-forward': '2027-03-28T01:59',
  'clocks-go-back': '2027-10-31T02:59',
  'leap-day': '2028-02-29T10:00',
  july: '2027-07-20T10:00',
} as const;

export type NamedDay = keyof typeof namedDays;

export const isNamedDay = (name: string): name is NamedDay => Object.hasOwn(namedDays, name);
