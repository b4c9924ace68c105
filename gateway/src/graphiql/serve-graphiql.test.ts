import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { pageWords } from './page-words.ts';

const examples = [
  { title: 'Family file', query: '{ families { name } }', variables: { note: '</script><b>' } },
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({ graphiql: { examples } });
});
afterAll(() => gateway.close());

const open = async (path: string, { url }: TestGateway = gateway) => {
  const response = await fetch(url + path);
  return { response, text: await response.text() };
};

const settingsIn = (page: string) => JSON.parse(page.match(/id="settings">(.*)<\/script>/)?.[1] ?? '{}');

it('opens at /graphiql, where / leads, with the examples, from this host only', async () => {
  const { response, text } = await open('/');
  expect(response.url).toBe(`${gateway.url}/graphiql`);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(settingsIn(text)).toMatchObject({ examples, signsIn: false });
  expect(text).not.toContain('</script><b>');
  expect(text.match(/(src|href)="(?!\/graphiql\/|data:)/)).toBeNull();
});

it('speaks French, and English to whom prefers it, as the answers do unless told otherwise', async () => {
  const { text: french } = await open('/');
  const headers = { 'accept-language': 'en-GB,fr;q=0.5' };
  const english = await (await fetch(gateway.url, { headers })).text();
  expect([french, english].map((page) => /<html lang="(..)">/.exec(page)?.[1])).toEqual(['fr', 'en']);
  expect([french, english].map((page) => /<option value="(..)" selected>/.exec(page)?.[1])).toEqual([
    'fr',
    'en',
  ]);
  expect(french).toContain('Une seule requête ouvre tout le dossier d’une famille');
  expect(english).toContain('One query opens a family’s whole file');
  expect(settingsIn(french).words.SIGN_OUT).toBe('Se déconnecter');
});

it('has every word that its script asks for', async () => {
  const { text: script } = await open('/graphiql/page.js');
  const asked = [...script.matchAll(/words\.(\w+)/g)].map(([, word]) => word ?? '');
  expect(asked.length).toBeGreaterThan(8);
  for (const language of ['fr', 'en'] as const)
    expect(Object.keys(pageWords[language])).toEqual(expect.arrayContaining(asked));
});

it.each([
  'graphiql.js',
  'graphiql.css',
  'editor.worker.js',
  'json.worker.js',
  'graphql.worker.js',
  'page.js',
  'page.css',
])('serves %s itself, once per browser', async (file) => {
  const { response, text } = await open(`/graphiql/${file}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(text.length).toBeGreaterThan(500);

  const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
  expect((await fetch(`${gateway.url}/graphiql/${file}`, { headers })).status).toBe(304);
});

it('serves nothing else', async () => {
  const { response } = await open('/graphiql/..%2Fpage.ts');
  expect(response.status).toBe(404);
  expect((await fetch(`${gateway.url}/graphiql/toString`)).status).toBe(404);
});
