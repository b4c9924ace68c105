import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { agencyNames } from '../../subgraphs/agencies.ts';
import { allowedRoles } from './permissions.expected.ts';
import {
  BY_ROLE,
  BY_THEMSELVES,
  CHANGES,
  changes,
  IN_TABLE,
  OF_DISTRICTS,
  withPayload,
} from './testing/seeing/changes.ts';
import { decisionsInForce, decisionsOver } from './testing/seeing/decisions.ts';
import {
  DOORS,
  doorWith,
  LISTS,
  OF_NO_FAMILY,
  schema,
  selectionFor,
  UNKNOWN,
  WHOLE_FAMILY,
} from './testing/seeing/doors.ts';
import { familyWithCanaries, type Ids, rowsOnFile, tied } from './testing/seeing/family-with-canaries.ts';
import { leaked, marksOf } from './testing/seeing/leaks.ts';
import { decisionsElsewhere, decisionsWritten, rulesOf } from './testing/seeing/rules.ts';
import { type WrittenRow, writtenTables } from './testing/seeing/written-tables.ts';
import { type Answer, type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const tables = await writtenTables();
const { reading, writing, apart, likes } = tables;

let graph: TestWholeGraph;
let ids: Ids;
const ask = async (document: string, { user }: Pick<WrittenRow, 'user'>): Promise<Answer> => {
  const answer = await graph.ask(document, {}, user);
  const codes = answer.errors.map(({ extensions }) => extensions.code);
  // A question that no agency ever judged would show nothing as well.
  expect([document, ...codes.filter((code) => !['NOT_SHARED', 'FORBIDDEN'].includes(code))]).toEqual([
    document,
  ]);
  return answer;
};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  ids = await familyWithCanaries(graph, [...reading, ...likes.map(({ row }) => row)], MONDAY);
}, 120_000);
afterAll(() => graph.close());

const idOf = (name: string): string => ids.get(name) ?? '';

/**
 * What does not exist nobody is tied to, and what the token alone refuses no tie opens: who is alike but for their name is answered
 * alike, and asks once.
 */
const askedOnce = new Map<string, Promise<Answer>>();
const askOnce = (document: string, row: WrittenRow): Promise<Answer> => {
  const { sub: _sub, name: _name, ...alike } = row.user;
  const key = JSON.stringify([document, alike]);
  const answer = askedOnce.get(key) ?? ask(document, row);
  askedOnce.set(key, answer);
  return answer;
};

/** `field`: the question or change that it is about, with its type. */
const mayEver = (field: string, { user }: WrittenRow): boolean =>
  allowedRoles[field]?.includes(user.role) ?? false;
const askAbout = (field: string, document: string, row: WrittenRow): Promise<Answer> =>
  mayEver(field, row) ? ask(document, row) : askOnce(document, row);

/** What an answer says, whatever it was asked about. */
const said = ({ data, errors, status }: Answer): string =>
  [...ids.values(), UNKNOWN, 'NAN-000000']
    .reduce((text, id) => text.replaceAll(id, 'ID'), JSON.stringify({ data, errors, status }))
    .replaceAll(/"requestId":"[^"]*"/g, '');

const ways = Object.entries(LISTS).flatMap(([name, calls]) =>
  calls.map((call) => [name, `{ ${name}${call} ${selectionFor('Query', name)} }`] as const),
);
const isAllowed = (name: string, row: WrittenRow): boolean => mayEver(`Query.${name}`, row);

