import { lastQuarterBefore } from '@relais/platform/statistics/quarter.rules.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { operationText } from '../standalone/src/operations.ts';
import { earlyChildhoodAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { figures, milliseconds, statementsOf } from './figures.ts';
import { throughTheGraph } from './whole-graph.ts';

const REPORTS = 10;
const QUARTER = lastQuarterBefore(dayOf(new Date()));

await inLargeCity((databases) =>
  withClient(earlyChildhoodAsSuperuser(databases), async (superuser) => {
    await throughTheGraph(databases, coordinator(MEASURER), async (ask) => {
      const report = await operationText('impact-report');
      const times: number[] = [];
      const statements = await statementsOf(superuser, async () => {
        for (let made = 0; made < REPORTS; made += 1) {
          times.push(
            await milliseconds(async () => {
              const { errors } = await ask(report, { ...QUARTER, districtId: null });
              if (errors) throw new Error(errors[0]?.message);
            }),
          );
        }
      });
      tell(`the impact report of a quarter, ${REPORTS} one after the other: ${figures(times)}`);
      for (const { query, calls, ms } of statements)
        tell(`  ${(ms / calls).toFixed(0)} ms  ${query.replace(/\s+/g, ' ').slice(0, 100)}`);
    });
  }),
);
