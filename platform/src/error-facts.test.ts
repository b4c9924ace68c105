import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { describeError, errorFacts } from './error-facts.ts';
import { RelaisError } from './errors.ts';
import { createLog } from './log.ts';

const CANARY = 'CANARY';
const driverError = Object.assign(
  new Error(`duplicate key: ${CANARY}\n    at ${CANARY} (/${CANARY}.ts:1:1)`),
  {
    code: '23505',
    constraint: 'families_name_key',
    detail: `Key (name)=(${CANARY}) already exists.`,
  },
);
const failed = () => new QueryFailedError(`insert '${CANARY}'`, [CANARY], driverError);
const here = expect.stringMatching(/^platform\/src\/error-facts\.test\.ts:\d+:\d+$/);

describe('what is written down of an error', () => {
  it('is its type, code, constraint and first frame of ours', () => {
    expect(errorFacts(failed())).toEqual({
      type: 'QueryFailedError',
      code: '23505',
      constraint: 'families_name_key',
      at: here,
    });
  });

  it('is that of what caused it too, however deep it lies', () => {
    const wrapped = new GraphQLError(CANARY, {
      originalError: new Error(CANARY, { cause: failed() }),
      extensions: { secret: CANARY },
    });
    expect(describeError(wrapped)).toMatch(
      /^GraphQLError, from Error, from QueryFailedError 23505 families_name_key, at platform\//,
    );
  });

  it('is the code of an error of ours', () => {
    expect(errorFacts(new RelaisError('TRY_AGAIN', CANARY))).toMatchObject({ code: 'TRY_AGAIN' });
  });

  it.each([
    ['a code that is no word', Object.assign(new Error('odd'), { code: `${CANARY} Marie` })],
    ['a name that is no word', Object.assign(new Error('odd'), { name: `${CANARY} Marie` })],
    ['something thrown that is no error', CANARY],
    ['an object', { message: CANARY }],
  ])('leaves out %s', (_what, error) => {
    expect(describeError(error)).not.toContain(CANARY);
  });
});

describe('a log line', () => {
  const lineOf = (write: (log: ReturnType<typeof createLog>) => void): string => {
    const said: string[] = [];
    write(createLog('test', 'info', { write: (line) => void said.push(line) }));
    return said.join('');
  };

  it.each<[string, (log: ReturnType<typeof createLog>) => void]>([
    ['beside words', (log) => log.error({ err: failed() }, 'request failed')],
    ['without words', (log) => log.error({ err: failed() })],
    ['alone', (log) => log.error(failed())],
    ['alone, with words', (log) => log.error(failed(), 'request failed')],
    ['under another name', (log) => log.warn({ problem: failed() }, 'odd')],
    ['through a child', (log) => log.child({ requestId: 'r' }).error({ err: failed() }, 'request failed')],
  ])('holds an error %s without what it says', (_how, write) => {
    const line = lineOf(write);
    expect(line).not.toContain(CANARY);
    expect(line).toContain('QueryFailedError');
    expect(JSON.parse(line).msg).toMatch(/failed|odd/);
  });

  it('keeps its own words and values', () => {
    expect(
      JSON.parse(lineOf((log) => log.info({ operation: 'FamilyFile', ms: 3 }, 'answered'))),
    ).toMatchObject({
      service: 'test',
      operation: 'FamilyFile',
      ms: 3,
      msg: 'answered',
    });
  });
});
