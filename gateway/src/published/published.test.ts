import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { supergraphSdl } from '../testing/fake-subgraphs.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { type KeptOperations, keepPublished } from './keep-published.ts';
import { idOf, type Manifest, readManifest } from './manifest.ts';
import { manifestText, publish } from './publish.ts';
import { PublishedOperations } from './published-operations.ts';

const FAMILY = `# What a desk asks for.
query OneFamily($reference: String!) {
  family(reference: $reference) { name }
}`;
const REGISTER = 'mutation Register($reference: String!) { register(reference: $reference) { reference } }';
const OTHER = '{ families { name } }';
const variables = { reference: 'FAM-1' };

const sources = (...texts: string[]) => texts.map((text, index) => ({ file: `${index}.graphql`, text }));
const manifest = publish(supergraphSdl, sources(FAMILY, REGISTER));
const hashOf = (name: string, { operations }: Manifest = manifest): string =>
  operations.find((each) => each.name === name)?.id ?? '';

const byHash = (sha256Hash: string, more: object = {}): string =>
  JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } }, ...more });

describe('a gateway with a safelist', () => {
  const operations = new PublishedOperations(manifest);
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await testGateway({ published: () => operations, isExplorable: false });
  });
  afterEach(() => gateway.close());
  const send = (body: string) => gateway.post(body, gateway.jsonHeaders);

  it.each([
    ['by its hash', () => byHash(hashOf('OneFamily'))],
    ['by its hash and its name', () => byHash(hashOf('OneFamily'), { operationName: 'OneFamily' })],
    ['by its hash and its text', () => byHash(hashOf('OneFamily'), { query: FAMILY })],
    ['by its text, comments and all', () => JSON.stringify({ query: FAMILY, variables })],
    [
      'by its words, laid out in another way',
      () => JSON.stringify({ query: FAMILY.replace(/#.*/, '').replaceAll(/\s+/g, ' , '), variables }),
    ],
  ])('answers what is published, %s', async (_way, body) => {
    const { status, body: answer } = await send(body());
    expect([status, answer]).toEqual([200, { data: { family: { name: 'Le Goff' } } }]);
  });

  it('answers a published mutation', async () => {
    const { body } = await send(byHash(hashOf('Register')));
    expect(body).toEqual({ data: { register: { reference: 'FAM-1' } } });
  });

  it.each([
    ['another operation', JSON.stringify({ query: OTHER })],
    ['one field more', JSON.stringify({ query: FAMILY.replace('name', 'name id'), variables })],
    [
      'two operations, one of them published',
      JSON.stringify({ query: `${FAMILY} query Other ${OTHER}`, operationName: 'Other' }),
    ],
    ['introspection', JSON.stringify({ query: '{ __schema { types { name } } }' })],
    ['what federation adds', JSON.stringify({ query: '{ _service { sdl } }' })],
    ['records of an agency', JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' })],
    ['no text that is one', JSON.stringify({ query: '"{ families' })],
    ['nothing', '{}'],
    ['a hash of nothing published', byHash(idOf(OTHER))],
    ['the registration of a hash', byHash(idOf(OTHER), { query: OTHER })],
    ['a published hash for another text', byHash(hashOf('OneFamily'), { query: OTHER })],
    ['a published text under another hash', byHash(hashOf('Register'), { query: FAMILY })],
    ['a published text under no known hash', byHash(idOf(OTHER), { query: FAMILY })],
    ['a hash of another kind', byHash(hashOf('OneFamily')).replace('"version":1', '"version":2')],
    ['the name of a property', byHash('__proto__')],
    ['a batch', `[${byHash(hashOf('OneFamily'))}]`],
  ])('refuses %s before an agency or the parser hears of it', async (_case, body) => {
    const { status, body: answer, headers } = await send(body);
    expect(status).toBe(403);
    expect(answer).toEqual({
      errors: [
        {
          message: expect.stringContaining('Rechargez la page'),
          extensions: {
            code: 'OPERATION_NOT_PUBLISHED',
            service: 'gateway',
            requestId: headers.get('x-request-id'),
          },
        },
      ],
    });
    expect(gateway.agencies.contexts).toEqual([]);
  });

  it('learns nothing from what it was sent', async () => {
    await send(byHash(idOf(OTHER), { query: OTHER }));
    expect((await send(byHash(idOf(OTHER)))).status).toBe(403);
  });

  it('takes no GET, whatever it carries', async () => {
    const extensions = encodeURIComponent(JSON.stringify(JSON.parse(byHash(hashOf('OneFamily'))).extensions));
    const asked = `${gateway.url}/graphql?extensions=${extensions}&variables=%7B%7D`;
    expect((await fetch(asked, { headers: gateway.jsonHeaders })).status).toBe(404);
  });

  it('asks for a token first', async () => {
    const { status } = await gateway.post(JSON.stringify({ query: OTHER }), {
      'content-type': 'application/json',
    });
    expect(status).toBe(401);
  });

  it('lets nobody try hashes without end', async () => {
    let last = await send(byHash(idOf('0')));
    for (let tried = 1; tried < 42; tried += 1) last = await send(byHash(idOf(String(tried))));
    expect(last.status).toBe(429);
  });
});

describe('a gateway that is not to be explored', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await testGateway({ isExplorable: false });
  });
  afterAll(() => gateway.close());
  const english = { 'accept-language': 'en' };

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Family") { fields { name } } }'])(
    'does not say what the schema holds: %s',
    async (query) => {
      const { status, body } = await gateway.ask(query, { headers: english });
      expect([status, body.errors?.map(({ message }) => message)]).toEqual([
        400,
        ['What the schema holds is not told here.'],
      ]);
      expect((await gateway.ask(query)).body.errors?.[0].message).toBe(
        "La description du schéma n'est pas donnée ici.",
      );
    },
  );

  it.each([
    ['{ families { nam } }'],
    ['{ familie { name } }'],
    ['{ family(referenc: "x") { name } }'],
    ['{ families { ... on Famly { name } } }'],
    ['query ($x: Famly) { families { name } }'],
    ['{ families @include(if: true, of: 1) { id } }'],
    ['{ things { name } }'],
  ])('names nothing that was nearly written: %s', async (query) => {
    for (const headers of [english, {}]) {
      const { status, body } = await gateway.ask(query, { headers });
      expect(status).toBe(400);
      expect(JSON.stringify(body)).not.toMatch(/Did you mean|Peut-être/);
    }
  });

  it('still says which type an answer is of', async () => {
    const { body } = await gateway.ask('{ families { __typename } }');
    expect(body.data.families[0].__typename).toBe('Family');
  });
});

