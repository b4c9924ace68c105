import { withClient } from '@relais/platform/database/with-client.ts';
import { dayOf, instantAt } from '@relais/platform/time/civil-time.ts';
import { operationText } from '../../standalone/src/operations.ts';
import type { Question } from './question.ts';

const CHILDREN = `
  select id from children where birth_date between current_date - 1800 and current_date - 120 and merged_into is null
    and left_on is null order by md5(id::text) limit $1`;
const COMING_DAYS = 20;
const LONG_EVERY = 3;

/** Where children can be looked after, each on another day to come. */
export const careOptions = async (
  databaseUrl: string,
  count: number,
  now: Date,
): Promise<readonly Question[]> => {
  const text = await operationText('care-options');
  const { rows } = await withClient(databaseUrl, (client) => client.query<{ id: string }>(CHILDREN, [count]));
  return rows.map(({ id: childId }, index) => {
    const day = dayOf(now).add({ days: 1 + (index % COMING_DAYS) });
    const need = {
      childId,
      kind: index % 2 === 0 ? 'EMERGENCY' : 'SHORT_TERM',
      startsAt: instantAt(day, '09:00').toISOString(),
      endsAt: instantAt(day, index % LONG_EVERY === 0 ? '16:00' : '11:30').toISOString(),
    };
    return { workload: 'care-options', text, variables: { need } };
  });
};
