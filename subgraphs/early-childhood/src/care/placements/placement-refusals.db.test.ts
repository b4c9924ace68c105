import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { subgraph } from '../../subgraph.ts';
import { givenPlacement, givenSuspension } from './placement.builder.ts';
import { Placement } from './placement.ts';
import { AFTERNOONS, askPlacement, day, givenMarch, hours, idsOf, MARCH } from './testing/ask-placement.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const ask = (...[name, placement, given]: readonly [string, Placement, Readonly<Record<string, unknown>>?]) =>
  askPlacement(graph, name, placement, given);

const reason = 'Nouvel emploi';
const steps = {
  changePlacement: { from: '2026-03-16', weeklyPattern: hours(...AFTERNOONS), reason },
  endPlacement: { lastDay: '2026-03-20', reason },
  suspendPlacement: { from: '2026-03-16', reason },
  announceAbsence: { from: '2026-03-16', to: '2026-03-18', reason },
  resumePlacement: { from: '2026-03-16' },
  renewPlacement: { lastDay: '2026-06-30' },
  sendWeekHours: { monday: '2026-03-16', hours: hours(...AFTERNOONS) },
};

describe('a preview', () => {
  it.each(Object.entries(steps))(
    'of %s answers what it would, and changes and tells nothing',
    async (name, given) => {
      const { placement, milestone } = await givenMarch(graph, {
        kind: name === 'sendWeekHours' ? 'FLEXIBLE' : 'LONG_TERM',
      });
      if (name === 'resumePlacement')
        await givenSuspension(graph.db, placement, ['2026-04-01', '2026-04-02']);
      const shown = name === 'resumePlacement' ? { from: '2026-03-31' } : given;
      const before = await graph.db.query('select * from bookings where placement_id = $1 order by id', [
        placement.id,
      ]);

      const preview = await ask(name, placement, { ...shown, preview: true });

      expect(preview.refusal).toBeNull();
      const loses = ['changePlacement', 'suspendPlacement', 'announceAbsence', 'sendWeekHours'].includes(
        name,
      );
      expect(idsOf(preview.uncoveredMilestones)).toEqual(loses ? [milestone.id] : []);
      const after = await graph.db.query('select * from bookings where placement_id = $1 order by id', [
        placement.id,
      ]);
      expect(after).toEqual(before);
      expect(await graph.db.findOneByOrFail(Placement, { id: placement.id })).toEqual(placement);
      expect((await graph.published()).filter(({ familyId }) => familyId === placement.familyId)).toEqual([]);
    },
  );
});

