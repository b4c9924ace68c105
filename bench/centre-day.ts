import { coordinator } from '@relais/platform/testing/test-users.ts';
import { earlyChildhoodAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { callsOf, figures, milliseconds, statementsOf } from './figures.ts';
import { throughTheGraph } from './whole-graph.ts';

const DAYS = 200;
const WARM_UP = 20;

const DAY = `query CentreDay($id: ID!, $date: Date!) {
  centre(id: $id) {
    name
    day(date: $date) {
      closureReason
      sections { section { name } halfHours { startsAt expectedChildren freePlaces freeEmergencyPlaces } }
      arrivals { booking { id status startsAt } firstName lastName careAlerts section { name } }
      departures { booking { id endsAt } firstName lastName adults mayBeCollectedBy }
    }
  }
}`;

const CENTRES_AND_DAYS = `
  select centres.id, (current_date + offset_days)::text as date
  from centres, generate_series(-20, 20) offset_days
  where extract(isodow from current_date + offset_days) < 6
  order by random() limit $1`;

type CentreAndDay = { readonly id: string; readonly date: string };

await inLargeCity((databases) =>
  withClient(earlyChildhoodAsSuperuser(databases), async (superuser) => {
    await throughTheGraph(databases, coordinator(MEASURER), async (ask) => {
      const { rows } = await superuser.query<CentreAndDay>(CENTRES_AND_DAYS, [WARM_UP + DAYS]);
      for (const each of rows.slice(0, WARM_UP)) await ask(DAY, each);
      const times: number[] = [];
      let arrivals = 0;
      const statements = await statementsOf(superuser, async () => {
        for (const each of rows.slice(WARM_UP)) {
          times.push(
            await milliseconds(async () => {
              const { data, errors } = await ask(DAY, each);
              if (errors) throw new Error(errors[0]?.message);
              arrivals += data.centre.day.arrivals.length;
            }),
          );
        }
      });
      tell(`a centre's day through the whole graph, ${DAYS} one after the other: ${figures(times)}`);
      tell(`  children expected: ${(arrivals / DAYS).toFixed(1)} a day`);
      tell(`  statements per day: ${(callsOf(statements) / DAYS).toFixed(1)} (target 3)`);
    });
  }),
);
