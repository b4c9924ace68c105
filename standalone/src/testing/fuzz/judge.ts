import { isErrorCode } from '@relais/platform/errors.ts';
import { z } from 'zod';
import type { Ids } from '../seeing/family-with-canaries.ts';
import { leaked, marksOf } from '../seeing/leaks.ts';
import type { WrittenRow } from '../seeing/written-tables.ts';
import { SENT } from './values.ts';

export type Heard = { readonly status: number; readonly text: string };
/** Who asked, as far as it decides what they may see. */
export type Asker = Pick<WrittenRow, 'who' | 'user' | 'may'>;

export type Verdict = {
  readonly problems: readonly string[];
  readonly codes: readonly string[];
  /** It was carried out, if only to find nothing. */
  readonly isAnswered: boolean;
  /** The columns of the table of which it shows something. */
  readonly columns: readonly string[];
};

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).default([]),
});

const LEAST_OF_A_FAULT = 500;
/** Nobody is turned away for the load of it: the limits are patient, and there is work for few at once. */
const NEVER = ['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE', 'TOO_MANY_REQUESTS', 'UNAUTHENTICATED'];
/** Words of the inside: statements, tables, files, addresses. */
const INSIDE =
  /\b(select|insert into|delete from)\b .*\b(from|values|where)\b|node_modules|\.[jt]s\b|\bat \w+ \(|postgres|\bpg_|typeorm|ECONN|constraint|relation "|column "|127\.0\.0\.1|localhost/i;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const told = (about: string, found: readonly string[]): string[] =>
  found.length > 0 ? [`${about}: ${[...new Set(found)].join(' ')}`] : [];

/** What is wrong with an answer, whoever may have asked whatever. */
export const judge = (ids: Ids, { may }: Asker, sent: string, { status, text }: Heard): Verdict => {
  const { data, error } = answer.safeParse(parsed(text));
  if (!data) {
    const problem = `no answer of GraphQL (${status}): ${error.issues[0]?.message} ${text.slice(0, 200)}`;
    return { problems: [problem], codes: [], isAnswered: false, columns: [] };
  }
  const codes = [...new Set(data.errors.map(({ extensions }) => extensions.code))];
  const errors = JSON.stringify(data.errors);
  const isAnswered = data.data !== undefined && data.data !== null;
  const problems = [
    ...(status >= LEAST_OF_A_FAULT ? [`status ${status}`] : []),
    ...told(
      'a code that must not come',
      codes.filter((code) => NEVER.includes(code) || !isErrorCode(code)),
    ),
    ...told(
      'withheld, and told',
      leaked(ids, { may }, text).filter((mark) => !sent.includes(mark)),
    ),
    ...told('of the inside', INSIDE.exec(errors)?.slice(0, 1) ?? []),
    ...told('sent, and told again', errors.includes(SENT) ? [errors.slice(0, 300)] : []),
    ...(isAnswered || data.errors.length > 0 ? [] : ['neither data nor errors']),
  ];
  const shown = [...may].filter(([column, isSeen]) => {
    const marks = marksOf(ids, column).filter((mark) => !sent.includes(mark));
    return isSeen && marks.some((mark) => text.includes(mark));
  });
  return { problems, codes, isAnswered, columns: shown.map(([column]) => column) };
};
