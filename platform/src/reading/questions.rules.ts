/** What is said of texts is remembered of so many. */
const MOST_REMEMBERED = 2_000;

/** Twice in a row: the machine may have been busy once. */
const STRIKES = 2;
const SLOW_MS = 50;
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

type Met = {
  readonly strikes: number;
  until: number;
  /** It was among several of which nobody knows which took long. */
  readonly isSuspect: boolean;
};

/** The statements that hold up those behind them. */
export class SlowQuestions {
  readonly #slowMs: number;
  readonly #met = new Map<string, Met>();

  constructor(patience: number) {
    this.#slowMs = SLOW_MS * patience;
  }

  /** `now` by whatever clock goes on in milliseconds. */
  has(text: string, now: number): boolean {
    const met = this.#met.get(text);
    if (!met) return false;
    if (met.until > now) return true;
    met.until = NEVER;
    return false;
  }

  /** Whether it is to be asked by itself, so that one sees how long it takes. */
  isSuspect(text: string): boolean {
    return this.#met.get(text)?.isSuspect ?? false;
  }

  /** How long one took that was asked by itself, or several that were asked together: PostgreSQL tells of all of them at once. */
  note(texts: readonly string[], ms: number, now: number): void {
    const isSlow = ms >= this.#slowMs;
    const [text = '', ...others] = texts;
    if (others.length === 0) this.#noteAlone(text, isSlow, now);
    if (others.length > 0 && isSlow) for (const each of texts) this.#suspect(each);
  }

  #suspect(text: string): void {
    const { strikes = 0 } = this.#met.get(text) ?? {};
    this.#remember(text, { strikes, until: NEVER, isSuspect: true });
  }

  /** PostgreSQL itself says which one it cut off for taking too long: it has held up the others longest. */
  cutOff(text: string, now: number): void {
    this.#remember(text, { strikes: STRIKES, until: now + REMEMBERED_MS, isSuspect: false });
  }

  #noteAlone(text: string, isSlow: boolean, now: number): void {
    const met = this.#met.get(text);
    if (!isSlow && !met) return;
    const strikes = isSlow ? (met?.strikes ?? 0) + 1 : 0;
    const until = strikes >= STRIKES ? now + REMEMBERED_MS : NEVER;
    this.#remember(text, { strikes, until, isSuspect: isSlow && met?.isSuspect === true });
  }

  #remember(text: string, met: Met): void {
    if (this.#met.size >= MOST_REMEMBERED) this.#met.clear();
    this.#met.set(text, met);
  }
}
