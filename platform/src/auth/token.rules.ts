/** The claims of a token whose signature, issuer and audience are good; what they say is still to be judged. */
export type Payload = Readonly<Record<string, unknown>>;

/** Lower case, without `application/`, which RFC 7515 has a header leave out. */
const plainType = (type: string): string => type.toLowerCase().replace(/^application\//, '');

/** Claims that only an ID token carries: it says who signed in to a page, and is no leave to ask. */
const OF_ID_TOKENS = ['nonce', 'at_hash', 'c_hash'];

/**
 * Whether this is an access token. Where its header only says `JWT`, as Keycloak's does, what is within must not be that of
 * another kind of token.
 */
export const isAccessToken = (
  type: string | undefined,
  payload: Payload,
  types: readonly string[],
): boolean => {
  const said = plainType(type ?? '');
  if (!types.map(plainType).includes(said)) return false;
  if (payload.typ !== undefined && payload.typ !== 'Bearer') return false;
  return said !== 'jwt' || OF_ID_TOKENS.every((claim) => payload[claim] === undefined);
};

/** The claim of that very name, else the one at the end of that path: a name may have dots in it. */
const claimAt = (payload: Payload, name: string): unknown => {
  if (Object.hasOwn(payload, name)) return payload[name];
  let found: unknown = payload;
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
};

/** The one role of ours among those that the claim names; none when it names several: nobody is two at once. */
export const roleIn = <Role extends string>(
  payload: Payload,
  claim: string,
  roles: readonly Role[],
): Role | undefined => {
  const said = [claimAt(payload, claim)].flat();
  const ours = roles.filter((role) => said.includes(role));
  return ours.length === 1 ? ours[0] : undefined;
};

/** Between two machines' clocks. */
export const CLOCK_TOLERANCE_SECONDS = 5;
/** A stolen token is of use for as long: the gateway renews people's, systems fetch a new one. */
export const LONGEST_LIFE_SECONDS = { people: 600, systems: 3_600 } as const;

export type Life = { readonly iat?: number | undefined; readonly exp?: number | undefined };

/** An issuer that reads its clock twice makes one token in many thousands live a second longer than it means. */
const READ_TWICE_SECONDS = 1;

/** Made by now, as far as two clocks agree. */
export const isMade = ({ iat = 0 }: Pick<Life, 'iat'>, nowSeconds: number): boolean =>
  iat <= nowSeconds + CLOCK_TOLERANCE_SECONDS;

/** Not for longer than is wise. */
export const isShortLived = ({ iat = 0, exp = 0 }: Life, longestSeconds: number): boolean =>
  exp - iat <= longestSeconds + READ_TWICE_SECONDS;