describe('every question', () => {
  it('is a door, a list, or about no family', () => {
    const listed = [...Object.keys(DOORS), ...OF_NO_FAMILY, ...Object.keys(LISTS)];
    expect(listed.sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
  });
});

describe.each(agencyNames)('every rule of %s about a family', (agency) => {
  it('is of one column of the tables', () => {
    const { written, inForce } = rulesOf(agency);
    expect(written).toEqual(inForce);
  });
});

const decided = async (row: WrittenRow, of: Ids, written: ReadonlyMap<string, boolean>) => {
  const all = await decisionsInForce(decisionsOver(graph, of), row);
  return Object.fromEntries([...written.keys()].map((rule) => [rule, all.get(rule)]));
};

/** In records and in lists alike, what the tables say of whoever is tied so, and of a family to which they are not. */
const expectDecisions = async (row: WrittenRow, like: string): Promise<void> => {
  const [here, there] = [decisionsWritten(tables, like), decisionsElsewhere(tables, row)];
  const another = new Map([...ids, ['familyId', UNKNOWN], ['adultId', UNKNOWN]]);
  expect(await decided(row, ids, here)).toEqual(Object.fromEntries(here));
  expect(await decided(row, another, there)).toEqual(Object.fromEntries(there));
};

describe('the lists that nobody must find the family in', () => {
  it.each(['families', 'waitingList'])('hold it: %s', async (name) => {
    const coordinator = reading.find(({ who }) => who === 'care coordinator, none, admitted');
    const { data } = await graph.ask(`{ ${name} { edges { node { id } } } }`, {}, coordinator?.user);
    expect(data[name].edges).toHaveLength(1);
  });
});

/** Who sees no family, and that a file of it waits for somebody like them. */
const isOpenToDesk = ({ who }: WrittenRow): boolean =>
  apart.find((each) => each.who === who)?.may.get('at the desk') === true;

describe.each(reading)('$who', (row) => {
  beforeAll(() => tied(graph, ids, row));

  it('is let in by each rule where its column says so', () => expectDecisions(row, row.who));

  it('reads of the family what is written down', async () => {
    const text = JSON.stringify(await ask(WHOLE_FAMILY, row));
    const seen = [...row.may.keys()].map((column) => {
      const marks = marksOf(ids, column);
      const found = marks.filter((mark) => text.includes(mark)).length;
      return [column, { 0: false, [marks.length]: true }[found] ?? 'in part'];
    });
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(row.may));
  });

  it('is let in by no door that is closed, which answers as for what does not exist', async () => {
    const outcomes: [string, boolean][] = [];
    for (const [name, [argument, _column]] of Object.entries(DOORS)) {
      const selection = selectionFor('Query', name);
      const known = await askAbout(`Query.${name}`, doorWith(name, idOf(argument), selection), row);
      const nowhere = name === 'family' ? 'NAN-000000' : UNKNOWN;
      const unknown = await askOnce(doorWith(name, nowhere, selection), row);
      expect([
        name,
        leaked(ids, row, JSON.stringify(known)).filter((mark) => mark !== idOf(argument)),
      ]).toEqual([name, []]);
      outcomes.push([name, said(known) !== said(unknown)]);
    }
    const opens = Object.entries(DOORS).map(([name, [, column]]) => [
      name,
      row.may.get(column) === true && isAllowed(name, row),
    ]);
    expect(outcomes).toEqual(opens);
  });

  it.each(ways)('finds nothing that is withheld by %s', async (name, question) => {
    const answer = await askAbout(`Query.${name}`, question, row);
    expect(leaked(ids, row, JSON.stringify(answer))).toEqual([]);
    const isRefused = answer.data === null;
    expect(isRefused && isAllowed(name, row)).toBe(false);
    const isEmpty = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const isOfFamilies = !name.startsWith('commission');
    if (name === 'jobSeekersAtDesk') {
      expect(!isRefused && answer.data[name].edges.length > 0).toBe(isOpenToDesk(row));
      return;
    }
    if (!isRefused && isOfFamilies && !row.may.get('exists'))
      expect(answer.data[name]).toMatchObject(isEmpty);
  });
});

const withIds = (document: string): string =>
  document.replaceAll(/(\w+): "(?:018f[^"]*|x)"/g, (written, name) =>
    ids.has(name) ? `${name}: "${ids.get(name)}"` : written,
  );

/** Refusals that tell who knows of the family anyway whose it is to do, and nothing else. */
const WHO_ELSE = [
  'REFERRAL_NOT_ACCEPTED',
  'JOIN_ITS_TEAM_FIRST',
  'ONLY_ITS_TEAM',
  'ADDRESS_PROTECTED',
  'READ_ONLY',
  'FAMILY_OBJECTS',
];

/** Which of these answer otherwise than for what does not exist, or for who may read only. */
const toldBy = async (row: WrittenRow, names: readonly string[]): Promise<string[]> => {
  const readable = reading.find(({ who }) => who === row.who) ?? row;
  const told: string[] = [];
  for (const { name, document } of changes.filter((change) => names.includes(change.name))) {
    const question = withIds(withPayload(name, document));
    const known = await askAbout(`Mutation.${name}`, question, row);
    const unknown = await askOnce(withPayload(name, document), row);
    const withheld = leaked(ids, readable, JSON.stringify(known)).filter((mark) => !question.includes(mark));
    expect([name, ...withheld]).toEqual([name]);
    if (said(known) !== said(unknown) && !WHO_ELSE.some((word) => said(known).includes(word)))
      told.push(name);
  }
  return told;
};

describe('every change that names something of a family', () => {
  it('is in the table, or goes by itself', () => {
    const naming = changes.filter(({ document }) => withIds(document) !== document).map(({ name }) => name);
    expect([...IN_TABLE, ...BY_ROLE, ...BY_THEMSELVES, ...OF_DISTRICTS].sort()).toEqual(naming.sort());
  });
});

describe.each(writing)('$who', (row) => {
  beforeAll(() => tied(graph, ids, row));

  it('writes what is written down; of what they may not, nothing is told and no row changes', async () => {
    const before = await rowsOnFile(graph);
    const columns = [...row.may].filter(([, may]) => may).map(([column]) => column);
    const allowed = columns.flatMap((column) => CHANGES[column] ?? []);
    expect((await toldBy(row, IN_TABLE)).sort()).toEqual(allowed.sort());
    if (columns.length === 0) expect(await rowsOnFile(graph)).toEqual(before);
  });

  it('is told nothing by what they do themselves about a tie that they lack', async () => {
    if (reading.find(({ who }) => who === row.who)?.may.get('exists')) return;
    const opened = isOpenToDesk(row) ? ['takeJobSeeker'] : [];
    expect(await toldBy(row, [...BY_THEMSELVES, ...BY_ROLE])).toEqual(opened);
  });
});

describe.each(likes)('$row.who, as $like', ({ row, like }) => {
  beforeAll(() => tied(graph, ids, row));

  it('is let in by each rule as the other', () => expectDecisions(row, like));
});
