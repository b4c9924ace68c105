/** How long a signature is good for on its way, and how far the clocks of two machines may be apart. */
const OLDEST_MS = 30_000;
const NEWEST_MS = 5_000;

/** Whether something signed at this moment, in milliseconds, is taken now. */
export const isWithinWindow = (signedAt: number, now: Date): boolean => {
  const age = now.getTime() - signedAt;
  return age <= OLDEST_MS && age >= -NEWEST_MS;
};
