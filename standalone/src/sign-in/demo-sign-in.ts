import { randomBytes } from 'node:crypto';
import type { GatewayOptions } from '@relais/gateway/gateway.ts';
import { type DevIssuer, publicUrl } from '../dev-issuer.ts';
import { serveIssuer } from './serve-issuer.ts';

const CLIENT = 'relais';
const KEY_BYTES = 32;

/** Sign-in at the demo's own issuer, beside the gateway. Its secrets live as long as the process: so do the sessions. */
export const demoSignIn = (
  { options: { issuer, audience }, key, secretOf }: DevIssuer,
  port: number,
): Required<Pick<GatewayOptions, 'sessions' | 'beside'>> => {
  const url = publicUrl(port);
  const secret = randomBytes(KEY_BYTES).toString('base64url');
  const client = { id: CLIENT, secret, callback: `${url}/session/callback` };
  return {
    sessions: {
      issuer: { url: issuer, clientId: CLIENT, clientSecret: secret },
      keys: new Map([['demo', randomBytes(KEY_BYTES)]]),
      publicUrl: url,
    },
    beside: serveIssuer({ issuer, audience, key, client, secretOf }),
  };
};
