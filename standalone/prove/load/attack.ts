/** What an attack knows of the city it attacks; it can be written to a file. */
export type Target = {
  readonly url: string;
  /** Tokens of people and machines who do nothing but attack; the honest ones are others. */
  readonly tokens: {
    readonly caseworkers: readonly string[];
    readonly coordinators: readonly string[];
    readonly machines: readonly string[];
  };
  /** The databases of the agencies, as their owners. */
  readonly ownerUrls: Readonly<Record<string, string>>;
  readonly today: string;
};

/** What honest people may feel of an attack, and what it may cost; a bound left out is not held. */
export type Bounds = {
  /** Against the same people without the attack, or beside an attack on somebody else (`isAlsoTriedAside`). */
  readonly p50Ratio?: number;
  readonly p99Ratio?: number;
  /** Honest requests without a whole answer. */
  readonly lost?: number;
  /** Processor of the server for each request of the attack, in milliseconds. */
  readonly processorMs?: number;
  /** What the server holds more at the height of the attack, in MiB. */
  readonly memoryMiB?: number;
};

/** How often each answer came: a status, or what happened instead. */
export type Tally = Readonly<Record<string, number>>;

export type Attack = {
  readonly name: string;
  readonly bounds: Bounds;
  /**
   * It is little work for the city and much for the attacker, who shares its machine: people are measured beside the same
   * attack on a decoy, too, so that what only the attacker takes is not held against the city.
   */
  readonly isAlsoTriedAside?: true;
  /** Goes on until it is over, bounded in number, and answers what came back. */
  readonly run: (target: Target, isOver: () => boolean) => Promise<Tally>;
};

/** Counts as answers come. */
export const countingTally = () => {
  const tally: Record<string, number> = {};
  const count = (what: string, times = 1): void => {
    tally[what] = (tally[what] ?? 0) + times;
  };
  return { tally, count };
};

const LONGEST_MS = 30_000;

type Request = { readonly query: string; readonly variables?: unknown };

/** One request; answers its status, or that none came. */
export const send = ({ url }: Pick<Target, 'url'>, token: string, request: Request): Promise<string> =>
  sendText({ url }, token, JSON.stringify(request));

type Heard = { readonly status: string; readonly text: string };

const hear = ({ url }: Pick<Target, 'url'>, token: string, body: string): Promise<Heard> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    signal: AbortSignal.timeout(LONGEST_MS),
  }).then(
    async (response) => ({ status: String(response.status), text: await response.text() }),
    () => ({ status: 'no answer', text: '' }),
  );

/** One request whose text was written before: writing a long one anew takes what is measured from the others. */
export const sendText = async (target: Pick<Target, 'url'>, token: string, body: string): Promise<string> =>
  (await hear(target, token, body)).status;

/** What an attack that reads families is answered when its people see none: the work it is about was never asked for. */
export const SAW_NOBODY = 'saw nobody';

/** Nobody there, and no fault: out of sight is answered like what does not exist. */
const NOBODY = /^\{"data":\{"(?:family":null|families":\{"edges":\[\])/;

/** One request about families; answers its status, or that it saw none. */
export const sendAboutFamilies = async (
  target: Pick<Target, 'url'>,
  token: string,
  request: Request,
): Promise<string> => {
  const { status, text } = await hear(target, token, JSON.stringify(request));
  return NOBODY.test(text) && !text.includes('"errors"') ? SAW_NOBODY : status;
};

/** So many at once, each again and again until it is over or the number is reached. */
export const inParallel = async (
  lanes: number,
  most: number,
  isOver: () => boolean,
  work: (number: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (!isOver() && next < most) {
      next += 1;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};
