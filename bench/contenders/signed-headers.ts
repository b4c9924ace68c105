import { SIGNATURE_HEADER, signRequest } from '@relais/platform/auth/inner-hop.ts';
import { newId } from '@relais/platform/ids.ts';

type Sent = { readonly headers?: unknown; readonly body?: unknown };

const authorizationIn = (headers: unknown): string => {
  const found = new Headers(headers as Record<string, string>).get('authorization');
  return found ?? '';
};

/** What a service of ours asks of its gateway: that the holder of the secret sent this, for this person, just now. */
export const signedHeaders = (secret: string, { headers, body }: Sent): Record<string, string> => {
  const requestId = newId();
  const signed = {
    method: 'POST',
    path: '/graphql',
    requestId,
    body: String(body),
    token: authorizationIn(headers),
  };
  return { 'x-request-id': requestId, [SIGNATURE_HEADER]: signRequest([secret], signed, new Date()) };
};
