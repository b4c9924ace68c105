import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readingAsService } from '@relais/platform/database/asking.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenDatedArrangement } from '../../care/own-arrangements/own-arrangement.builder.ts';
import { givenAbsence, givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenTwiceRegistered, type TwiceRegistered, tellTaken } from './twice-registered.builder.ts';

const MERGE = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) {
  family { id version } refusal { reason } } }`;
const UNDO = `mutation ($input: UndoMergeInput!) { undoMerge(input: $input) {
  files { familyId reference version adults children bookings placements careRequests milestones }
  hindrances { part subjectId at } notYetTold refusal { reason message } } }`;
const BOOK = 'mutation ($input: BookCareInput!) { bookCare(input: $input) { refusal { reason } } }';
const HISTORY = `query ($id: ID!) { familyById(id: $id) { careTimeline(first: 5) { edges { node { kind sentence } } } } }`;

let graph: TestSubgraph;
const NOW = new Date('2026-03-02T10:00:00+01:00');
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

type Facts = Readonly<Record<string, unknown>>;

const zoe = coordinator();
const ask = async (document: string, variables: Facts, user = zoe) => {
  const { data, errors } = await graph.query(document, variables, user);
  expect(errors).toEqual([]);
  return data;
};

const merged = async (twice: TwiceRegistered, facts: Facts = {}) => {
  const input = {
    ...{
      survivorId: twice.survivor.id,
      survivorVersion: 1,
      duplicateId: twice.duplicate.id,
      duplicateVersion: 1,
    },
    sameAdults: [{ keep: twice.keptAdult.id, drop: twice.droppedAdult.id }],
    sameChildren: [{ keep: twice.keptChild.id, drop: twice.droppedChild.id }],
    ...facts,
  };
  const { mergeFamilies } = await ask(MERGE, { input });
  expect(mergeFamilies.refusal).toBeNull();
  return mergeFamilies.family;
};

/** Each of these has made one file of the two, and taken all that it was told of them. */
const taken = async (twice: TwiceRegistered, by?: readonly string[]) => {
  await tellTaken(graph, twice, by);
  await graph.running.drained();
};

const undo = async ({ survivor, duplicate }: TwiceRegistered, facts: Facts = {}) => {
  const [{ version }] = await graph.db.query('select version from families where id = $1', [survivor.id]);
  const asked = { reference: duplicate.reference, version, reason: 'Deux mères du même nom', ...facts };
  return (await ask(UNDO, { input: asked })).undoMerge;
};

/** What was done and told is added to; what is worked out is worked out anew; objections bind both until they are told. */
const ADDED_TO =
  /^(changes|outbox|pending_deliveries|delivery_positions|inbox_positions|event_numbers|scheduled_jobs|signed_in|professionals|heard_mutations|access_log.*|care_steps|published_covers|kept_priorities|objections|parted_followers|subscribers|schema_files)$/;

/** Every row of every table, but for its version. */
const allRows = async () => {
  const tables: { name: string }[] = await graph.db.query(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables.filter((table) => !ADDED_TO.test(table.name))) {
    const found = await graph.db.query(
      `select (to_jsonb(each) - 'version')::text as text from "${name}" each order by 1`,
    );
    rows[name] = found.map(({ text }: { text: string }) => text);
  }
  rows.history = await graph.db.query(
    "select id, family_id, subject_id from care_steps where kind = 'ADDRESS_CHANGED' order by id",
  );
  return rows;
};

/** A small generator, so that a failure is found again by its number. */
const chances = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const hours = (day: number, hour: number) => ({
  startsAt: new Date(Date.UTC(2026, 2, day, hour)),
  endsAt: new Date(Date.UTC(2026, 2, day, hour + 2)),
});

/** Care, requests, milestones, protection, closing and what others tell, of whichever of them chance has it. */
const giveRecords = async (
  seed: number,
  { familyId, adultId, childId, hour }: { familyId: string; adultId: string; childId: string; hour: number },
) => {
  const chance = chances(seed);
  const often = async (give: () => Promise<unknown>) => (chance() < 0.7 ? give() : null);
  const { db } = graph;
  const of = { familyId, childId };
  await db.query(
    `insert into care_steps (id, family_id, subject_id, kind, at, done_by, facts)
     values ($1, $2, $3, 'ADDRESS_CHANGED', '2026-02-01T09:30:00Z', 'maud', '{}')`,
    [newId(), familyId, childId],
  );
  await often(() => givenBooking(db, { ...of, ...hours(4, hour) }));
  await often(() => givenBooking(db, { ...of, ...hours(1, hour), status: 'ATTENDED' }));
  await often(async () => givenAbsence(db, await givenPlacement(db, of), ['2026-04-01', '2026-04-02']));
  await often(() => givenCareRequest(db, of));
  await often(() => givenDatedArrangement(db, childId, hours(5, 9)));
  await often(() => givenKnownMilestone(db, { familyId, ...hours(6, hour) }));
  await often(() => givenKnownMilestone(db, { familyId, ...hours(1, hour), status: 'ATTENDED' }));
  await often(() => givenChild(db, { familyId, careAlerts: ['Gluten'] }));
  await often(() => givenAdult(db, { familyId }));
  await often(() => givenFollowers(db, familyId));
  await often(() =>
    db.query(
      "insert into followers (family_id, sub, relation, from_on, adult_id) values ($1, $2, 'ADVISOR', '2026-01-01', $3)",
      [familyId, `advisor-${hour}`, adultId],
    ),
  );
  await often(() =>
    db.query(
      "insert into known_income_support (family_id, status, starts_on) values ($1, 'RECEIVING', '2026-01-01')",
      [familyId],
    ),
  );
  await often(() =>
    db.query(
      `insert into family_closings (id, family_id, reason, closed_at, closed_by, version)
       values ($1, $2, 'MOVED_AWAY', '2026-02-01', 'zoe', 1)`,
      [newId(), familyId],
    ),
  );
  await often(async () => {
    const { id: other } = await givenFamily(db);
    await db.query('insert into shared_residences (child_id, other_family_id, rules) values ($1, $2, $3)', [
      childId,
      other,
      '[]',
    ]);
    await db.query(
      `insert into residence_periods (id, child_id, family_id, starts_at, ends_at) values ($1, $2, $3, '2026-03-01', '2026-03-09')`,
      [newId(), childId, other],
    );
  });
};

const SEEDS = [1, 2];

describe('a merge that is undone', () => {
  it('of a file with many bookings is made, kept and undone in parts, not row by row', async () => {
    const MANY = 450;
    const journal = (duplicateId: string) =>
      inTransaction(graph.db, (tx) =>
        readingAsService(tx).query(
          "select count(*)::int as lines, sum(jsonb_array_length(keys))::int as rows from merge_journal_rows where duplicate = $1 and table_name = 'bookings'",
          [duplicateId],
        ),
      );
    const costOf = async (bookings: number) => {
      const twice = await givenTwiceRegistered(graph.db);
      const { id } = await givenBooking(graph.db, {
        ...{ childId: twice.droppedChild.id, status: 'ATTENDED' },
        ...{ startsAt: new Date('2026-02-27T09:00:00+01:00'), endsAt: new Date('2026-02-27T12:00:00+01:00') },
      });
      await graph.db.query(
        `insert into bookings select (jsonb_populate_record(booking, jsonb_build_object('id', gen_random_uuid(),
           'starts_at', starts_at - days * interval '1 day', 'ends_at', ends_at - days * interval '1 day'))).*
         from bookings booking, generate_series(1, $2) days where id = $1`,
        [id, bookings - 1],
      );
      const merging = await graph.statements(() => merged(twice));
      expect(await journal(twice.duplicate.id)).toEqual([
        { lines: Math.ceil(bookings / 200), rows: bookings },
      ]);
      await taken(twice);
      let files: { bookings: number }[] = [];
      const undoing = await graph.statements(async () => {
        files = (await undo(twice)).files;
      });
      expect(files.map((file) => file.bookings)).toEqual([0, bookings]);
      return { merging, undoing };
    };
    const [few, many] = [await costOf(1), await costOf(MANY)];
    // Two parts more at most, and nothing else.
    for (const cost of [many.merging - few.merging, many.undoing - few.undoing])
      expect(cost).toBeLessThanOrEqual(2);
  });

  it('has every row of both files as it was before, whatever was in them', async () => {
    for (const seed of SEEDS) {
      const twice = await givenTwiceRegistered(graph.db);
      const { survivor, duplicate } = twice;
      await giveRecords(seed, {
        ...{ familyId: survivor.id, adultId: twice.keptAdult.id, childId: twice.keptChild.id, hour: 8 },
      });
      await giveRecords(seed * 31, {
        ...{
          familyId: duplicate.id,
          adultId: twice.droppedAdult.id,
          childId: twice.droppedChild.id,
          hour: 12,
        },
      });
      // A child who lives by turns in both files with different families is no merge.
      await graph.db.query(
        `delete from residence_periods where child_id = $1 and exists (select from shared_residences where child_id = $2)`,
        [twice.droppedChild.id, twice.keptChild.id],
      );
      await graph.db.query(
        `delete from shared_residences where child_id = $1 and exists (select from shared_residences where child_id = $2)`,
        [twice.droppedChild.id, twice.keptChild.id],
      );
      const before = await allRows();
      await merged(twice);
      await taken(twice);
      const afterwards = await allRows();
      expect([seed, afterwards.children]).not.toEqual([seed, before.children]);

      const shown = await undo(twice, { preview: true });
      expect([seed, shown.refusal, shown.hindrances]).toEqual([seed, null, []]);
      expect([seed, await allRows()]).toEqual([seed, afterwards]);
      const { notYetTold, ...answer } = await undo(twice);

      expect([seed, notYetTold]).toEqual([seed, []]);
      expect([seed, answer]).toEqual([seed, { files: shown.files, hindrances: [], refusal: null }]);
      expect([seed, await allRows()]).toEqual([seed, before]);
    }
  });

  it('is told in both histories and to the others, and can be merged and undone once more', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    const { survivor, duplicate } = twice;
    const { id: third } = await givenFamily(graph.db);
    await graph.db.query(
      "insert into shared_residences (child_id, other_family_id, rules) values ($1, $2, '[]')",
      [twice.droppedChild.id, third],
    );
    const splitOff = await givenFamily(graph.db, { splitFromFamilyId: duplicate.id });
    await merged(twice);
    await taken(twice);
    // Neither file's: it was split off the one before, and goes on by itself.
    await graph.db.query(
      "update families set household_kind = 'COUPLE', version = version + 1 where id = $1",
      [splitOff.id],
    );
    const { files } = await undo(twice);
    const [goesOn] = await graph.db.query(
      'select split_from_family_id as origin, household_kind as kind from families where id = $1',
      [splitOff.id],
    );
    expect(goesOn).toEqual({ origin: duplicate.id, kind: 'COUPLE' });
    expect(files).toMatchObject([
      { familyId: survivor.id, version: 3, adults: 1, children: 1 },
      { familyId: duplicate.id, version: 3, adults: 1, children: 1 },
    ]);
    const logged = await graph.db.query(
      "select distinct family from access_log where outcome = 'CHANGED' and family = $1",
      [duplicate.id],
    );
    expect(logged).toEqual([{ family: duplicate.id }]);
    for (const [file, other] of [
      [survivor, duplicate],
      [duplicate, survivor],
    ] as const) {
      const { familyById } = await ask(HISTORY, { id: file.id }, caseworker());
      expect(familyById.careTimeline.edges.map(({ node }: { node: Facts }) => node)).toContainEqual({
        kind: 'MERGE_UNDONE',
        sentence: `Réunion avec le dossier ${other.reference} annulée : Deux mères du même nom.`,
      });
    }
    const told = (await graph.published()).filter(({ type }) => type === 'relais.family.changed.v1');
    const last = told.findLast(({ familyId }) => familyId === duplicate.id)?.data;
    expect(last).toMatchObject({ version: 3, adultIds: [twice.droppedAdult.id] });
    expect(last).not.toHaveProperty('mergedInto');
    const children = (await graph.published()).filter(({ type }) => type === 'relais.children.changed.v1');
    for (const [familyId, childIds] of [
      [survivor.id, [twice.keptChild.id]],
      [duplicate.id, [twice.droppedChild.id]],
      [third, [twice.droppedChild.id]],
    ] as const)
      expect(children.findLast((each) => each.familyId === familyId)?.data).toMatchObject({
        ...{ childIds, mergedChildren: [] },
      });
    // Of the first merge, and late.
    await graph.receive(
      'relais.merge.taken.v1',
      survivor.id,
      { familyId: survivor.id, duplicateId: duplicate.id, version: 2, state: 'TAKEN' },
      'employment',
    );

    const again = await merged(twice, { survivorVersion: 3, duplicateVersion: 3 });
    expect(again.version).toBe(4);
    await taken(twice, ['social-protection']);
    expect((await undo(twice)).refusal).toMatchObject({ reason: 'NOT_TAKEN_YET' });
    await taken(twice);
    expect((await undo(twice)).refusal).toBeNull();
    expect((await undo(twice)).refusal).toMatchObject({ reason: 'NOT_MERGED' });
  });
});

describe('what others tell of two files that are two again', () => {
  const follow = (familyId: string, subs: readonly string[], relation = 'TEAM') =>
    graph.receive(
      'relais.followers.changed.v1',
      familyId,
      {
        familyId,
        relations: [relation],
        followers: subs.map((sub) => ({ sub, relation, from: '2026-01-01', to: null })),
      },
      'social-protection',
    );
  const followersOf = async (familyId: string) => {
    const rows = await graph.db.query(
      'select sub, relation from followers where family_id = $1 and sub = any($2) order by 1',
      [familyId, ['barred', 'both', 'of-one', 'of-other']],
    );
    return rows.map(({ sub, relation }: Facts) => `${sub} ${relation}`);
  };

  it('is not taken for the one while it may be of both, and nobody follows by it the family that is not theirs', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    const { survivor, duplicate } = twice;
    const milestone = await givenKnownMilestone(graph.db, { familyId: duplicate.id, ...hours(6, 8) });
    await follow(survivor.id, ['both', 'of-one']);
    await follow(duplicate.id, ['both', 'of-other']);
    await follow(duplicate.id, ['barred'], 'BARRED');
    await merged(twice);
    await follow(survivor.id, ['both', 'of-one', 'of-other']);
    await follow(survivor.id, ['barred'], 'BARRED');
    await taken(twice);
    expect((await undo(twice)).refusal).toBeNull();
    expect(await followersOf(survivor.id)).toEqual(['barred BARRED', 'both TEAM', 'of-one TEAM']);
    expect(await followersOf(duplicate.id)).toEqual(['barred BARRED', 'both TEAM', 'of-other TEAM']);

    // On its way since before social protection made two of them, whatever else it tells.
    const ids = { familyId: survivor.id, duplicateId: duplicate.id, version: 3 };
    const told = { ...ids, state: 'CHANGED' };
    await graph.receive('relais.merge.taken.v1', survivor.id, told, 'social-protection');
    await follow(survivor.id, ['both', 'of-one', 'of-other']);
    expect(await followersOf(survivor.id)).toEqual(['barred BARRED', 'both TEAM', 'of-one TEAM']);
    // Told of the other in the order of the other, with the version that parting gave it.
    const ofMilestone = ({ familyId, version }: Facts) => ({
      ...{ familyId, version, milestoneId: milestone.id, status: 'PLANNED', travelMinutes: 30 },
      startsAt: milestone.startsAt.toISOString(),
      endsAt: milestone.endsAt.toISOString(),
    });
    for (const [familyId, version] of [
      [duplicate.id, milestone.version + 1],
      [survivor.id, milestone.version],
    ] as const)
      await graph.receive(
        'relais.milestone.changed.v1',
        familyId,
        ofMilestone({ familyId, version }),
        'employment',
      );
    const [known] = await graph.db.query('select family_id, version from known_milestones where id = $1', [
      milestone.id,
    ]);
    expect(known).toEqual({ family_id: duplicate.id, version: milestone.version + 1 });

    // It has made two of them: who joined the one since is told of it.
    const parted = { ...ids, state: 'UNDONE' };
    await graph.receive('relais.merge.taken.v1', survivor.id, parted, 'social-protection');
    await follow(survivor.id, ['both', 'of-other']);
    expect(await followersOf(survivor.id)).toEqual(['barred BARRED', 'both TEAM', 'of-other TEAM']);
  });

  it('is a change since where it came between the merge and the agency’s own, or is still to be taken', async () => {
    const [followed, planned, owed] = [
      await givenTwiceRegistered(graph.db),
      await givenTwiceRegistered(graph.db),
      await givenTwiceRegistered(graph.db),
    ];
    for (const twice of [followed, planned, owed]) await merged(twice);
    await follow(followed.duplicate.id, ['of-other']);
    await givenKnownMilestone(graph.db, { familyId: planned.survivor.id, ...hours(6, 8) });
    for (const twice of [followed, planned, owed]) await taken(twice);
    for (const [twice, part] of [
      [followed, 'FOLLOWERS'],
      [planned, 'MILESTONES'],
    ] as const) {
      const { refusal, hindrances } = await undo(twice);
      expect([refusal.reason, hindrances.map((each: Facts) => each.part)]).toEqual([
        ...['CHANGED_SINCE', expect.arrayContaining([part])],
      ]);
    }

    const changed = await givenTwiceRegistered(graph.db);
    await merged(changed);
    await taken(changed);
    const ids = { familyId: changed.survivor.id, duplicateId: changed.duplicate.id };
    await graph.receive(
      'relais.merge.taken.v1',
      changed.survivor.id,
      { ...ids, version: 2, state: 'CHANGED' },
      'social-protection',
    );
    expect((await undo(changed)).hindrances).toEqual([{ part: 'BENEFITS', subjectId: null, at: null }]);

    await graph.db.query(
      `insert into pending_deliveries (subscriber, family_id, number, retry_at)
       values ('employment', $1, 1000000, now() + interval '1 hour')`,
      [owed.survivor.id],
    );
    const { refusal } = await undo(owed);
    expect([refusal.reason, refusal.message]).toEqual([
      'NOT_TAKEN_YET',
      expect.stringContaining('employment'),
    ]);
    await graph.db.query('delete from pending_deliveries where family_id = $1', [owed.survivor.id]);
    expect((await undo(owed)).refusal).toBeNull();
  });

  it('is no care for a family that the child is none of, booked at the same moment', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    const { id: childId } = await givenChild(graph.db, { familyId: twice.duplicate.id });
    const { id: sectionId } = await givenSection(graph.db);
    await merged(twice);
    await taken(twice);
    const { undone, booked } = await inTransaction(graph.db, async (tx) => {
      await tx.query('select from families where id = $1 for update', [twice.survivor.id]);
      const both = { undone: undo(twice), booked: Promise.resolve<unknown>(null) };
      await setTimeout(150);
      const when = {
        kind: 'SHORT_TERM',
        startsAt: '2026-03-10T09:00:00+01:00',
        endsAt: '2026-03-10T12:00:00+01:00',
      };
      both.booked = graph.query(BOOK, { input: { childId, sectionId, ...when } }, zoe);
      await setTimeout(150);
      return both;
    });
    expect((await undone).refusal).toBeNull();
    expect(await booked).toMatchObject({ errors: [{ extensions: { code: 'TRY_AGAIN' } }] });
    expect(await graph.db.query('select from bookings where child_id = $1', [childId])).toEqual([]);
  });
});

/** Each is a later change of something else. */
const changes: readonly (readonly [part: string, change: (twice: TwiceRegistered) => Promise<unknown>])[] = [
  ['BOOKINGS', ({ keptChild }) => givenBooking(graph.db, { childId: keptChild.id, ...hours(4, 8) })],
  [
    'CARE_REQUESTS',
    ({ keptChild, survivor }) => givenCareRequest(graph.db, { childId: keptChild.id, familyId: survivor.id }),
  ],
  ['MILESTONES', ({ survivor }) => givenKnownMilestone(graph.db, { familyId: survivor.id, ...hours(6, 8) })],
  [
    'MEMBERS',
    ({ keptAdult }) =>
      graph.db.query("update adults set phone = '+33699999999' where id = $1", [keptAdult.id]),
  ],
  ['MEMBERS', ({ duplicate }) => givenChild(graph.db, { familyId: duplicate.id })],
  [
    'HOME',
    ({ survivor }) =>
      graph.db.query("update family_homes set street = 'ailleurs' where family_id = $1", [survivor.id]),
  ],
  [
    'OBJECTIONS',
    ({ survivor }) =>
      graph.db.query("insert into objections values ($1, 'CARE', 'JOB_SEARCH')", [survivor.id]),
  ],
  [
    'FOLLOWERS',
    ({ survivor }) =>
      graph.db.query(
        "insert into followers (family_id, sub, relation, from_on) values ($1, 'x', 'TEAM', '2026-03-02')",
        [survivor.id],
      ),
  ],
  [
    'INCOME_SUPPORT',
    ({ survivor }) =>
      graph.db.query(
        "insert into known_income_support (family_id, status, starts_on) values ($1, 'NONE', '2026-03-01')",
        [survivor.id],
      ),
  ],
  [
    'FILE',
    ({ survivor }) =>
      graph.db.query(
        `insert into care_steps (id, family_id, subject_id, kind, at, done_by, facts)
         values ($1, $2, $1, 'ADDRESS_CHANGED', '2026-03-02T09:30:00Z', 'maud', '{}')`,
        [newId(), survivor.id],
      ),
  ],
];

describe('it is refused', () => {
  it('until the others have taken it, when it is old, without a reason, and to who may not', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    await merged(twice);
    await taken(twice, ['employment']);
    expect((await undo(twice)).refusal).toEqual({
      reason: 'NOT_TAKEN_YET',
      message:
        'Cette réunion n’est pas encore connue partout (social-protection) : réessayez dans un moment.',
    });
    await taken(twice);
    expect((await undo(twice, { version: 1 })).refusal.reason).toBe('STALE_VERSION');
    expect((await undo(twice, { reason: ' ' })).refusal.reason).toBe('REASON_MISSING');
    expect((await undo(twice, { reference: 'NAN-999999' })).refusal.reason).toBe('UNKNOWN_FAMILY');
    const { errors } = await graph.query(
      UNDO,
      { input: { reference: twice.duplicate.reference, version: 2, reason: 'x' } },
      caseworker(),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    graph.setNow(new Date('2026-04-02T10:00:00+02:00'));
    try {
      expect((await undo(twice)).refusal.reason).toBe('TOO_LATE');
      await graph.runDueJobs();
      expect(
        await graph.db.query('select from merge_journals where duplicate = $1', [twice.duplicate.id]),
      ).toEqual([]);
      expect((await undo(twice)).refusal.reason).toBe('TOO_LATE');
    } finally {
      graph.setNow(NOW);
    }
  });

  it('until a later merge into the same file is undone first', async () => {
    const [first, second] = [await givenTwiceRegistered(graph.db), await givenTwiceRegistered(graph.db)];
    await merged(first);
    await taken(first);
    const later = { ...second, survivor: first.survivor };
    const none = { sameAdults: [], sameChildren: [] };
    graph.setNow(new Date(NOW.getTime() + 60_000));
    try {
      await merged(later, { ...none, survivorVersion: 2 });
      await taken(later);
      expect((await undo(first)).refusal.reason).toBe('MERGED_AGAIN');
      expect((await undo(later)).refusal).toBeNull();
      await graph.running.drained();
      expect(await undo(first)).toMatchObject({ hindrances: [], refusal: null });
    } finally {
      graph.setNow(NOW);
    }
  });

  it('and forgotten in what is kept of a merge, when the family objects to its being known', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    const { survivor, duplicate } = twice;
    await graph.db.query(
      "insert into known_income_support (family_id, status, starts_on) values ($1, 'RECEIVING', '2026-01-01')",
      [duplicate.id],
    );
    await givenKnownMilestone(graph.db, { familyId: duplicate.id, ...hours(6, 8) });
    await merged(twice);
    await taken(twice);
    const kept = async () => {
      const [row] = await graph.db.query(
        `select (select count(*)::int from merge_journal_rows where duplicate = $1 and table_name = 'known_milestones') as rows,
           (select count(*)::int from merge_prints where duplicate = $1 and table_name = any($2)) as prints,
           (select told_whole ? 'known_income_support' from merge_journals where duplicate = $1) as told`,
        [duplicate.id, ['known_milestones', 'known_income_support']],
      );
      return row;
    };
    expect(await kept()).toEqual({ rows: 1, prints: 2, told: true });
    const plain = await graph.db.query(
      "select from merge_prints where print ~ 'RECEIVING' or row_key ~ 'BENEFITS'",
    );
    expect(plain).toEqual([]);
    const objections = ['BENEFITS', 'JOB_SEARCH'].map((category) => ({ category, agency: 'CARE' }));
    await graph.receive(
      'relais.objections.changed.v1',
      survivor.id,
      { familyId: survivor.id, objections, lifted: [] },
      'social-protection',
    );
    expect(await kept()).toEqual({ rows: 0, prints: 0, told: false });
  });

  it('once the survivor was merged with another, and where a file had been merged into the duplicate before', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    const third = await givenTwiceRegistered(graph.db);
    await merged(twice);
    await taken(twice);
    await merged(
      { ...third, survivor: third.survivor, duplicate: twice.survivor },
      {
        ...{ survivorId: third.survivor.id, duplicateId: twice.survivor.id, duplicateVersion: 2 },
        ...{ sameAdults: [], sameChildren: [] },
      },
    );
    const ofThird = { ...third, duplicate: twice.survivor };
    await taken(ofThird);
    expect((await undo({ ...twice, survivor: third.survivor })).refusal.reason).toBe('HELD_OTHERS');
    const [fourth] = [await givenFamily(graph.db)];
    const ofFourth = { survivorId: third.survivor.id, survivorVersion: 2, duplicateId: fourth.id };
    await merged(third, { ...ofFourth, sameAdults: [], sameChildren: [] });
    expect((await undo(ofThird)).refusal.reason).toBe('HELD_OTHERS');
  });

  it('when anything changed since, and names each', async () => {
    const twice = await givenTwiceRegistered(graph.db);
    await merged(twice);
    await taken(twice);
    for (const [, change] of changes) await change(twice);
    const { files, hindrances, refusal } = await undo(twice);
    expect([files, refusal.reason]).toEqual([[], 'CHANGED_SINCE']);
    const named = hindrances.map(({ part }: Facts) => part);
    expect(named).toEqual(expect.arrayContaining(changes.map(([part]) => part)));
    expect(named.filter((part: string) => part === 'MEMBERS')).toHaveLength(2);
    expect(refusal.message).not.toMatch(/[{}]/);
    const [known] = await graph.db.query('select merged_into from families where id = $1', [
      twice.duplicate.id,
    ]);
    expect(known.merged_into).toBe(twice.survivor.id);
  });
});
