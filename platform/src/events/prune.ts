import type pg from 'pg';
import { id, instant, rowOf, rowsOf } from '../database/rows.ts';
import type { PublishedEvent } from './published-event.ts';
import { BEFORE_ALL_IDS } from './replay.ts';

/** Long enough to look into what went wrong, short enough for what was corrected or erased to be gone. */
const KEPT_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** The newest state of a thing is kept for a replay; what nobody touched for so long is told by a rebuild. */
const LONGEST_KEPT_MS = 90 * DAY_MS;
const FAMILIES_AT_A_TIME = 200;
const EVENTS_AT_A_TIME = 1_000;

/** Every subscriber to its type has taken it, or a later one of its family. */
const IS_DELIVERED = `
  not exists (
    select from subscribers
    left join delivery_positions position
      on position.subscriber = subscribers.name and position.family_id = published.family_id
    where published.type = any(subscribers.types) and coalesce(position.number, 0) < published.number)`;

const BacklogRow = rowOf({ since: ['min(since)', instant.nullable()] });
const FamilyRow = rowOf({ familyId: ['family_id', id] });

const FAMILIES_TOLD_OF = `
  select distinct ${FamilyRow.columns} from outbox
  where family_id > $1 and occurred_at >= $2 and occurred_at <= $3
  order by family_id limit ${FAMILIES_AT_A_TIME}`;

/** What a later event about the same thing has made pointless. */
const FORGET_REPLACED = `
  delete from outbox where id in (
    select published.id from outbox published
    join unnest($3::text[], $4::text[]) as described (type, about) on described.type = published.type
    where published.family_id = any($1::uuid[]) and published.occurred_at <= $2 and ${IS_DELIVERED}
      and exists (
        select from outbox newer
        where newer.family_id = published.family_id and newer.type = published.type and newer.number > published.number
          and newer.data ->> described.about = published.data ->> described.about)
    for update of published skip locked)`;

const FORGET_OLD = `
  delete from outbox where id in (
    select published.id from outbox published where published.occurred_at <= $1 and ${IS_DELIVERED}
    order by published.occurred_at limit ${EVENTS_AT_A_TIME} for update of published skip locked)`;

/**
 * Removes events that nobody needs any more, so that what was corrected or erased does not live on in them. An event
 * that is still pending for anybody stays. Families are looked at again only when something was told of them since.
 */
export class OutboxPruner {
  readonly #pool: pg.Pool;
  readonly #types: readonly string[];
  readonly #abouts: readonly string[];
  #lookedUntil = new Date(0);

  constructor(pool: pg.Pool, events: readonly Pick<PublishedEvent, 'type' | 'about'>[]) {
    this.#pool = pool;
    this.#types = events.map(({ type }) => type);
    this.#abouts = events.map(({ about }) => about);
  }

  /** Answers how many were removed. */
  async prune(now: Date): Promise<number> {
    const until = new Date(now.getTime() - KEPT_MS);
    const pendingSince = await this.#oldestPending();
    const replaced = await this.#forgetReplaced(until);
    const old = await this.#forgetOld(new Date(now.getTime() - LONGEST_KEPT_MS));
    // What is pending now may be pruned once it is delivered: it is looked at again.
    this.#lookedUntil = pendingSince && pendingSince < until ? pendingSince : until;
    return replaced + old;
  }

  async #oldestPending(): Promise<Date | null> {
    const [backlog] = await rowsOf(
      this.#pool,
      BacklogRow,
      `select ${BacklogRow.columns} from pending_deliveries`,
    );
    return backlog?.since ?? null;
  }

  async #forgetReplaced(until: Date): Promise<number> {
    let count = 0;
    let after = BEFORE_ALL_IDS;
    for (;;) {
      const families = await this.#familiesAfter(after, until);
      const last = families.at(-1);
      if (!last) return count;
      const forgotten = await this.#pool.query(FORGET_REPLACED, [families, until, this.#types, this.#abouts]);
      count += forgotten.rowCount ?? 0;
      after = last;
    }
  }

  async #familiesAfter(after: string, until: Date): Promise<string[]> {
    const rows = await rowsOf(this.#pool, FamilyRow, FAMILIES_TOLD_OF, [after, this.#lookedUntil, until]);
    return rows.map(({ familyId }) => familyId);
  }

  async #forgetOld(until: Date): Promise<number> {
    let count = 0;
    for (;;) {
      const { rowCount } = await this.#pool.query(FORGET_OLD, [until]);
      count += rowCount ?? 0;
      if ((rowCount ?? 0) < EVENTS_AT_A_TIME) return count;
    }
  }
}
