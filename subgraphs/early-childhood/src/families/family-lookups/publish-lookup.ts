import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publish } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { tellNow } from '@relais/platform/events/tell-now.ts';
import { z } from 'zod';

export const familyLookedUpEvent = publishedEvent({
  type: 'relais.family.looked-up.v1',
  description:
    'Somebody was told that a file exists, and got a handle with which to ask once to follow the family. Never what was looked for.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'handle',
  data: z.object({
    handle: z.uuid().describe('Stands for the family towards this person alone.'),
    familyId: z.uuid().describe('The family.'),
    sub: z.string().min(1).describe('Who asked, as the sign-in knows them.'),
    until: z.iso.datetime({ offset: true }).describe('From when on the handle is void.'),
  }),
  example: {
    handle: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f7001',
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    sub: 'caseworker-17',
    until: '2026-03-02T11:00:00.000Z',
  },
});

export type LookupHandle = {
  readonly handle: string;
  readonly familyId: string;
  readonly sub: string;
  readonly until: Date;
};

/** Tells who keeps the support teams, before the handle is answered: it can be used at once. Call it last. */
export const publishLookup = async (tx: Transaction, { until, ...handle }: LookupHandle): Promise<void> => {
  const data = { ...handle, until: until.toISOString() };
  await publish(tx, publicationOf(familyLookedUpEvent, handle.familyId, data));
  await tellNow(tx, handle.familyId);
};
