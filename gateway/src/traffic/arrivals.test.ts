import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { whenGone } from '@relais/platform/http/when-gone.ts';
import type { FastifyReply } from 'fastify';
import { Arrivals } from './arrivals.ts';

type Reply = Pick<FastifyReply, 'raw'>;

/** As much of a reply as is looked at. */
const replyOf = (state: { readonly closed?: boolean; readonly destroyed?: boolean } = {}): Reply =>
  ({ raw: Object.assign(new EventEmitter(), state) }) as unknown as Reply;

describe('arrivals', () => {
  it('are counted until they are over', () => {
    const arrivals = new Arrivals({ all: 3, each: 1 });
    const first = replyOf();
    expect(arrivals.arrive('lea', first)).toBeNull();
    expect(arrivals.arrive('lea', replyOf())).toBe('CALLER');
    first.raw.emit('close');
    expect(arrivals.arrive('lea', replyOf())).toBeNull();
  });

  it.each([{ closed: true }, { destroyed: true }])(
    'are not counted when whoever came has left meanwhile: %j',
    (state) => {
      const arrivals = new Arrivals({ all: 1, each: 1 });
      const gone = replyOf(state);
      expect([arrivals.arrive('lea', gone), arrivals.arrive('tom', gone)]).toEqual([null, null]);
      expect(arrivals.arrive('lea', replyOf())).toBeNull();
      expect(whenGone(gone).aborted).toBe(true);
    },
  );
});
