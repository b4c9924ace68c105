import { Agent, request } from 'undici';
import { type Deliver, SubscriberAway } from './event.ts';
import type { EventSigner } from './event-keys.ts';
import { SEALED, sealEvent } from './sealed-event.ts';

/** The whole exchange, connecting included. */
const PATIENCE_MS = 3_000;
/** What a service, or whatever stands in front of it, answers when it cannot work just now. */
const AWAY_STATUSES: readonly number[] = [429, 502, 503, 504];

/**
 * Agencies reach each other directly: what is told of families never passes the proxy that the environment may name for
 * calls to the outside.
 */
const direct = new Agent();

const post = async (url: string, body: string): Promise<number> => {
  const answer = await request(url, {
    dispatcher: direct,
    method: 'POST',
    body,
    headers: { 'content-type': SEALED },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.body.dump();
  return answer.statusCode;
};

/** What a subscriber answered instead of taking an event. */
class Answered extends Error {
  readonly code: string;

  constructor(status: number) {
    super('The subscriber answered otherwise.');
    this.name = 'Answered';
    this.code = String(status);
  }
}

/** Delivers events to `POST <base>/events` of each subscriber, sealed with this agency's own key. */
export const httpDelivery =
  (subscribers: Readonly<Record<string, string>>, signer: EventSigner): Deliver =>
  async (subscriber, event) => {
    const base = subscribers[subscriber];
    if (!base) throw new Error(`No address for subscriber ${subscriber}`);
    const sealed = await sealEvent(event, subscriber, signer, new Date());
    const status = await post(`${base}/events`, sealed).catch((error: unknown) => {
      throw new SubscriberAway(subscriber, error);
    });
    if (AWAY_STATUSES.includes(status)) throw new SubscriberAway(subscriber, new Answered(status));
    if (status !== 204) throw new Answered(status);
  };
