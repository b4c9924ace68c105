import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { subgraph } from '../subgraph.ts';
import { KnownCover } from './known-cover.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const tomorrow = '2026-03-11T09:00:00+01:00';

describe('covers told by early-childhood', () => {
  let graph: TestSubgraph;
  const familyId = newId();
  const coverOf = (milestoneId: string, status: string, startsAt = tomorrow) => ({
    milestoneId,
    familyId,
    startsAt,
    status,
    milestoneVersion: 1,
  });
  const tell = (milestoneId: string, status: string, startsAt?: string) =>
    graph.receive('relais.cover.changed.v1', familyId, coverOf(milestoneId, status, startsAt));
  const known = (milestoneId: string) => graph.db.findOneBy(KnownCover, { milestoneId });

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('keep the newest', async () => {
    const id = newId();
    await tell(id, 'UNCOVERED');
    await tell(id, 'COVERED');
    expect(await known(id)).toMatchObject({ familyId, startsAt: new Date(tomorrow), status: 'COVERED' });
  });

  it('ignore an older one from a source that counts anew', async () => {
    const id = newId();
    await tell(newId(), 'COVERED');
    await tell(id, 'PARTIAL');
    await graph.running.receive({
      specversion: '1.0',
      id: newId(),
      source: 'restored',
      type: 'relais.cover.changed.v1',
      subject: familyId,
      time: now.toISOString(),
      datacontenttype: 'application/json',
      sequence: 1,
      data: coverOf(id, 'COVERED'),
    });
    expect(await known(id)).toMatchObject({ status: 'PARTIAL' });
  });

  it('ignore one that was computed for earlier times of the milestone', async () => {
    const id = newId();
    const tellOf = (status: string, milestoneVersion: number) =>
      graph.receive('relais.cover.changed.v1', familyId, { ...coverOf(id, status), milestoneVersion });
    await tellOf('UNCOVERED', 2);
    await tellOf('COVERED', 1);
    expect(await known(id)).toMatchObject({ status: 'UNCOVERED', milestoneVersion: 2 });
    await tellOf('PARTIAL', 2);
    expect(await known(id)).toMatchObject({ status: 'PARTIAL' });
  });

  it('stay when the milestone is over, as evidence of what was covered', async () => {
    const [begun, late] = [newId(), newId()];
    await tell(begun, 'COVERED', '2026-03-10T10:00:00+01:00');
    graph.setNow(new Date('2026-03-10T10:30:00+01:00'));
    await tell(late, 'PARTIAL', '2026-03-10T08:00:00+01:00');
    graph.setNow(now);
    expect([await known(begun), await known(late)]).toMatchObject([
      { status: 'COVERED' },
      { status: 'PARTIAL' },
    ]);
  });

  it('are not taken with a status that does not exist', async () => {
    const id = newId();
    await tell(id, 'FINE');
    expect(await known(id)).toBeNull();
    expect(await graph.deadLetters()).toMatchObject([
      { problem: 'MALFORMED', detail: 'status: invalid_value' },
    ]);
  });
});
