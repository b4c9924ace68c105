import { randomBytes } from 'node:crypto';
import { scopes, unknownScopes, wordsOf } from '@relais/platform/auth/scopes.ts';
import type { JWK } from 'jose';
import type { ClientMetadata, Configuration, default as Provider, ResourceServer } from 'oidc-provider';
import { type DemoAccount, demoAccounts } from '../demo-accounts.ts';
import { claimsOf } from '../dev-issuer.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { failurePage } from './people-page.ts';

export type SignInClient = { readonly id: string; readonly secret: string; readonly callback: string };

export type ProviderOptions = {
  readonly issuer: string;
  readonly audience: string;
  readonly key: JWK;
  /** The gateway, for which people sign in. */
  readonly client: SignInClient;
  readonly secretOf: (system: DemoAccount) => string;
};

const RESOURCE = 'urn:relais';
const ALGORITHM = 'ES256';
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const WORKING_DAY = 10 * HOUR;

export const accounts: readonly DemoAccount[] = Object.values(demoAccounts);
export const isSystem = ({ role }: Pick<DemoAccount, 'role'>): boolean => role === 'INTEGRATOR';
const accountOf = (sub: string | undefined) => accounts.find((account) => account.sub === sub);

const gatewayClient = ({ id, secret, callback }: SignInClient): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [callback],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: 'openid',
});

const systemClient = (account: DemoAccount, secret: string): ClientMetadata => ({
  client_id: account.sub,
  client_secret: secret,
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
  scope: scopes.join(' '),
});

type Asked = Parameters<NonNullable<Configuration['extraTokenClaims']>>[0];

const scopeAsked = ({ params }: Asked['oidc']): string[] =>
  wordsOf(typeof params?.scope === 'string' ? params.scope : '');

const tokensFor = async (
  audience: string,
): Promise<(context: Asked) => Omit<ResourceServer, 'identifier'>> => {
  const { InvalidScope } = await import('oidc-provider/lib/helpers/errors.js');
  return ({ oidc }) => {
    const isForSystem = accountOf(oidc.client?.clientId) !== undefined;
    const wanted = scopeAsked(oidc);
    const unknown = isForSystem ? unknownScopes(wanted) : wanted.filter((word) => word !== 'openid');
    // The library would leave them out of the token without a word.
    if (unknown.length > 0) throw new InvalidScope(`unknown scope: ${unknown.join(' ')}`, unknown.join(' '));
    return {
      audience,
      scope: isForSystem ? scopes.join(' ') : '',
      accessTokenFormat: 'jwt',
      accessTokenTTL: isForSystem ? HOUR : 10 * MINUTE,
      jwt: { sign: { alg: ALGORITHM } },
    };
  };
};

/** What a token says of who is asking, besides what the protocol makes it say. */
const extraTokenClaims: Configuration['extraTokenClaims'] = ({ oidc }, token) => {
  const { AuthorizationCode: code, RefreshToken: refreshToken } = oidc.entities;
  const source = code ?? refreshToken;
  const account = accountOf('accountId' in token ? token.accountId : token.clientId);
  if (!account) return undefined;
  const { scope: _ofTheToken, ...claims } = claimsOf(account);
  return { ...claims, ...(source && { sid: source.sessionUid, auth_time: source.authTime }) };
};

/** All of it is ours: nobody is asked what the gateway may know of them. */
const grantEverything: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
};

/** The session's own cookie is never sent back: whoever signs in is asked who they are, each time. */
const NOWHERE = '/sign-in/nowhere';

const cookies = (issuer: string): Configuration['cookies'] => {
  // Cookies do not tell ports apart.
  const { port } = new URL(issuer);
  return {
    keys: [randomBytes(32).toString('hex')],
    names: {
      session: `demo-session-${port}`,
      interaction: `demo-interaction-${port}`,
      resume: `demo-resume-${port}`,
    },
    long: { path: NOWHERE, signed: true, httpOnly: true, sameSite: 'lax' },
    short: { signed: true, httpOnly: true, sameSite: 'lax' },
  };
};

const features = async (audience: string): Promise<Configuration['features']> => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  clientCredentials: { enabled: true },
  revocation: {
    enabled: true,
    allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: await tokensFor(audience),
  },
});

/** The issuer of the demo, loaded when somebody first signs in: it would delay every start. */
export const makeProvider = async (options: ProviderOptions): Promise<Provider> => {
  const { issuer, audience, key, client, secretOf } = options;
  const { Provider } = await import('oidc-provider/lib/provider.js');
  return new Provider(issuer, {
    adapter: keptInMemory(),
    clients: [
      gatewayClient(client),
      ...accounts.filter(isSystem).map((account) => systemClient(account, secretOf(account))),
    ],
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    enabledJWA: { idTokenSigningAlgValues: [ALGORITHM] },
    jwks: { keys: [{ ...key, use: 'sig' }] },
    scopes: ['openid', ...scopes],
    features: await features(audience),
    cookies: cookies(issuer),
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    findAccount: (_context, sub) =>
      accountOf(sub) && { accountId: sub, claims: async () => ({ sub, name: accountOf(sub)?.name }) },
    loadExistingGrant: grantEverything,
    extraTokenClaims,
    interactions: { url: (_context, { uid }) => `/sign-in/person/${uid}` },
    issueRefreshToken: (_context, asking) => asking.grantTypeAllowed('refresh_token'),
    // Of two gateways each would take the other's renewal for theft.
    rotateRefreshToken: false,
    renderError(context) {
      context.type = 'html';
      context.body = failurePage(context.get('accept-language'));
    },
    ttl: {
      AccessToken: 10 * MINUTE,
      AuthorizationCode: MINUTE,
      ClientCredentials: HOUR,
      Grant: WORKING_DAY,
      IdToken: 10 * MINUTE,
      Interaction: HOUR,
      RefreshToken: WORKING_DAY,
      Session: WORKING_DAY,
    },
  });
};
