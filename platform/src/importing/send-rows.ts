import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const MOST_ATTEMPTS = 5;
const PAUSE_MS = 1_000;
/** What may be gone at the next attempt; everything else would be answered the same again. */
const PASSING = new Set(['SERVICE_UNAVAILABLE', 'TRY_AGAIN']);
const isPassingStatus = (status: number): boolean => status === 429 || status >= 500;

/** The service answered that it will not take these rows, now or later. */
class NotTaken extends Error {}

/** Where rows are sent, in whose name, and whether only to see what would become of them. */
export type Importing = {
  readonly url: string;
  readonly token: string;
  readonly isPreview: boolean;
  /** Shows a line to whoever imports. */
  readonly say: (line: string) => void;
};

/** A mutation that takes rows, and how its answer is read. */
export type TakingRows<Report> = {
  readonly name: string;
  readonly document: string;
  readonly report: z.ZodType<Report>;
};

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() }))
    .default([]),
});

type Errors = z.output<typeof answer>['errors'];

const problemOf = (status: number, errors: Errors): Error => {
  const message = errors.map((each) => each.message).join(' ') || `HTTP ${status}`;
  const codes = errors.map(({ extensions }) => extensions?.code ?? '');
  const passes = codes.some((code) => PASSING.has(code)) || isPassingStatus(status);
  return passes ? new Error(message) : new NotTaken(message);
};

const send = async <Report>(
  { name, document, report }: TakingRows<Report>,
  input: Readonly<Record<string, unknown>>,
  { url, token, isPreview }: Importing,
): Promise<Report> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables: { input: { ...input, preview: isPreview } } }),
  });
  // A proxy in between answers in its own words.
  const { data, errors } = answer.parse(await response.json().catch(() => ({})));
  if (data?.[name]) return report.parse(data[name]);
  throw problemOf(response.status, errors);
};

/** Sending rows again is safe, so what may pass by itself is tried again, ever later. */
export const sendPatiently = async <Report>(
  taking: TakingRows<Report>,
  input: Readonly<Record<string, unknown>>,
  importing: Importing,
): Promise<Report> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(taking, input, importing);
    } catch (error) {
      if (error instanceof NotTaken || attempt === MOST_ATTEMPTS) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
};
