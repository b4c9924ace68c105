/** Why a secret keeps nobody out. */
export type Weakness = 'SHORT' | 'REPEATED' | 'DEMO' | 'EQUAL';

const SHORTEST_BYTES = 32;
/** Of 32 bytes from a good source, in hexadecimal digits, fewer than eight kinds do not come in the life of a city. */
const FEWEST_KINDS = 8;
/** A piece of text that is all of it, over and over. */
const PERIODIC = /^(.+?)\1+$/s;
/** What people write where a secret is to be filled in. */
const DEMO = /secret|passw|change|demo|example|relais|test|12345|abcdef|qwert/i;

const weaknessOf = (secret: string): Weakness | null => {
  if (new TextEncoder().encode(secret).length < SHORTEST_BYTES) return 'SHORT';
  if (PERIODIC.test(secret) || new Set(secret).size < FEWEST_KINDS) return 'REPEATED';
  return DEMO.test(secret) ? 'DEMO' : null;
};

type Named = { readonly name: string; readonly secret: string };

/** What is wrong with secrets that strangers must not guess, by the names of their variables: each is another. */
export const weaknesses = (all: readonly Named[]): { name: string; weakness: Weakness }[] =>
  all.flatMap(({ name, secret }, index) => {
    const isEqual = all.some((other, at) => at < index && other.secret === secret);
    const weakness = weaknessOf(secret) ?? (isEqual ? 'EQUAL' : null);
    return weakness ? [{ name, weakness }] : [];
  });

const LOOPBACK = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Names that nobody owns (RFC 2606): the demo's issuer has one. */
const NOBODYS = /\.(invalid|test|example)$/;

/** Whether an address is one that only this machine answers at, that is read by whoever is on the way, or that is nobody's. */
export const isUnfitForProduction = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol !== 'https:' || LOOPBACK.test(hostname) || NOBODYS.test(hostname);
};
