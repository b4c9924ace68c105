import { onceGone } from '@relais/platform/http/when-gone.ts';
import type { FastifyReply } from 'fastify';

export type ArrivalLimits = { readonly all: number; readonly each: number };

/**
 * Counts the requests that are there from their token to the last byte of their answer, whether they are still being
 * sent, wait, run or are being read, so that what they hold in memory has a bound.
 */
export class Arrivals {
  readonly #limits: ArrivalLimits;
  readonly #ofCaller = new Map<string, number>();
  #all = 0;

  constructor(limits: ArrivalLimits) {
    this.#limits = limits;
  }

  /** Counts a request until it is over; answers who has too many when it may not stay. */
  arrive(caller: string, reply: Pick<FastifyReply, 'raw'>): 'EVERYBODY' | 'CALLER' | null {
    const own = this.#ofCaller.get(caller) ?? 0;
    if (own >= this.#limits.each) return 'CALLER';
    if (this.#all >= this.#limits.all) return 'EVERYBODY';
    this.#all += 1;
    this.#ofCaller.set(caller, own + 1);
    onceGone(reply, () => this.#leave(caller));
    return null;
  }

  #leave(caller: string): void {
    this.#all -= 1;
    const left = (this.#ofCaller.get(caller) ?? 1) - 1;
    if (left > 0) this.#ofCaller.set(caller, left);
    if (left <= 0) this.#ofCaller.delete(caller);
  }
}
