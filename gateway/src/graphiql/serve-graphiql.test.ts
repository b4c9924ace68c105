import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';

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

it('opens at / with the examples, from this host only', async () => {
  const { response, text } = await open('/');
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(settingsIn(text)).toEqual({ examples, signsIn: false });
  expect(text).not.toContain('</script><b>');
  expect(text.match(/(src|href)="(?!\/graphiql\/|data:)/)).toBeNull();
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
