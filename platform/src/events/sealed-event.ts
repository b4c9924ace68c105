import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { isWithinWindow } from '../auth/signature-window.ts';
import type { RelaisEvent } from './event.ts';
import type { EventKeyRing, EventSigner } from './event-keys.ts';

/** The media type of an event between services: a JWS over its JSON, by the key of the agency that tells it. */
export const SEALED = 'application/jose';
const TYPE = 'relais-event+jws';
const ALGORITHM = 'EdDSA';

const header = z.object({ typ: z.literal(TYPE), kid: z.string(), aud: z.string(), at: z.int() });

/** For one subscriber and for now: to send it on to another, or again later, is of no use. */
export const sealEvent = (
  event: RelaisEvent,
  subscriber: string,
  { key, kid }: EventSigner,
  now: Date,
): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(event)))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid, aud: subscriber, at: now.getTime() })
    .sign(key);

/** Who sealed it is not one of the others, or not for us, or not just now. */
export class EventNotTrusted extends Error {
  constructor(options?: ErrorOptions) {
    super('The event is not sealed for us by another agency, just now.', options);
    this.name = 'EventNotTrusted';
  }
}

/** What was sealed, and by which agency. */
export type OpenedEvent = { readonly agency: string; readonly event: unknown };

export type OpenOptions = { readonly keys: EventKeyRing; readonly audience: string; readonly now: Date };

const keyNamed = (keys: EventKeyRing, kid: unknown) => {
  const known = typeof kid === 'string' ? keys.get(kid) : undefined;
  if (!known) throw new EventNotTrusted();
  return known;
};

export const openEvent = async (
  sealed: string,
  { keys, audience, now }: OpenOptions,
): Promise<OpenedEvent> => {
  try {
    const { payload, protectedHeader } = await compactVerify(sealed, ({ kid }) => keyNamed(keys, kid).key, {
      algorithms: [ALGORITHM],
    });
    const { kid, aud, at } = header.parse(protectedHeader);
    if (aud !== audience || !isWithinWindow(at, now)) throw new EventNotTrusted();
    return { agency: keyNamed(keys, kid).agency, event: JSON.parse(Buffer.from(payload).toString()) };
  } catch (error) {
    if (error instanceof EventNotTrusted) throw error;
    throw new EventNotTrusted({ cause: error });
  }
};
