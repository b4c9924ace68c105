import { newId } from '@relais/platform/ids.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { earlyChildhoodAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { callsOf, figures, milliseconds, processorTime, type Statement, statementsOf } from './figures.ts';
import { BOOKED_HOURS, isOpen } from './open-centre.ts';
import { type Ask, throughTheGraph } from './whole-graph.ts';

const WARM_UP = 200;
const BOOKINGS = 1_500;
const AT_ONCE = 8;
const SLOWEST_STATEMENTS = 25;

const BOOK = `mutation BookCare($input: BookCareInput!) {
  bookCare(input: $input) {
    booking { id version startsAt endsAt section { name centre { name } } child { firstName } }
    refusal { reason message }
  }
}`;

/** One booking a day in each centre that is open, which keeps a place free; each of a child that is booked nowhere. */
const CARE_TO_BOOK = `
  with place as (
    select distinct on (centre_id) sections.id as section_id, centre_id,
      row_number() over (order by centre_id) as number
    from sections where min_age_months <= 24 and max_age_months >= 72 order by centre_id, random()
  ), day as (
    select at::date as day, row_number() over (order by at) as number
    from generate_series(current_date + 8, current_date + 120, interval '1 day') at
  ), slot as (
    select section_id, day, row_number() over (order by day.number, place.number) as number
    from place cross join day join centres on centres.id = centre_id and ${isOpen('day.day')}
  ), child as (
    select id, row_number() over (order by random()) as number
    from children
    where birth_date between current_date - interval '60 months' and current_date - interval '30 months'
      and not exists (select from bookings where child_id = children.id)
      and not exists (select from shared_residences where child_id = children.id)
  )
  select child.id as "childId", section_id as "sectionId", day::text as day
  from slot join child using (number)
  order by slot.number limit $1`;

type Care = { readonly childId: string; readonly sectionId: string; readonly day: string };
type Booked = { readonly ids: string[]; readonly refusals: Map<string, number>; readonly times: number[] };

const bookOne = async (ask: Ask, { childId, sectionId, day }: Care, booked: Booked): Promise<void> => {
  const at = (time: string) => instantAt(Temporal.PlainDate.from(day), time).toISOString();
  const id = newId();
  const times = { startsAt: at(BOOKED_HOURS.from), endsAt: at(BOOKED_HOURS.to) };
  const input = { id, childId, sectionId, kind: 'SHORT_TERM', ...times };
  const time = await milliseconds(async () => {
    const { data, errors } = await ask(BOOK, { input });
    const reason = data?.bookCare?.refusal?.reason ?? errors?.[0]?.message;
    if (reason) booked.refusals.set(reason, (booked.refusals.get(reason) ?? 0) + 1);
    if (!reason) booked.ids.push(id);
  });
  booked.times.push(time);
};

/** Each of the care once, so many asked for at the same time. */
const bookAll = async (ask: Ask, care: readonly Care[]): Promise<Booked> => {
  const booked = { ids: [], refusals: new Map(), times: [] };
  const queue = [...care];
  const client = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await bookOne(ask, next, booked);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return booked;
};

type Processor = Awaited<ReturnType<typeof processorTime>>;

const tellBooked = (
  { ids, refusals, times }: Booked,
  seconds: number,
  { ours, database }: Processor,
): void => {
  const each = (milliseconds: number) => (milliseconds / times.length).toFixed(1);
  tell(`bookings through the whole graph, ${AT_ONCE} at once: ${times.length} asked, ${ids.length} booked`);
  tell(`  ${(ids.length / seconds).toFixed(0)} bookings/s (target 150); each ${figures(times)}`);
  tell(
    `  processor per booking: gateway, agencies and client ${each(ours)} ms, database ${each(database)} ms`,
  );
  if (refusals.size > 0) tell(`  refused: ${JSON.stringify(Object.fromEntries(refusals))}`);
};

const tellStatements = (statements: readonly Statement[], bookings: number): void => {
  tell(`  statements per booking: ${(callsOf(statements) / bookings).toFixed(1)}`);
  for (const { calls, ms, query } of statements.slice(0, SLOWEST_STATEMENTS)) {
    const each = `${(calls / bookings).toFixed(1).padStart(6)} × ${(ms / calls).toFixed(2).padStart(6)} ms`;
    tell(`  ${each}  ${query.replace(/\s+/g, ' ').trim().slice(0, 110)}`);
  }
};

await inLargeCity((databases) =>
  withClient(earlyChildhoodAsSuperuser(databases), async (superuser) => {
    await throughTheGraph(databases, coordinator(MEASURER), async (ask) => {
      const { rows: care } = await superuser.query<Care>(CARE_TO_BOOK, [WARM_UP + BOOKINGS]);
      const warm = await bookAll(ask, care.slice(0, WARM_UP));
      const measured = care.slice(WARM_UP);
      const results: Booked[] = [warm];
      let seconds = 0;
      let processor = { ours: 0, database: 0 };
      const statements = await statementsOf(superuser, async () => {
        processor = await processorTime(superuser, async () => {
          seconds = (await milliseconds(async () => results.push(await bookAll(ask, measured)))) / 1_000;
        });
      });
      tellBooked(results[1] ?? warm, seconds, processor);
      tellStatements(statements, measured.length);
    });
  }),
);