describe('publishing', () => {
  const refusal = (...texts: string[]): string => {
    try {
      publish(supergraphSdl, sources(...texts));
      return 'published';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };

  it.each([
    ['no name', OTHER, 'give it a name'],
    ['two operations', 'query A { families { name } } query B { families { name } }', 'hold one operation'],
    ['a field that nobody can see', 'query A { families { hiddenKey } }', 'hiddenKey'],
    ['what the schema lacks', 'query A { families { shoeSize } }', 'shoeSize'],
    ['the schema itself', 'query A { __schema { types { name } } }', 'introspection'],
    ['an alias that shadows', 'query A { families { id: reference } }', 'bears the name'],
    ['a day that is none', 'query A { bookings(on: "2026-02-30") { id } }', 'Argument "on"'],
    [
      'a reserved variable',
      'query A($representations: String!) { family(reference: $representations) { name } }',
      'reserved',
    ],
    ['a subscription', 'subscription A { families { name } }', 'Subscriptions'],
    ['too many words', `query A { families { ${'name '.repeat(3_000)} } }`, '3000 tokens'],
    [
      'too many objects',
      `query A { families { ${'milestones { family { '.repeat(6)} id ${'} } '.repeat(6)} } }`,
      'objects',
    ],
    ['no GraphQL', 'query A {', 'Syntax Error'],
  ])('refuses %s, by the file', (_case, text, said) => {
    expect(refusal(text)).toMatch(/^0\.graphql: /);
    expect(refusal(text)).toContain(said);
  });

  it('refuses one name for two, and nothing at all', () => {
    expect(refusal(FAMILY, FAMILY)).toBe('OneFamily: give each operation a name of its own');
    expect(refusal()).toBe('There is nothing to publish.');
  });

  it('lets what was looked at be longer than what anybody sends', () => {
    expect(refusal(`query A { families { ${'name @include(if: true) '.repeat(150)} } }`)).toBe('published');
  });

  it('writes what it reads', () => {
    expect(readManifest(manifestText(manifest))).toEqual(manifest);
    expect(manifest.operations.map(({ name, type }) => [name, type])).toEqual([
      ['OneFamily', 'query'],
      ['Register', 'mutation'],
    ]);
  });

  const written = manifestText(manifest);
  it.each([
    ['no JSON', 'x', /no manifest/],
    ['no operation', manifestText({ ...manifest, operations: [] }), /no manifest/],
    ['an operation that was changed', written.replace('reference: $reference', 'reference: 1'), /OneFamily/],
  ])('reads no manifest with %s', (_case, text, said) => {
    expect(() => readManifest(text)).toThrow(said);
  });
});

describe('a manifest that changes', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'relais-manifest-')), 'operations.json');
  const told: string[] = [];
  const tell = (_facts: unknown, message?: string) => void told.push(message ?? '');
  let kept: KeptOperations;
  afterAll(() => kept.close());

  const until = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 500 && !isSo(); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isSo()).toBe(true);
  };

  it('is read while all is running; one that cannot be read changes nothing', async () => {
    writeFileSync(file, manifestText(publish(supergraphSdl, sources(FAMILY))));
    kept = keepPublished(file, { info: tell, error: tell } as never, 20);
    expect(kept.current().size).toBe(1);
    writeFileSync(file, manifestText(manifest));
    await until(() => kept.current().size === 2);
    writeFileSync(file, 'half of a mani');
    await until(() => told.some((each) => each.includes('cannot be read')));
    expect(kept.current().size).toBe(2);
  });

  it('must be there at the start', () => {
    expect(() => keepPublished(`${file}.no`, { info: tell, error: tell } as never)).toThrow('ENOENT');
  });
});
