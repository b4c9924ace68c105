import { z } from 'zod';
import type { Transaction } from '../database/transaction.ts';
import { type Publication, publicationOf, publish } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import { partId } from '../ids.ts';
import type { EventReceiver } from '../subgraph.ts';
import { isStorableText } from '../texts.ts';
import type { Ending } from './ended-sessions.rules.ts';

const LONGEST_NAME = 255;

const kind = z.enum(['SUB', 'SID']);
const name = z.string().min(1).max(LONGEST_NAME).refine(isStorableText);

/** As the gateway says it to an agency. */
export const sentEnding = z.object({
  kind,
  name,
  since: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  by: z.object({ id: z.uuid(), sub: name, agency: z.string().max(LONGEST_NAME) }).optional(),
});

/** Told by every agency to the others: whichever was away when a session ended hears of it as soon as it is back. */
export const sessionsEndedEvent = publishedEvent({
  type: 'relais.sessions.ended.v1',
  description: 'Sessions of somebody were ended: tokens of before open nothing any more.',
  subject: { kind: 'PROFESSIONAL', id: 'id' },
  about: 'id',
  data: z.object({
    id: z.uuid().describe('The same for the same person or session, whoever tells.'),
    kind: kind.describe('`SUB`: all sessions of a person; `SID`: one.'),
    name: name.describe('The `sub` of the tokens, or the `sid` of the sign-in service.'),
    since: z.iso.datetime({ offset: true }).describe('Tokens made, and sessions begun, by then are refused.'),
  }),
  example: {
    id: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0017',
    kind: 'SUB',
    name: 'caseworker-17',
    since: '2026-09-01T08:30:00.000Z',
  },
});

/** Through which the processes of an agency hear of it from each other. */
export const ENDED_CHANNEL = 'ended_sessions';

const ENDINGS = '4b8f2d0a-6c1e-4f7a-9d35-8e2b1c7a5f60';

/** The same for the same person or session, whoever tells. */
export const endingId = ({ kind: of, name: who }: Pick<Ending, 'kind' | 'name'>): string =>
  partId(ENDINGS, `${of}:${who}`);

const KEEP = `
  insert into ended_sessions as known (kind, name, since, id) values ($1, $2, $3, $4)
  on conflict (kind, name) do update set since = greatest(known.since, excluded.since), id = excluded.id`;

const keepEnding = async (tx: Transaction, ending: Ending): Promise<void> => {
  const { kind: of, name: who, since } = ending;
  await tx.query(KEEP, [of, who, since, endingId(ending)]);
  await tx.query('select pg_notify($1, $2)', [ENDED_CHANNEL, JSON.stringify({ kind: of, name: who, since })]);
};

const WRITE_DOWN = `
  insert into session_endings (id, ended_at, sub, ended_by_sub, ended_by_agency) values ($1, $2, $3, $4, $5)
  on conflict (id) do nothing`;

/** Who ended all sessions of whom; whoever signs out at one desk is of no interest to anybody. */
const writeDown = async (tx: Transaction, { kind: of, name: who, since, by }: Ending): Promise<void> => {
  if (of === 'SUB' && by) await tx.query(WRITE_DOWN, [by.id, since, who, by.sub, by.agency]);
};

/** As the others are told. */
export const sessionsEnded = (ending: Ending): Publication => {
  const { kind: of, name: who, since } = ending;
  const id = endingId(ending);
  const data = { kind: of, name: who, id, since: since.toISOString() };
  return publicationOf(sessionsEndedEvent, id, data);
};

/** Keeps it and tells the others, who may have been asked as well: hearing of it twice changes nothing. */
export const endSessions = async (tx: Transaction, ending: Ending): Promise<void> => {
  await keepEnding(tx, ending);
  await writeDown(tx, ending);
  await publish(tx, sessionsEnded(ending));
};

export const receiveEndedSessions: EventReceiver = async (tx, { data }) =>
  keepEnding(tx, sentEnding.parse(sessionsEndedEvent.data.parse(data)));
