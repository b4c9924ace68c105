import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventField, fieldsOf, type PublishedEvent } from '@relais/platform/events/published-event.ts';
import { newId } from '@relais/platform/ids.ts';
import { boundEvents, unboundEvents } from '@relais/platform/objections/bound-events.ts';
import { runTestAgency, type TestAgency } from '@relais/platform/testing/test-agencies.ts';
import fc from 'fast-check';
import { subgraphs } from '../../subgraphs/agencies.ts';

/** What every agency takes as a day or an instant. */
const [EARLIEST, LATEST] = [new Date('1900-01-01T00:00:00Z'), new Date('2199-12-31T23:59:59Z')];
const LARGEST_COLUMN = 2_147_483_647;
const HOUR_MS = 3_600_000;

const instants = fc
  .date({ min: EARLIEST, max: LATEST, noInvalidDate: true })
  .map((instant) => instant.toISOString());
const texts = fc.string({ unit: 'grapheme', minLength: 1 });

const textsOf = ({ format }: EventField): fc.Arbitrary<unknown> => {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return instants;
  if (format === 'date') return instants.map((text) => text.slice(0, 10));
  return texts;
};

/** Anything that an event may say in a field. One of each list: of several, only the publisher knows how they fit. */
const saidIn = (field: EventField): fc.Arbitrary<unknown> => {
  if (field.anyOf) return fc.oneof(...field.anyOf.map(saidIn));
  if (field.enum) return fc.constantFrom(...field.enum);
  if (field.items) return fc.array(saidIn(field.items), { maxLength: 1 });
  if (field.properties) return fc.record(recordOf(Object.entries(field.properties)));
  if (field.type === 'integer') {
    return fc.integer({ min: 1, max: Math.min(field.maximum ?? LARGEST_COLUMN, LARGEST_COLUMN) });
  }
  if (field.type === 'boolean') return fc.boolean();
  if (field.type === 'null') return fc.constant(null);
  return textsOf(field);
};

const recordOf = (fields: readonly [string, EventField][]): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(fields.map(([name, field]) => [name, saidIn(field)]));

type State = Record<string, unknown>;

const endingLater = (state: State): State => {
  const endsAt = new Date(new Date(String(state.startsAt)).getTime() + HOUR_MS);
  return 'endsAt' in state ? { ...state, endsAt: endsAt.toISOString() } : state;
};

const byDaysOrToTheMoment = ({ until, ...follower }: State): State =>
  follower.relation === 'BREAK_GLASS' ? { ...follower, until } : follower;

const followedRightly = ({ followers, ...state }: State): State =>
  Array.isArray(followers) ? { ...state, followers: followers.map(byDaysOrToTheMoment) } : state;

/** A whole state of an event; a time ends an hour after it starts, and a moment is said of an emergency alone. */
const statesOf = (event: PublishedEvent): fc.Arbitrary<State> =>
  fc.record(recordOf(fieldsOf(event))).map((state) => followedRightly(endingLater(state)));

const told = subgraphs.flatMap(({ events = [], publishes }) =>
  Object.entries(publishes).flatMap(([subscriber, types]) =>
    events.filter(({ type }) => types.includes(type)).map((event) => ({ subscriber, event })),
  ),
);

describe('what a family may object to', () => {
  it('is said of every event that is told', () => {
    const types = [...new Set(subgraphs.flatMap(({ events = [] }) => events.map(({ type }) => type)))];
    expect([...Object.keys(boundEvents), ...unboundEvents].sort()).toEqual(types.sort());
  });
});

describe('whatever an event may say', () => {
  const agencies = new Map<string, TestAgency>();

  beforeAll(async () => {
    for (const subgraph of subgraphs) agencies.set(subgraph.name, await runTestAgency(subgraph));
  });
  afterAll(async () => {
    for (const agency of agencies.values()) await agency.end();
  });

  it.each(subgraphs.map(({ name, receives }) => [name, Object.keys(receives)] as const))(
    '%s listens to nothing that nobody tells it',
    (name, types) => {
      const senders = types.map((type) => [
        type,
        subgraphs.some(({ publishes }) => publishes[name]?.includes(type)),
      ]);
      expect(senders).toEqual(types.map((type) => [type, true]));
    },
  );

  it.each(told.map(({ subscriber, event }) => [event.type, subscriber, event] as const))(
    '%s is taken by %s',
    async (type, subscriber, event) => {
      await fc.assert(
        fc.asyncProperty(statesOf(event), async (data) => {
          expect(event.data.safeParse(data).success).toBe(true);
          await agencies.get(subscriber)?.receive({
            specversion: '1.0',
            id: newId(),
            source: 'test',
            type,
            subject: String(data[event.subject.id]),
            time: new Date().toISOString(),
            datacontenttype: 'application/json',
            sequence: 1,
            data,
          });
        }),
        { numRuns: 40 },
      );
      expect(await agencies.get(subscriber)?.db.query('select problem, detail from dead_letters')).toEqual(
        [],
      );
    },
  );
});
