import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { addressOf, UnprovenConnections } from './unproven-connections.ts';

const MOST = 100;

describe('connections on which nobody has shown who they are', () => {
  const at = (clock: { now: number }) => {
    const unproven = new UnprovenConnections(() => clock.now);
    const open = (count: number, ip = '192.0.2.1') =>
      Array.from({ length: count }, () => {
        const socket = new Socket();
        unproven.add(ip, socket);
        return socket;
      });
    return { unproven, open };
  };
  const alive = (sockets: readonly Socket[]) => sockets.filter(({ destroyed }) => !destroyed).length;

  it('give way to newer ones beyond a hundred of one address, the longest waiting first', () => {
    const clock = { now: 0 };
    const { unproven, open } = at(clock);
    const halfSent = open(MOST);
    clock.now = 1_000;
    const later = open(10);
    expect([alive(halfSent), alive(later), unproven.count('192.0.2.1')]).toEqual([90, 10, MOST]);
    expect(halfSent.slice(0, 10).every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('may be many for a moment: a town hall opens its screens all at once', () => {
    const { open } = at({ now: 0 });
    expect(alive(open(3 * MOST))).toBe(3 * MOST);
  });

  it('of other addresses are counted apart, and proven ones not at all', () => {
    const clock = { now: 0 };
    const { unproven, open } = at(clock);
    const proven = open(MOST);
    for (const socket of proven) unproven.remove(socket);
    const others = open(MOST, '192.0.2.2');
    clock.now = 1_000;
    open(2 * MOST, '192.0.2.3');
    expect([alive(proven), alive(others)]).toEqual([MOST, MOST]);
  });

  it('that close are forgotten', async () => {
    const { unproven, open } = at({ now: 0 });
    const [socket] = open(1);
    socket?.destroy();
    await new Promise((resolve) => setImmediate(resolve));
    expect(unproven.count('192.0.2.1')).toBe(0);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('an address %s counts as %s', (ip, counted) => {
  expect(addressOf(ip)).toBe(counted);
});
