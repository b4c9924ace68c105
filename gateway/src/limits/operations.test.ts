import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import {
  type DocumentNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  parse,
  Source,
  TokenKind,
  TypeInfo,
  ValidationContext,
  validate,
} from 'graphql';
import { traffic } from '../traffic/limits.ts';
import { aliasRule, supergraphSchema } from './alias-rule.ts';
import { limits } from './limits.ts';
import { listSizesOf } from './list-sizes.ts';
import { countObjects } from './object-count.ts';
import { aliasCountOf, depthOf } from './size-rules.ts';

const SCHEMA = new URL('../../../schema/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, SCHEMA), 'utf8');

const files = readdirSync(new URL('operations/', SCHEMA)).filter((file) => file.endsWith('.graphql'));

const tokensOf = (text: string): number => {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
};

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);

it.each(files)('%s stays under half of each limit', (file) => {
  const supergraph = supergraphSchema(read('supergraph.graphql'));
  const text = read(`operations/${file}`);
  const document = parse(text);
  const context = new ValidationContext(supergraph, document, new TypeInfo(supergraph), () => undefined);

  expect(validate(supergraph, document, [aliasRule(supergraph)])).toEqual([]);
  expect(text.length).toBeLessThan(limits.bodyBytes / 2);
  expect(tokensOf(text)).toBeLessThan(limits.tokens / 2);
  for (const operation of operationsOf(document)) {
    const asked = { schema: supergraph, listSizes: listSizesOf(supergraph), document, operation };
    expect(countObjects({ ...asked, variables: {} })).toBeLessThan(traffic.heavyObjects / 2);
    expect(depthOf(context, operation)).toBeLessThan(limits.depth / 2);
    expect(aliasCountOf(context, operation)).toBeLessThan(limits.aliases / 2);
  }
});

it('counts tokens as the parser does', () => {
  const text = `{ ${'a '.repeat(limits.tokens / 2)} }`;
  expect(() => parse(text, { maxTokens: tokensOf(text) })).not.toThrow();
  expect(() => parse(text, { maxTokens: tokensOf(text) - 1 })).toThrow();
});
