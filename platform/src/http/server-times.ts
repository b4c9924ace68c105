/**
 * How long a client may take to send a request. Node looks for those who take longer every half minute by itself,
 * which would leave a request that is never sent whole open for so long.
 */
export const serverTimes = {
  http: { headersTimeout: 4_000, connectionsCheckingInterval: 1_000 },
  requestTimeout: 5_000,
  /** Ends a connection on which nothing moved: somebody who asks and never reads. Longer than one is kept for reuse. */
  connectionTimeout: 75_000,
} as const;
