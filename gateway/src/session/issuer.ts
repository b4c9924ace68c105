import type { Configuration } from 'openid-client';
import type { Tokens } from './session.ts';

export type SignInIssuer = {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** What a sign-in under way must prove when it comes back. */
export type Challenge = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** The issuer ended the session: signed out there, or the account is closed. */
export class SessionEnded extends Error {
  constructor() {
    super('The issuer has ended the session.');
    this.name = 'SessionEnded';
  }
}

/** The person or the issuer did not go through with the sign-in. */
export class SignInRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('The issuer did not sign anybody in.', options);
    this.name = 'SignInRefused';
  }
}

const TIMEOUT_SECONDS = 4;
const SCOPE = 'openid';
const CALLBACK = '/session/callback';

const openidClient = () => import('openid-client');

const discover = async ({ url, clientId, clientSecret }: SignInIssuer): Promise<Configuration> => {
  const { allowInsecureRequests, ClientSecretBasic, discovery } = await openidClient();
  const isPlain = new URL(url).protocol === 'http:';
  return discovery(new URL(url), clientId, undefined, ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    ...(isPlain && { execute: [allowInsecureRequests] }),
  });
};

/** Fetched once it is needed, and again when it could not be. */
const discovering = (issuer: SignInIssuer) => {
  let known: Promise<Configuration> | undefined;
  return () => {
    known ??= discover(issuer).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
};

/** Exchanges the code that the browser brought back; it is good only with what this very sign-in began with. */
const exchangeCode = async (
  configuration: Configuration,
  callback: URL,
  { state, nonce, verifier }: Challenge,
): Promise<Tokens & { readonly sub: string }> => {
  const { AuthorizationResponseError, authorizationCodeGrant, ClientError, ResponseBodyError } =
    await openidClient();
  try {
    const tokens = await authorizationCodeGrant(configuration, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const { access_token: token, refresh_token: refreshToken } = tokens;
    return { token, refreshToken, sub: tokens.claims()?.sub ?? '' };
  } catch (cause) {
    const isOfIssuer = cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError;
    // What the browser brought back is not what this issuer sends.
    const isForged = cause instanceof ClientError && cause.code === 'OAUTH_INVALID_RESPONSE';
    const isRefusal = isOfIssuer || isForged;
    throw isRefusal ? new SignInRefused({ cause }) : cause;
  }
};

const renewTokens = async (configuration: Configuration, refreshToken: string): Promise<Tokens> => {
  const { refreshTokenGrant, ResponseBodyError } = await openidClient();
  try {
    const tokens = await refreshTokenGrant(configuration, refreshToken);
    return { token: tokens.access_token, refreshToken: tokens.refresh_token };
  } catch (error) {
    const isEnd = error instanceof ResponseBodyError && error.error === 'invalid_grant';
    throw isEnd ? new SessionEnded() : error;
  }
};

/** The OpenID Connect issuer at which people sign in, as the gateway speaks with it. */
export const speakWith = (issuer: SignInIssuer, publicUrl: string) => {
  const configuration = discovering(issuer);

  return {
    async newChallenge(): Promise<Challenge> {
      const { randomNonce, randomPKCECodeVerifier, randomState } = await openidClient();
      return { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    },
    /** Where the browser goes; `asks` makes the issuer ask for the account even when it remembers one. */
    async signInUrl({ state, nonce, verifier }: Challenge, asks: boolean): Promise<string> {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await openidClient();
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${publicUrl}${CALLBACK}`,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(asks && { prompt: 'login' }),
      });
      return url.href;
    },
    exchange: async (callback: string, challenge: Challenge) =>
      exchangeCode(await configuration(), new URL(callback, publicUrl), challenge),
    renew: async (refreshToken: string) => renewTokens(await configuration(), refreshToken),
    /** After this nothing is renewed any more, also by whoever copied the cookie. */
    async revoke(refreshToken: string): Promise<void> {
      const { tokenRevocation } = await openidClient();
      await tokenRevocation(await configuration(), refreshToken, { token_type_hint: 'refresh_token' });
    },
  };
};

export type Issuer = ReturnType<typeof speakWith>;
