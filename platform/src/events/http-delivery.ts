import { request } from 'undici';
import { SIGNATURE_HEADER, signRequest } from '../auth/inner-hop.ts';
import type { Deliver } from './event.ts';

const PATIENCE_MS = 3_000;

/** Delivers events to `POST <base>/events` of each subscriber, signed with the agencies' shared secret. */
export const httpDelivery =
  (subscribers: Readonly<Record<string, string>>, secret: string): Deliver =>
  async (subscriber, event) => {
    const base = subscribers[subscriber];
    if (!base) throw new Error(`No address for subscriber ${subscriber}`);
    const body = JSON.stringify(event);
    const answer = await request(`${base}/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signRequest(secret, { body }, new Date()),
      },
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    });
    await answer.body.dump();
    if (answer.statusCode !== 204) throw new Error(`${subscriber} answered ${answer.statusCode}`);
  };
