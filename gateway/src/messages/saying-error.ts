import type { ErrorCode } from '@relais/platform/errors.ts';
import { type ASTNode, GraphQLError } from 'graphql';
import { inWords, type Sentence } from './sentences.ts';

type Facts = {
  readonly nodes?: ASTNode;
  /** The HTTP status that says the same, where it is not 200. */
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
  /** The argument or variable that can be mended. */
  readonly argument?: string;
};

/** A refusal of the gateway itself, whose words are found when the reader's language is known. */
export class SayingError extends GraphQLError {
  readonly sentence: Sentence;

  constructor(code: ErrorCode, sentence: Sentence, { nodes, status, headers, argument }: Facts = {}) {
    super(inWords(sentence, 'en'), {
      nodes: nodes ?? null,
      extensions: {
        code,
        ...(argument !== undefined && { argument }),
        ...(status !== undefined && { http: { status, ...(headers && { headers }) } }),
      },
    });
    this.name = 'SayingError';
    this.sentence = sentence;
  }
}
