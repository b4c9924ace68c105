import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { inTransaction } from '../database/transaction.ts';
import { withClient } from '../database/with-client.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { forgetPost } from '../objections/objection.queries.ts';
import { runSubgraph } from '../subgraph-runtime.ts';
import { type Heard, runTestAgency, STEP, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { asOwner } from '../testing/test-database.ts';
import { testAgencies } from '../testing/test-users.ts';
import { runEvents } from './command.ts';
import type { RelaisEvent } from './event.ts';

const data = z.object({ step: z.number() });

describe('what arrives and cannot be taken', () => {
  const heard: Heard[] = [];
  let isStrict = true;
  const subgraph = stepAgency('early-childhood', {
    hear: async (tx, event) => {
      if (isStrict) data.parse(event.data);
      if (event.data.step === 22) await tx.query('select $1::uuid', ['not one']);
      if (event.data.step === 21)
        await tx.query(
          "insert into access_log_seals (number, sealed_at, up_to, numbers, leaves, months, let_go, root, head) values (1, now(), 1, '{1}', '', '{}', '{}', '', '')",
        );
      if (event.data.step === 23) throw new Error('not about the data');
      heard.push({ familyId: event.subject, step: event.data.step });
    },
  });
  let agency: TestAgency;

  const eventOf = (familyId: string, sequence: number, said: Partial<RelaisEvent> = {}): RelaisEvent => ({
    specversion: '1.0',
    id: newId(),
    source: 'employment',
    type: STEP,
    subject: familyId,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence,
    ...said,
    data: { familyId, step: sequence, ...said.data },
  });
  const receive = (...told: Parameters<typeof eventOf>) => agency.receive(eventOf(...told));
  const stepsOf = (familyId: string) =>
    heard.filter((each) => each.familyId === familyId).map((each) => each.step);
  const letters = (): Promise<{ id: string; problem: string; number: number; detail: string | null }[]> =>
    agency.db.query('select id, problem, number, detail from dead_letters order by arrived_at');
  const events = (...args: string[]) =>
    runEvents(args, async () => [{ subgraph, databaseUrl: agency.databaseUrl }]);

  beforeAll(async () => {
    agency = await runTestAgency(subgraph);
  });
  beforeEach(async () => {
    isStrict = true;
    await agency.db.query('delete from dead_letters');
  });
  afterAll(() => agency.end());

  it.each([2 ** 53 - 1, 10_002])('does not silence a family by number %d', async (sequence) => {
    const family = newId();
    await receive(family, 1);
    await receive(family, sequence, { data: { step: 5 } });
    await receive(family, 2);
    expect(stepsOf(family)).toEqual([1, 2]);
    expect(await letters()).toMatchObject([{ problem: 'LEAP', number: sequence }]);
  });

  it('counts a leap of a family that was never told of from nothing, and takes gaps', async () => {
    const [family, other] = [newId(), newId()];
    await receive(family, 10_001);
    await receive(other, 10_000);
    await receive(other, 20_000);
    expect([stepsOf(family), stepsOf(other)]).toEqual([[], [10_000, 20_000]]);
  });

  it('is put aside when its data cannot be used or is of another subject, and what follows is taken', async () => {
    const family = newId();
    await receive(family, 1, { data: { step: 'one' } });
    await receive(family, 21);
    await receive(family, 22);
    await receive(family, 24, { data: { familyId: newId() } });
    await receive(family, 25);
    expect(stepsOf(family)).toEqual([25]);
    expect((await letters()).map(({ problem }) => problem)).toEqual([
      'MALFORMED',
      'MALFORMED',
      'MALFORMED',
      'OTHER_SUBJECT',
    ]);
    expect(JSON.stringify(await letters())).not.toContain('not one');
  });

  it('is refused, and not put aside, when the fault is not in its data', async () => {
    const family = newId();
    await expect(receive(family, 23)).rejects.toThrow('not about the data');
    expect(await letters()).toEqual([]);
  });

  it('is kept once, with its time of arrival, and goes when a later event about the same is taken', async () => {
    const [family, id] = [newId(), newId()];
    await receive(family, 20_000, { id, data: { step: 7 } });
    const [first] = await agency.db.query('select arrived_at from dead_letters');
    await receive(family, 20_000, { id, data: { step: 7 } });
    expect(await agency.db.query('select arrived_at from dead_letters')).toEqual([first]);
    await receive(family, 3, { data: { step: 8 } });
    expect(await letters()).toHaveLength(1);
    await receive(family, 4, { data: { step: 7 } });
    expect(await letters()).toEqual([]);
  });

  it('is named by health, listed, replayed and discarded', async () => {
    const family = newId();
    const [leap, malformed, other] = [newId(), newId(), newId()];
    await receive(family, 1, { id: malformed, data: { step: 'one' } });
    await receive(family, 2, { id: other, data: { familyId: newId() } });
    await receive(family, 30_000, { id: leap });
    expect(await agency.outages()).toEqual({
      deadLetters: { employment: { letters: 3, oldestSeconds: expect.any(Number) } },
    });
    const listed = await events('letters');
    expect(listed).toContain(`${leap}  ${STEP} from employment`);
    expect(listed).toContain(`subject ${family}, number 1: its data cannot be used (step: invalid_type)`);

    expect(await events('letters', 'replay', malformed)).toMatch(
      `${malformed}: not taken: step: invalid_type`,
    );
    isStrict = false;
    const replayed = await events('letters', 'replay', '--all');
    expect(replayed).toContain(`${malformed}: taken`);
    expect(replayed).toContain(`${leap}: taken`);
    expect(replayed).toContain(`${other}: not taken: its data is of another subject. Discard it.`);
    expect(stepsOf(family)).toEqual(['one', 30_000]);
    await receive(family, 30_001);
    expect(stepsOf(family)).toEqual(['one', 30_000, 30_001]);

    expect(await events('letters', 'discard', other)).toContain(`${other}: discarded`);
    expect(await events('letters', 'discard', other)).toContain('there is no such letter any more');
    expect(await events('letters')).toBe('early-childhood\n  no dead letters');
    expect(await agency.outages()).toEqual({});
  });

  it('of a type that this version does not know is kept, and taken by one that does, in the order in which it was told', async () => {
    const [family, other] = [newId(), newId()];
    const NOVEL = 'relais.novel.v1';
    const tellNovel = (
      to: { receive(event: RelaisEvent): Promise<void> },
      sequence: number,
      step: unknown,
      thing: unknown = step,
    ) => to.receive(eventOf(family, sequence, { type: NOVEL, data: { step, thing } }));
    const taken: unknown[] = [];
    const newer = {
      ...subgraph,
      receives: {
        ...subgraph.receives,
        [NOVEL]: async (_tx: unknown, event: RelaisEvent) => {
          taken.push(data.parse(event.data).step);
        },
      },
    };
    const start = () =>
      runSubgraph(newer, {
        databaseUrl: agency.databaseUrl,
        verifyToken: async () => Promise.reject(new Error('nobody signs in')),
        admitted: testAgencies,
        deliver: async () => undefined,
        contract: {
          employment: {
            [NOVEL]: { subject: 'familyId', about: 'thing' },
            [STEP]: { subject: 'familyId', about: 'step' },
          },
        },
        log: createLog('test', 'silent'),
        keptMilliseconds: 50,
      });

    await tellNovel(agency, 1, 1);
    await tellNovel(agency, 2, 2);
    await tellNovel(agency, 2, 2);
    await tellNovel(agency, 3, 'three', 'm');
    await receive(family, 4);
    await receive(other, 40_000, { type: NOVEL });
    expect(stepsOf(family)).toEqual([4]);
    expect((await letters()).map(({ problem, number }) => [problem, number])).toEqual([
      ...[
        ['UNKNOWN_TYPE', 1],
        ['UNKNOWN_TYPE', 2],
        ['UNKNOWN_TYPE', 3],
        ['LEAP', 40_000],
      ],
    ]);
    expect(await agency.outages()).toMatchObject({ deadLetters: { employment: { letters: 4 } } });
    expect(await events('letters')).toContain('number 1: this version does not know its type');
    expect(await events('letters', 'replay', '--all')).toContain('not taken: this version does not know');

    const first = await start();
    expect(taken).toEqual([1, 2]);
    expect((await letters()).map(({ problem, number }) => [problem, number])).toEqual([
      ...[
        ['LEAP', 40_000],
        ['MALFORMED', 3],
      ],
    ]);
    // A later event about the same replaces what could not be used.
    await tellNovel(first, 5, 3, 'm');
    expect((await letters()).map(({ problem }) => problem)).toEqual(['LEAP']);
    // The version before still runs beside it, and keeps what it hears: that comes first, and by itself after a while.
    await tellNovel(agency, 6, 5);
    await tellNovel(first, 7, 6);
    expect(taken).toEqual([1, 2, 3, 5, 6]);
    await tellNovel(agency, 8, 7);
    while (taken.length < 6 || (await letters()).some(({ problem }) => problem === 'UNKNOWN_TYPE'))
      await wait(20);
    expect(taken).toEqual([1, 2, 3, 5, 6, 7]);

    // Of a family that objects nothing is kept, and what was kept is forgotten; the others' is taken.
    const objecting = newId();
    const tellOf = (of: string, sequence: number, source = 'employment') =>
      agency.receive(eventOf(of, sequence, { type: NOVEL, source, data: { step: 9 } }));
    await first.close();
    await tellOf(objecting, 1);
    await tellOf(family, 9);
    await tellOf(newId(), 1, 'social-protection');
    const objection = { category: 'JOB_SEARCH', agency: 'CARE' } as const;
    await inTransaction(agency.db.manager, async (tx) => {
      await tx.query(
        "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'CARE')",
        [objecting],
      );
      await forgetPost(tx, objecting, objection, 'CARE');
    });
    await tellOf(objecting, 2);
    const kept = await agency.db.query('select subject from dead_letters where subject = $1', [objecting]);
    expect(kept).toEqual([]);
    const second = await start();
    expect(taken).toEqual([1, 2, 3, 5, 6, 7, 9]);
    // Nobody may say it but whose it is, replayed or not.
    const [foreign] = (await letters()).slice(-1);
    expect(foreign).toMatchObject({ number: 1, detail: 'its source may not say it' });
    await second.close();

    // Of files that are one, or were: in the order in which it was told, whichever of them it names.
    const [survivor, duplicate, leaving] = [newId(), newId(), newId()];
    await withClient(agency.ownerUrl, async (client) => {
      await client.query(`create table known_families (id uuid primary key, merged_into uuid, split_from uuid, registered_on date);
        insert into known_families values ('${survivor}', null, null, null), ('${duplicate}', '${survivor}', null, null),
          ('${leaving}', null, '${survivor}', '2026-03-02')`);
      await client.query('grant select on known_families to public');
    });
    const tellAt = (of: string, sequence: number, hour: string, step: number) =>
      agency.receive(
        eventOf(of, sequence, {
          type: NOVEL,
          time: `2026-03-02T${hour}:00:00Z`,
          data: { step, thing: step },
        }),
      );
    await tellAt(survivor, 1, '10', 12);
    await tellAt(duplicate, 1, '09', 11);
    await tellAt(leaving, 1, '11', 13);
    await tellAt(duplicate, 2, '12', 14);
    const third = await start();
    expect(taken.slice(-4)).toEqual([11, 12, 13, 14]);
    await tellAt(survivor, 2, '13', 15);
    await third.receive(eventOf(duplicate, 3, { type: NOVEL, data: { step: 16, thing: 16 } }));
    expect(taken.slice(-2)).toEqual([15, 16]);
    await third.close();
    const keptOf = async (...of: string[]) =>
      (await agency.db.query('select number from dead_letters where subject = any($1)', [of])).length;
    const objects = (of: string) =>
      inTransaction(agency.db.manager, (tx) => forgetPost(tx, of, objection, 'CARE'));
    await tellAt(duplicate, 4, '14', 17);
    await objects(survivor);
    expect(await keptOf(duplicate)).toBe(0);
    // What was told of the file that it was split off, up to the day on which it was: what was told later is not its own.
    await tellAt(survivor, 3, '15', 18);
    await agency.receive(
      eventOf(survivor, 4, { type: NOVEL, time: '2026-03-05T09:00:00Z', data: { step: 18, thing: 18 } }),
    );
    await objects(leaving);
    expect(await keptOf(survivor)).toBe(1);
    await agency.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'CARE')",
      [survivor],
    );
    await tellAt(duplicate, 5, '16', 19);
    await tellAt(leaving, 2, '16', 20);
    expect([await keptOf(duplicate), await keptOf(leaving)]).toEqual([0, 1]);
    // Lifted by the file that goes on, it binds no longer, though the one that was merged had objected too.
    await agency.db.query('delete from objections where family_id = $1', [survivor]);
    await agency.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'CARE')",
      [duplicate],
    );
    await tellAt(survivor, 5, '17', 21);
    await tellAt(duplicate, 6, '18', 22);
    expect([await keptOf(survivor), await keptOf(duplicate)]).toEqual([2, 1]);
    await asOwner(agency, 'drop table known_families');
  });

  it.each([[['replay']], [['discard', newId(), '--all']], [['replay', 'all']], [['burn', '--all']]])(
    'is not dealt with by `letters %s`',
    async (args) => {
      await expect(events('letters', ...args)).rejects.toThrow(/Usage|not the id/);
    },
  );

  it('makes a pair of keys that a service takes', async () => {
    expect(await events('key')).toMatch(/EVENT_KEY=[\w-]{43}\n.*AGENCY=[\w-]{43}$/);
  });
});
