import { z } from 'zod';

/**
 * What an agency that works has to be helped with, as it says itself: who waits for its events, who refuses them,
 * which jobs go on failing, whose events it could not take, what of its data ends soon.
 */
export const outages = z.object({
  lagging: z.record(z.string(), z.unknown()).optional(),
  refused: z.record(z.string(), z.unknown()).optional(),
  failingJobs: z.record(z.string(), z.unknown()).optional(),
  deadLetters: z.record(z.string(), z.unknown()).optional(),
  warnings: z.record(z.string(), z.unknown()).optional(),
});
export type Outages = z.infer<typeof outages>;

/** Whether an agency works; its outages when it does and has some. */
export type AgencyHealth = boolean | Outages;
