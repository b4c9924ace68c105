/** What is said of texts is remembered of so many. */
const MOST_REMEMBERED = 2_000;

/** Twice in a row: the machine may have been busy once. */
const STRIKES = 2;
const SLOW_MS = 50;
/** Nobody waits for such a one again, busy machine or not. */
const FAR_TOO_SLOW_MS = 500;
/** Afterwards it is tried again; there may be fewer rows, or another index. */
const REMEMBERED_MS = 60_000;

const ASKS = /^\s*(select|with)\b/i;
/** Changes, locks, and what belongs to a connection and not to a statement. */
const DOES =
  /\b(insert|update|delete|merge|into|for\s+(no\s+key\s+update|key\s+share|share)|add_job|nextval|set_config|pg_advisory\w*)\b/i;

const known = new Map<string, boolean>();

/** Whether a statement only asks. One that is not sure goes the way of changes. */
export const isQuestion = (text: string): boolean => {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const isOne = ASKS.test(text) && !DOES.test(text);
  known.set(text, isOne);
  return isOne;
};

const NEVER = Number.NEGATIVE_INFINITY;

/** The statements that hold up those behind them. */
export class SlowQuestions {
  readonly #slowMs: number;
  readonly #farTooSlowMs: number;
  readonly #met = new Map<string, { strikes: number; until: number }>();

  constructor(patience: number) {
    this.#slowMs = SLOW_MS * patience;
    this.#farTooSlowMs = FAR_TOO_SLOW_MS * patience;
  }

  /** `now` by whatever clock goes on in milliseconds. */
  has(text: string, now: number): boolean {
    const met = this.#met.get(text);
    if (!met) return false;
    if (met.until > now) return true;
    met.until = NEVER;
    return false;
  }

  /** How long it took since the one before it was answered, until it was answered or failed. */
  note(text: string, ms: number, now: number): void {
    const met = this.#met.get(text);
    if (ms < this.#slowMs) {
      if (met) met.strikes = 0;
      return;
    }
    const strikes = ms < this.#farTooSlowMs ? (met?.strikes ?? 0) + 1 : STRIKES;
    if (this.#met.size >= MOST_REMEMBERED) this.#met.clear();
    this.#met.set(text, { strikes, until: strikes >= STRIKES ? now + REMEMBERED_MS : NEVER });
  }
}
