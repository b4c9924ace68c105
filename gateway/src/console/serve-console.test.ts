import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { CONSOLE_POLICY } from './serve-console.ts';

const PAGE = '<!doctype html><html lang="fr"><script type="module" src="/assets/main-a1.js"></script></html>';
const SCRIPT = 'console.log("relais");'.repeat(40);

const builtConsole = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'relais-console-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), PAGE);
  await writeFile(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(folder, 'built-of'), 'abc');
  const script = path.join(folder, 'assets/main-a1.js');
  await writeFile(script, SCRIPT);
  await writeFile(`${script}.br`, await promisify(brotliCompress)(SCRIPT));
  await writeFile(`${script}.gz`, await promisify(gzip)(SCRIPT));
  return folder;
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({ console: { folder: await builtConsole() }, graphiql: { examples: [] } });
});
afterAll(() => gateway.close());

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const open = (address: string, headers: Record<string, string> = html) =>
  fetch(gateway.url + address, { headers });

describe('the page', () => {
  it.each(['/', '/week', '/families/NAN-000001?x=1'])(
    'is at %s, under a strict policy, and kept nowhere',
    async (address) => {
      const response = await open(address);
      expect([response.status, await response.text()]).toEqual([
        200,
        PAGE.replace('lang="fr"', 'lang="fr" data-graphiql="yes"'),
      ]);
      expect(response.headers.get('content-security-policy')).toBe(CONSOLE_POLICY);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('lets nothing in from elsewhere, and nothing that is written into it', () => {
    expect(CONSOLE_POLICY).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(CONSOLE_POLICY).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  });

  it('is in the language of the browser', async () => {
    const english = await open('/', { ...html, 'accept-language': 'en-GB' });
    expect(await english.text()).toContain('<html lang="en"');
    expect(english.headers.get('vary')).toContain('accept-language');
  });

  it('is not handed to programs, nor for a script of an older build', async () => {
    const json = { accept: 'application/json' };
    const statuses = [
      await open('/week', json),
      await open('/graphql', json),
      await open('/assets/gone-b2.js'),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('leaves GraphiQL where it is, and leads to it only where there is one', async () => {
    expect(await (await open('/graphiql')).text()).toContain('/graphiql/page.js');
    const without = await testGateway({ console: { folder: await builtConsole() } });
    expect(await (await fetch(without.url, { headers: html })).text()).toBe(PAGE);
    await without.close();
  });
});

/** `fetch` decodes what it is sent; this shows it as it comes. */
const sentFor = (acceptEncoding: string): Promise<{ encoding: string | undefined; length: number }> =>
  new Promise((resolve, reject) => {
    const asked = request(`${gateway.url}/assets/main-a1.js`, {
      headers: { 'accept-encoding': acceptEncoding },
    });
    asked.once('error', reject).end();
    asked.once('response', (response) => {
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
      });
      response.once('end', () => resolve({ encoding: response.headers['content-encoding'], length }));
    });
  });

describe('its files', () => {
  it('are kept by browsers for ever, since their names change with their content', async () => {
    const response = await open('/assets/main-a1.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(SCRIPT);
    expect((await open('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
    ['br;q=0, gzip', 'gzip'],
  ])('come to whoever reads %s as %s', async (accepted, encoding) => {
    const sent = await sentFor(accepted);
    expect(sent.encoding).toBe(encoding);
    expect(sent.length < SCRIPT.length).toBe(encoding !== undefined);
  });

  it.each(['/built-of', '/assets/../built-of', '/..%2Fpackage.json', '/assets/main-a1.js.br'])(
    'are only those of the screens: not %s',
    async (address) => {
      expect((await open(address, { accept: '*/*' })).status).toBe(404);
    },
  );
});
