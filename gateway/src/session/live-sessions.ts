import type { Log } from '@relais/platform/log.ts';
import { type Issuer, SessionEnded } from './issuer.ts';
import { isDue, isOver, renewalAt } from './session.rules.ts';
import { renewed, type Session } from './session.ts';

const MOST_REMEMBERED = 10_000;
/** The issuer is not asked again for every request while it is away, or when its tokens are very short. */
const PAUSE_MS = 5_000;

type Outcome = Session | 'ENDED' | 'NOT_RENEWED';
type Renewal = { readonly outcome: Promise<Outcome>; goodUntil: number };

export type LiveOptions = {
  readonly issuer: Pick<Issuer, 'renew'>;
  readonly verifyToken: (bearer: string) => Promise<unknown>;
  readonly log: Log;
  readonly clock: () => number;
};

/**
 * Keeps sessions alive: each is renewed once, however many requests of however many tabs bring it when it is due. Remembers
 * those that have ended here, so that a copy of their cookie is worth nothing.
 */
export class LiveSessions {
  readonly #options: LiveOptions;
  readonly #renewals = new Map<string, Renewal>();
  readonly #ended = new Set<string>();

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** The session with a token that is good now; undefined when it is over. */
  async current(session: Session): Promise<Session | undefined> {
    const { clock } = this.#options;
    const latest = isDue(session, clock()) ? await this.#renewedOnce(session) : session;
    if (latest === 'ENDED' || this.#ended.has(session.sid)) return undefined;
    const good = latest === 'NOT_RENEWED' ? session : latest;
    return isOver(good, clock()) ? undefined : good;
  }

  end({ sid }: Pick<Session, 'sid'>): void {
    if (this.#ended.size >= MOST_REMEMBERED) this.#ended.clear();
    this.#ended.add(sid);
    this.#renewals.delete(sid);
  }

  #renewedOnce(session: Session): Promise<Outcome> {
    const known = this.#renewals.get(session.sid);
    if (known && this.#options.clock() < known.goodUntil) return known.outcome;
    if (this.#renewals.size >= MOST_REMEMBERED) this.#renewals.clear();
    const renewal: Renewal = { outcome: this.#renew(session), goodUntil: Number.POSITIVE_INFINITY };
    this.#renewals.set(session.sid, renewal);
    void renewal.outcome.then((outcome) => {
      const pauseEnds = this.#options.clock() + PAUSE_MS;
      if (outcome === 'NOT_RENEWED') renewal.goodUntil = pauseEnds;
      if (typeof outcome === 'object') renewal.goodUntil = Math.max(renewalAt(outcome), pauseEnds);
    });
    return renewal.outcome;
  }

  /** Only the issuer's own word ends a session; whatever else goes wrong, its token is good until it ends. */
  async #renew(session: Session): Promise<Outcome> {
    const { issuer, verifyToken, log } = this.#options;
    if (session.refreshToken === undefined) return 'NOT_RENEWED';
    try {
      const tokens = await issuer.renew(session.refreshToken);
      await verifyToken(`Bearer ${tokens.token}`);
      return renewed(session, tokens);
    } catch (error) {
      if (error instanceof SessionEnded) return 'ENDED';
      log.warn({ err: error }, 'session not renewed');
      return 'NOT_RENEWED';
    }
  }
}
