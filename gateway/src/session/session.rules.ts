/** A token that is this near to its end is renewed before it is used. */
const RENEWED_BEFORE_MS = 60_000;

export type Lasting = {
  /** When the token ends, and when the session does, whatever is renewed. */
  readonly expiresAt: number;
  readonly until: number;
};

export const isOver = ({ expiresAt, until }: Lasting, now: number): boolean =>
  now >= Math.min(expiresAt, until);

export const renewalAt = ({ expiresAt }: Pick<Lasting, 'expiresAt'>): number => expiresAt - RENEWED_BEFORE_MS;

export const isDue = (lasting: Lasting, now: number): boolean =>
  now >= renewalAt(lasting) && now < lasting.until;

export type Provenance = {
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which no page can set. */
  readonly site: string | undefined;
};

/**
 * Whether our own page sends what changes something or tells something of families. A browser names no origin where its own page
 * only reads (`GET`): then `Sec-Fetch-Site` must say it.
 */
export const isFromOwnPage = ({ origin, site }: Provenance, publicUrl: string): boolean =>
  origin === undefined
    ? site === 'same-origin'
    : origin === publicUrl && (site === undefined || site === 'same-origin');

/** Whether our own page asks who is signed in, or the person themselves does in the address bar. */
export const isFromOwnSite = ({ origin, site }: Provenance, publicUrl: string): boolean =>
  (origin === undefined || origin === publicUrl) &&
  (site === undefined || site === 'same-origin' || site === 'none');

/** Where to go after the sign-in: a place of ours, or the front page. */
export const localPath = (wanted: unknown): string =>
  typeof wanted === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) ? wanted : '/';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** A browser keeps the cookies of `127.0.0.1` and `localhost` apart: whoever comes by the other name is sent to ours. */
export const isOtherNameOfThisMachine = (hostname: string, publicUrl: string): boolean => {
  const ours = new URL(publicUrl).hostname;
  return hostname !== ours && LOOPBACK_NAMES.includes(hostname) && LOOPBACK_NAMES.includes(ours);
};
