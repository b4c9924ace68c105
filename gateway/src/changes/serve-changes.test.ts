import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangesFound } from '@relais/platform/changes/changes.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { eventIdOf } from './position.ts';

type Told = { readonly id?: string; readonly event?: string; readonly data: Record<string, unknown> };
type Stream = { told: Told[]; text: string; status: number; isOver: boolean; leave(): void };

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const readEvent = (block: string): Told | null => {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const { id, event, data = '{}' } = fields;
  return event ? { ...(id && { id }), event, data: JSON.parse(data) } : null;
};

describe('the stream of changes', () => {
  let gateway: TestGateway;
  let streams: Stream[];
  /** What agencies keep: of each change its place, and who may see it. */
  let kept: { agency: string; at: number; for: string; subjectId: string }[];
  let away: Set<string>;
  let ended: Set<string>;
  let newestAsked: number;
  let asked: { agency: string; since: string | null }[];

  const subOf = (token: string): string =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
  const agency = (name: string) => ({
    async newestChange() {
      newestAsked += 1;
      if (away.has(name)) throw new Error('away');
      return String(kept.filter((each) => each.agency === name).at(-1)?.at ?? 0);
    },
    async changes({ token, since }: { token: string; since: string | null }): Promise<ChangesFound> {
      asked.push({ agency: name, since });
      if (away.has(name)) throw new Error('away');
      if (ended.has(subOf(token))) throw new RelaisError('UNAUTHENTICATED', 'ended');
      const own = kept.filter((each) => each.agency === name && each.for === subOf(token));
      const changes = own
        .filter(({ at }) => since !== null && at >= Number(since))
        .map(({ subjectId }) => ({ kind: 'CARE', subjectId }));
      const isReset = changes.length > 3;
      return { position: String(kept.length + 1), isReset, changes: isReset ? [] : changes };
    },
  });
  const keep = (name: string, sub: string): string => {
    const subjectId = newId();
    kept.push({ agency: name, at: kept.length + 1, for: sub, subjectId });
    return subjectId;
  };
  const listen = async (sub: string, headers: Record<string, string> = {}): Promise<Stream> => {
    const token = await gateway.issuer.tokenFor({ role: 'CASEWORKER', sub });
    const stream: Stream = { told: [], text: '', status: 0, isOver: false, leave: () => undefined };
    const sent = request(`${gateway.url}/events/me`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    stream.leave = () => sent.destroy();
    sent.on('error', () => undefined);
    sent.on('response', (response) => {
      stream.status = response.statusCode ?? 0;
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        stream.text += text;
        stream.told = stream.text
          .split('\n\n')
          .slice(0, -1)
          .flatMap((block) => readEvent(block) ?? []);
      });
      response.on('close', () => {
        stream.isOver = true;
      });
    });
    sent.end();
    streams.push(stream);
    await until(() => stream.status !== 0);
    return stream;
  };
  const opened = async (sub: string, headers?: Record<string, string>): Promise<Stream> => {
    const stream = await listen(sub, headers);
    await until(() => stream.told.some(({ event }) => event === 'open'));
    return stream;
  };
  const subjects = ({ told }: Stream) =>
    told.filter(({ event }) => event === 'changed').map(({ data }) => data.subjectId);
  const has = (stream: Stream, wanted: string) =>
    until(() => stream.told.some(({ event }) => event === wanted));

  beforeEach(async () => {
    [streams, kept, asked, newestAsked] = [[], [], [], 0];
    [away, ended] = [new Set(), new Set()];
    gateway = await testGateway({
      changesOf: { 'early-childhood': agency('early-childhood'), employment: agency('employment') },
      changesEvery: { pulseMs: 20, heartbeatMs: 30 },
    });
  });
  afterEach(async () => {
    for (const stream of streams) stream.leave();
    await gateway.close();
  });

  it('tells each, of every agency, what they may see and nothing else, by kind and id only', async () => {
    const [maud, paul] = [await opened('maud'), await opened('paul')];
    const [one, other] = [keep('early-childhood', 'maud'), keep('employment', 'paul')];
    await has(maud, 'changed');
    await has(paul, 'changed');
    expect(maud.told.at(-1)?.data).toEqual({ agency: 'early-childhood', kind: 'CARE', subjectId: one });
    expect([subjects(maud), subjects(paul)]).toEqual([[one], [other]]);
    expect(maud.text).toMatch(/^retry: \d+\n\n/);
  });

  it('goes on from the last event that was received, and reads anew where that is too long ago', async () => {
    const first = await opened('maud');
    const seen = keep('early-childhood', 'maud');
    await has(first, 'changed');
    const id = first.told.at(-1)?.id ?? '';
    first.leave();
    const missed = keep('employment', 'maud');
    const second = await opened('maud', { 'last-event-id': id });
    expect(subjects(second)).toEqual([missed]);
    expect(subjects(second)).not.toContain(seen);
    const old = eventIdOf({ at: Date.now() - 2 * 86_400_000, agencies: { employment: '1' } });
    for (const stale of [old, 'nothing of ours'])
      expect((await opened('maud', { 'last-event-id': stale })).told[0]?.event).toBe('reset');
    for (let count = 0; count < 5; count += 1) keep('employment', 'maud');
    const third = await opened('maud', { 'last-event-id': id });
    expect(third.told).toMatchObject([{ event: 'reset', data: { agency: 'employment' } }, { event: 'open' }]);
  });

  it('says that an agency is away, and catches up when it is back', async () => {
    away.add('employment');
    const late = await opened('paul');
    expect(late.told.at(-1)?.data).toEqual({ away: ['employment'] });
    away.clear();
    await has(late, 'back');
    const stream = await opened('maud');
    away.add('employment');
    await has(stream, 'away');
    const id = keep('employment', 'maud');
    const other = keep('early-childhood', 'maud');
    await has(stream, 'changed');
    expect(subjects(stream)).toEqual([other]);
    away.clear();
    await until(() => subjects(stream).includes(id));
    expect(stream.told.map(({ event }) => event)).toEqual(['open', 'away', 'changed', 'back', 'changed']);
  });

  it('ends with the session, as an agency says it or as the gateway knows, and no other', async () => {
    const [maud, paul] = [await opened('maud'), await opened('paul')];
    ended.add('maud');
    // As when sessions end: something changed, so that all are asked for anew.
    keep('employment', 'nobody');
    await until(() => maud.isOver);
    keep('employment', 'paul');
    await has(paul, 'changed');
    expect(paul.isOver).toBe(false);
    const token = await gateway.issuer.tokenFor({ role: 'CASEWORKER', sub: 'paul' });
    const revoke = 'mutation { revokeSessions(input: { sub: "paul" }) { sub } }';
    expect(
      (await gateway.ask(revoke, { headers: { authorization: `Bearer ${token}` } })).body.errors,
    ).toBeUndefined();
    await until(() => paul.isOver);
  });

  it('is no part of the fair share, is for people who are signed in, and few at once of each', async () => {
    expect((await fetch(`${gateway.url}/events/me`)).status).toBe(401);
    for (let count = 0; count < 8; count += 1) await opened('maud');
    expect((await listen('maud')).status).toBe(429);
    expect((await opened('paul')).status).toBe(200);
    const leftTo = async (sub: string): Promise<string | undefined> => {
      const token = await gateway.issuer.tokenFor({ role: 'CASEWORKER', sub });
      const asking = { headers: { authorization: `Bearer ${token}` } };
      const { status, headers } = await gateway.ask('{ families { name } }', asking);
      expect(status).toBe(200);
      return /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
    };
    // Whoever asks it first pays for its text.
    await leftTo('zoe');
    const left = await leftTo('ugo');
    expect(Number(left)).toBeGreaterThan(0);
    expect(await leftTo('maud')).toBe(left);
    streams[0]?.leave();
    await until(() => streams[0]?.isOver ?? false);
    expect((await opened('maud')).status).toBe(200);
  });

  it('costs one question for all while nothing changes, and none while nobody listens', async () => {
    const [one, other] = [await opened('maud'), await opened('paul')];
    // The first look finds what each has asked already.
    await until(() => newestAsked > 6);
    const asks = asked.length;
    const looks = newestAsked;
    await until(() => newestAsked > looks + 6);
    expect(asked).toHaveLength(asks);
    one.leave();
    other.leave();
    await until(() => one.isOver && other.isOver);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const after = newestAsked;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(newestAsked).toBe(after);
  });

  it('ends when the gateway closes', async () => {
    const stream = await opened('maud');
    await gateway.close();
    await until(() => stream.isOver);
    gateway = await testGateway();
    expect(stream.isOver).toBe(true);
  });
});
