import { cuttingOffByTurns } from './cut-off.ts';

/**
 * How long a client may take to send a request. Node looks for those who take longer every half minute by itself,
 * which would leave a request that is never sent whole open for so long.
 */
const HEADERS_MS = 4_000;
const REQUEST_MS = 5_000;
/** Ends a connection on which nothing moved: somebody who asks and never reads. Longer than one is kept for reuse. */
const CONNECTION_MS = 75_000;

/** With patience: where whoever asks shares a busy process with us, as in tests, nothing is sent in time. */
export const serverTimes = (patience = 1) => {
  const times = Math.max(1, patience);
  return {
    // Node looks at both together, and takes no headers' limit above that of the request, which is five minutes by itself.
    http: {
      headersTimeout: HEADERS_MS * times,
      requestTimeout: REQUEST_MS * times,
      connectionsCheckingInterval: 1_000,
    },
    requestTimeout: REQUEST_MS * times,
    connectionTimeout: CONNECTION_MS * times,
    clientErrorHandler: cuttingOffByTurns(),
  };
};
