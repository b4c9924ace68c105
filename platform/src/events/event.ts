import { z } from 'zod';

/** A CloudEvents 1.0 event. `sequence` rises by one per family and source, so order can be kept and repeats known. */
export const relaisEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.uuid(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  sequence: z.number().int().positive(),
  data: z.record(z.string(), z.unknown()),
});

export type RelaisEvent = z.output<typeof relaisEvent>;

/** How an event reaches another agency: a call in one process, a signed request between services. */
export type Deliver = (subscriber: string, event: RelaisEvent) => Promise<void>;

/** Thrown by a `Deliver` when the subscriber cannot be reached or cannot work just now: it refused nothing. */
export class SubscriberAway extends Error {
  constructor(subscriber: string, cause: unknown) {
    super(`${subscriber} is away.`, { cause });
    this.name = 'SubscriberAway';
  }
}
