import { type FollowedDays, followersFrom } from '@relais/platform/followers/follower.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import type { LivingFamily } from './demo-life.ts';
import { namedAndBarred, writeObjections } from './kept-from-others.ts';

/** For how long who is asked by a referral reads the file, and an advisor after a file was closed. */
const READING_DAYS = 30;
const AFTER_CLOSING_MONTHS = 7;

const teamOf = ({ team }: LivingFamily): FollowedDays[] =>
  team.map(({ professional, from }) => ({ sub: professional.sub, relation: 'TEAM', from, to: null }));

const referredOf = ({ referrals }: LivingFamily): FollowedDays[] =>
  referrals.flatMap(({ addresseeSub, seenBySub, decision, sentAt }) => {
    const sub = addresseeSub ?? seenBySub;
    if (sub === null || decision !== null) return [];
    const from = dayOf(sentAt);
    return [{ sub, relation: 'REFERRAL', from, to: from.add({ days: READING_DAYS }) }];
  });

const advisorsOf = ({ jobSeekers }: LivingFamily): FollowedDays[] =>
  jobSeekers.map(({ advisorId, adultId, registeredOn, closedOn }) => ({
    sub: advisorId,
    adultId,
    relation: 'ADVISOR',
    from: registeredOn,
    to: closedOn?.add({ months: AFTER_CLOSING_MONTHS }) ?? null,
  }));

const rowsOf = (family: LivingFamily, today: Temporal.PlainDate) =>
  followersFrom(
    [...teamOf(family), ...referredOf(family), ...advisorsOf(family), ...namedAndBarred(family)],
    today,
  ).map(({ sub, relation, from, to, adultId }) => ({
    ...{ family_id: family.id, sub, relation, from_on: from, to_on: to, adult_id: adultId },
  }));

/** A city whose start was cut short may have some of them. */
const INSERT = `
  insert into followers (family_id, sub, relation, from_on, to_on, adult_id)
  select family_id, sub, relation, from_on, to_on, adult_id from json_populate_recordset(null::followers, $1::json)
  on conflict do nothing`;

/** Who follows these families, as every agency would have learnt it from the two that own it. */
export const writeFollowers = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
  now: Date,
): Promise<void> => {
  const rows = families.flatMap((family) => rowsOf(family, dayOf(now)));
  await client.query(INSERT, [JSON.stringify(rows)]);
  await writeObjections(client, families);
};
