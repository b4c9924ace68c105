import { withClient } from '@relais/platform/database/with-client.ts';
import { newId } from '@relais/platform/ids.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { operationText } from '../../standalone/src/operations.ts';
import { BOOKED_HOURS, isOpen } from '../open-centre.ts';
import type { Question } from './question.ts';

/**
 * One place of each section on each day on which its centre is open and nothing of the demo city is booked any more; of a
 * day each for another child.
 */
const CARE = `
  with place as (
    select sections.id, centre_id, row_number() over (order by sections.id) as number
    from sections join centres on centres.id = centre_id and 'EMERGENCY' = any(care_kinds)
    where min_age_months <= 24 and max_age_months >= 36
  ), day as (
    select at::date as day, row_number() over (order by at) as number
    from generate_series(current_date + 70, current_date + 160, interval '1 day') at
  ), child as (
    select id, row_number() over (order by md5(id::text)) as number, count(*) over () as count from children
    where birth_date between current_date - interval '28 months' and current_date - interval '25 months'
      and merged_into is null and left_on is null
      and not exists (select from placements where child_id = children.id)
      and not exists (select from shared_residences where child_id = children.id)
  )
  select child.id as "childId", place.id as "sectionId", day.day::text as day
  from day cross join place join centres on centres.id = place.centre_id and ${isOpen('day.day')}
  join child on child.number = (place.number + day.number) % child.count + 1 and place.number <= child.count
  order by day.number, place.number limit $1`;

type Care = { readonly childId: string; readonly sectionId: string; readonly day: string };

const inputOf = ({ childId, sectionId, day }: Care) => {
  const at = (time: string) => instantAt(Temporal.PlainDate.from(day), time).toISOString();
  // So far ahead an emergency is asked about.
  const care = { childId, sectionId, kind: 'EMERGENCY', confirmed: true };
  return { ...care, startsAt: at(BOOKED_HOURS.from), endsAt: at(BOOKED_HOURS.to) };
};

const isBooked = (text: string): boolean => text.includes('"refusal":null') && !text.includes('"errors"');

/** Emergency places, each asked for with an id of its own whenever it is asked for. */
export const bookings = async (databaseUrl: string, count: number): Promise<readonly Question[]> => {
  const text = await operationText('book-care');
  const { rows } = await withClient(databaseUrl, (client) => client.query<Care>(CARE, [count]));
  return rows.map((care) => ({
    workload: 'book-care',
    text,
    get variables() {
      return { input: { id: newId(), ...inputOf(care) } };
    },
    isRight: isBooked,
  }));
};

/** What was booked since, as its steps tell. */
const TAKE_BACK = `
  with gone as (delete from care_steps where done_by like 'bench-coordinator-%' returning subject_id)
  delete from bookings where id in (select subject_id from gone)`;

/** Makes the places free again. */
export const takeBack = async (superuserUrl: string): Promise<void> => {
  const url = new URL(superuserUrl);
  url.pathname = '/early_childhood';
  await withClient(url.href, (client) => client.query(TAKE_BACK));
};