describe('a step is refused', () => {
  it.each(Object.entries(steps))(
    '%s: to who saw another version, of what is over, and of what is not known',
    async (name, given) => {
      const stale = await givenPlacement(graph.db, { ...MARCH, version: 2 });
      const over = await givenPlacement(graph.db, { endsOn: day('2026-03-01') });

      expect((await ask(name, { ...stale, version: 1 }, given)).refusal.reason).toBe('STALE_VERSION');
      expect((await ask(name, over, given)).refusal).toEqual({
        reason: 'ALREADY_ENDED',
        message: 'Le contrat d’accueil est terminé.',
      });
      expect((await ask(name, { ...over, id: newId() }, given)).refusal.reason).toBe('UNKNOWN_PLACEMENT');
    },
  );

  it.each([
    ['REASON_MISSING', 'changePlacement', { reason: ' ' }],
    ['NOTHING_CHANGES', 'changePlacement', { weeklyPattern: null }],
    ['NOTHING_CHANGES', 'changePlacement', { weeklyPattern: hours('08:30', '12:00') }],
    ['PATTERN_EMPTY', 'changePlacement', { weeklyPattern: [] }],
    [
      'LINES_OVERLAP',
      'changePlacement',
      { weeklyPattern: [...hours('08:30', '12:00'), ...hours('11:30', '13:00')] },
    ],
    ['LINE_ENDS_BEFORE_IT_STARTS', 'changePlacement', { weeklyPattern: hours('12:00', '08:30') }],
    ['NOT_ON_THE_HALF_HOUR', 'changePlacement', { weeklyPattern: hours('08:15', '12:00') }],
    ['OUTSIDE_OPENING_HOURS', 'changePlacement', { weeklyPattern: hours('07:00', '12:00') }],
    ['STARTS_BEFORE_NEXT_MONDAY', 'changePlacement', { from: '2026-03-04' }],
    ['IN_THE_PAST', 'changePlacement', { from: '2026-03-02' }],
    ['OUTSIDE_PLACEMENT', 'changePlacement', { from: '2026-04-01' }],
    ['OUTSIDE_PLACEMENT', 'changePlacement', { from: '2026-03-30', weeklyPattern: hours('09:00', '12:00') }],
    [
      'OUTSIDE_PLACEMENT',
      'renewPlacement',
      { lastDay: '2026-04-02', weeklyPattern: hours('09:00', '12:00') },
    ],
    ['UNKNOWN_SECTION', 'changePlacement', { sectionId: '0197c7a0-0000-7000-8000-000000000001' }],
    ['REASON_MISSING', 'endPlacement', { reason: '' }],
    ['IN_THE_PAST', 'endPlacement', { lastDay: '2026-03-01' }],
    ['ENDS_BY_THEN', 'endPlacement', { lastDay: '2026-03-31' }],
    ['REASON_MISSING', 'suspendPlacement', { reason: '' }],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', 'suspendPlacement', { to: '2026-03-15' }],
    ['IN_THE_PAST', 'suspendPlacement', { from: '2026-03-01' }],
    ['OUTSIDE_PLACEMENT', 'suspendPlacement', { from: '2026-04-01', to: '2026-04-02' }],
    ['OUTSIDE_PLACEMENT', 'suspendPlacement', { from: '2026-03-30', to: '2026-04-01' }],
    ['REASON_MISSING', 'announceAbsence', { reason: '' }],
    ['OUTSIDE_PLACEMENT', 'announceAbsence', { to: '2026-04-01' }],
    ['ABSENCE_TOO_LONG', 'announceAbsence', { to: '2026-04-16' }],
    ['NOT_SUSPENDED', 'resumePlacement', {}],
    ['IN_THE_PAST', 'resumePlacement', { from: '2026-03-01' }],
    ['NOT_FLEXIBLE', 'sendWeekHours', {}],
  ] as const)('as %s by %s', async (expected, name, spoilt) => {
    const placement = await givenPlacement(graph.db, MARCH);
    const { refusal } = await ask(name, placement, { ...steps[name], ...spoilt });

    expect(refusal.reason).toBe(expected);
    expect(await graph.db.findOneByOrFail(Placement, { id: placement.id })).toEqual(placement);
  });

  it('suspending twice, and taking a step in a suspension that waits for its end', async () => {
    const placement = await givenPlacement(graph.db, MARCH);
    await givenSuspension(graph.db, placement, ['2026-03-16', '2026-03-18']);
    const suspended = await givenPlacement(graph.db, { ...MARCH, kind: 'FLEXIBLE' });
    await givenSuspension(graph.db, suspended, ['2026-03-02', '2026-03-04']);
    const reasonOf = async (name: keyof typeof steps, of: Placement) =>
      (await ask(name, of, steps[name])).refusal?.reason;

    expect(await reasonOf('suspendPlacement', placement)).toBe('SUSPENDED_THEN_ALREADY');
    expect(await reasonOf('suspendPlacement', suspended)).toBe('IS_SUSPENDED');
    expect(await reasonOf('sendWeekHours', suspended)).toBe('IS_SUSPENDED');
  });

  it('by one of two coordinators who act on the same version', async () => {
    const { placement } = await givenMarch(graph);

    const answers = await Promise.all([
      ask('changePlacement', placement, steps.changePlacement),
      ask('endPlacement', placement, steps.endPlacement),
    ]);

    const reasons = answers.map(({ refusal }) => refusal?.reason ?? 'DONE').sort();
    expect(reasons).toEqual(['DONE', 'STALE_VERSION']);
  });
});
