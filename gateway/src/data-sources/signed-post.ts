import { type HopSecrets, SIGNATURE_HEADER, signRequest } from '@relais/platform/auth/inner-hop.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Pool } from 'undici';

type Sent = {
  readonly path: string;
  readonly body: string;
  readonly token?: string;
  readonly limitMs: number;
};

/** Asks an agency something beside the graph, as its gateway. */
export const signedPost =
  (pool: Pool, secrets: HopSecrets) =>
  ({ path, body, token, limitMs }: Sent) => {
    const requestId = newId();
    const signed = { method: 'POST', path, requestId, body, token };
    return pool.request({
      method: 'POST',
      path,
      body,
      headers: {
        'content-type': 'application/json',
        'x-request-id': requestId,
        [SIGNATURE_HEADER]: signRequest(secrets, signed, new Date()),
        ...(token !== undefined && { authorization: token }),
      },
      signal: AbortSignal.timeout(limitMs),
    });
  };
