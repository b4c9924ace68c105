import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Accesses } from '../access-log/accesses.ts';
import type { User } from '../auth/user.ts';
import { Batches } from '../database/loaders.ts';
import { inMutation, inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { Sight } from '../sight/sight.ts';
import { runTestAgency, stepAgency, stepTaken, type TestAgency } from '../testing/test-agencies.ts';
import { type Deliver, SubscriberAway } from './event.ts';
import { publicationOf, publish } from './publish.ts';
import { tellNow } from './tell-now.ts';

const user: User = {
  ...{ sub: 'maud', name: 'Maud', role: 'CASEWORKER', agency: 'd44' },
  ...{ centreIds: [], admin: false, scope: [], agencyKind: 'BENEFITS' },
};

let agency: TestAgency;
afterEach(() => agency.end());

const open = async (deliver: Deliver): Promise<void> => {
  agency = await runTestAgency(stepAgency('teller', { tells: ['near', 'far'] }), deliver);
};

/** A mutation that tells of a step, and waits until it is known. */
const change = (familyId: string, { isUrgent = true, patience = 20 } = {}) => {
  const [db, now] = [agency.db.manager, new Date()];
  const accesses = new Accesses({ categories: {}, tieTo: async () => null, store: async () => undefined });
  const sight = new Sight({ permissions: {}, user, now, db, batches: new Batches(), accesses });
  const log = createLog('teller', 'silent');
  const context = { db, user, now, sight, accesses, log, patience, renewLoaders: () => undefined };
  return inMutation(context, async (tx) => {
    await publish(tx, publicationOf(stepTaken, familyId, { familyId, step: 1 }));
    if (isUrgent) await tellNow(tx, familyId);
    return { done: true };
  });
};

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await wait(5);
};

describe('a mutation that has to tell the others before its answer', () => {
  it('is answered when all have taken what it tells', async () => {
    const taken: string[] = [];
    await open(async (subscriber, { subject }) => {
      await wait(50);
      taken.push(`${subscriber} ${subject}`);
    });
    const familyId = newId();
    expect(await change(familyId)).toEqual({ done: true, notYetTold: [] });
    expect(taken.sort()).toEqual([`far ${familyId}`, `near ${familyId}`]);
  });

  it('names who has not taken it in time; the change stands, and is told later', async () => {
    let isAway = true;
    const taken: string[] = [];
    await open(async (subscriber, { subject }) => {
      if (subscriber === 'far' && isAway) throw new SubscriberAway(subscriber, 'away');
      taken.push(`${subscriber} ${subject}`);
    });
    const familyId = newId();
    const changed = change(familyId, { patience: 1 });
    expect(await changed).toEqual({ done: true, notYetTold: ['far'] });
    isAway = false;
    await agency.drained();
    expect(taken.sort()).toEqual([`far ${familyId}`, `near ${familyId}`]);
  });

  it('waits for nothing else: neither for other families nor for what is told without haste', async () => {
    const slow = newId();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open(async (_subscriber, { subject }) => {
      if (subject === slow) await held;
    });
    expect(await change(slow, { isUrgent: false })).toEqual({ done: true, notYetTold: [] });
    expect(await change(newId())).toEqual({ done: true, notYetTold: [] });
    release();
  });

  it('goes before all that waits to be told', async () => {
    const order: string[] = [];
    const familyId = newId();
    await open(async (subscriber, { subject }) => {
      await until(() => isToldFirst);
      if (subscriber === 'near') order.push(subject);
    });
    let isToldFirst = false;
    const many = Array.from({ length: 400 }, newId).sort();
    await inTransaction(agency.db.manager, async (tx) => {
      for (const each of many) await publish(tx, publicationOf(stepTaken, each, { familyId: each, step: 1 }));
    });
    const changed = change(familyId);
    const isOwed = 'select from pending_deliveries where family_id = $1';
    await until(async () => (await agency.db.query(isOwed, [familyId])).length > 0);
    isToldFirst = true;
    expect(await changed).toEqual({ done: true, notYetTold: [] });
    expect(order.indexOf(familyId)).toBeLessThan(many.length / 2);
  });
});
