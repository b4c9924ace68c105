import type { Database } from '../database/database.ts';
import { lagOf, longestPending, type PendingFamily, type SubscriberLag } from './lag.ts';

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;

const spanOf = (seconds: number): string => {
  if (seconds < SECONDS_PER_MINUTE) return `${seconds} s`;
  if (seconds < SECONDS_PER_HOUR) return `${Math.floor(seconds / SECONDS_PER_MINUTE)} min`;
  return `${(seconds / SECONDS_PER_HOUR).toFixed(1)} h`;
};

const describeFamily = (
  { familyId, delivered, pending, since, attempts, problem }: PendingFamily,
  now: Date,
): string => {
  const waiting = spanOf(Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1_000)));
  const refused = attempts > 0 ? `, refused ${attempts} times` : '';
  const problems = problem ? `${refused}, last: ${problem}` : '';
  return `    family ${familyId}: number ${delivered} of ${pending}, for ${waiting}${problems}`;
};

const describeSubscriber = async (db: Database, lag: SubscriberLag, now: Date): Promise<string> => {
  if (lag.families === 0) return `  → ${lag.subscriber}: caught up`;
  const since = lag.oldestSince?.toISOString();
  const oldest = `the oldest since ${since} (${spanOf(lag.oldestSeconds)})`;
  const refused = lag.refused > 0 ? `, families refused ${lag.refused}` : '';
  const head = `  → ${lag.subscriber}: families owed ${lag.families}, events ${lag.events}${refused}, ${oldest}`;
  const families = await longestPending(db, lag.subscriber);
  return [head, ...families.map((family) => describeFamily(family, now))].join('\n');
};

/** What an agency has yet to deliver to each subscriber, and the families that have waited longest, in words. */
export const describeLag = async (db: Database, now: Date): Promise<string> => {
  const subscribers = await lagOf(db);
  const lines: string[] = [];
  for (const lag of subscribers) lines.push(await describeSubscriber(db, lag, now));
  return lines.join('\n');
};
