import { z } from 'zod';

/** How far somebody was told of each agency, and when that was said. */
export type Position = { readonly at: number; readonly agencies: Readonly<Record<string, string>> };

/** Agencies keep what changed for two days; whoever was away for one reads all anew. */
const LONGEST_ABSENCE_MS = 86_400_000;

const sent = z.object({
  at: z.number(),
  agencies: z.record(z.string().max(64), z.string().regex(/^\d{1,20}$/)),
});

export const eventIdOf = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

const readIn = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/** From where a stream goes on by its `Last-Event-ID`; `STALE` where that is too old or none of ours; `null` without. */
export const positionIn = (eventId: string | undefined, now: number): Position | 'STALE' | null => {
  if (eventId === undefined || eventId === '') return null;
  const position = sent.safeParse(readIn(eventId)).data;
  const isGood = position && position.at <= now && now - position.at < LONGEST_ABSENCE_MS;
  return isGood ? position : 'STALE';
};
