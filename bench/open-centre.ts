/** When the stands book: emergencies are taken then wherever a centre is open at all. */
export const BOOKED_HOURS = { from: '10:00', to: '11:30' } as const;

/** Whether a centre is open then on a day, as SQL over both: no holiday, whenever a stand is started. */
export const isOpen = (day: string): string => `(
  exists (
    select from jsonb_array_elements(centres.opening_hours) line
    where (line ->> 'weekday')::integer = extract(isodow from ${day})
      and (line ->> 'from')::time <= '${BOOKED_HOURS.from}' and (line ->> 'to')::time >= '${BOOKED_HOURS.to}')
  and not exists (
    select from closures where centre_id = centres.id and ${day} between starts_on and ends_on))`;
