import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import { freePort } from '../../src/testing/free-port.ts';
import { askInPage, openStage, type Stage } from './stage.ts';

const { caseworker, advisor } = demoAccounts;
const TOKEN = /eyJ[\w-]{20}/;

export type Case = {
  readonly name: string;
  readonly run: (browser: Browser, stage: Stage, folder: string) => Promise<void>;
};

/** Everything that a script on the page could find. */
const WITHIN_REACH = `JSON.stringify([document.documentElement.outerHTML, document.cookie, {...localStorage}, {...sessionStorage}])`;

const signsIn: Case = {
  name: 'somebody signs in, and the page holds no token',
  async run(browser, stage) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await stage.signIn(page, caseworker.sub);
    assert.match((await page.locator('#person').textContent()) ?? '', /Solène Haddad-Morin · caseworker/);
    assert.equal((await answered).status(), 200, 'the editor reads the schema');
    assert.deepEqual(await askInPage(page), [200]);
    const reach = String(await page.evaluate(WITHIN_REACH));
    assert.doesNotMatch(reach, TOKEN);
    assert.ok(!reach.includes((await stage.cookieOf(context)).value));
    await context.close();
  },
};

const renews: Case = {
  name: 'two tabs with forty requests renew once',
  async run(browser, stage) {
    const context = await browser.newContext();
    const tabs = [await context.newPage(), await context.newPage()] as const;
    await stage.signIn(tabs[0], caseworker.sub);
    await tabs[1].goto(stage.url);
    await tabs[1].locator('#person').waitFor();
    const before = await stage.sessionOf(context);
    await stage.age(context, 30_000);
    const asked = stage.counted.asked;
    const statuses = await Promise.all(tabs.map((tab) => askInPage(tab, 20)));
    assert.deepEqual(new Set(statuses.flat()), new Set([200]));
    assert.equal(stage.counted.asked - asked, 1);
    assert.notEqual((await stage.sessionOf(context)).token, before.token);
    await context.close();
  },
};

const changes: Case = {
  name: 'another person in one tab is another person in the other, and the old handle is refused',
  async run(browser, stage) {
    const context = await browser.newContext();
    const [one, other] = [await context.newPage(), await context.newPage()];
    await stage.signIn(one, caseworker.sub);
    await other.goto(stage.url);
    await other.locator('#person').waitFor();
    const old = String(await other.evaluate('session.session'));
    await one.getByRole('button', { name: 'Change person' }).click();
    await one.locator(`button[value=${advisor.sub}]`).click();
    await one.getByText(advisor.name).waitFor();
    await other.getByText(advisor.name).waitFor();
    assert.deepEqual(await askInPage(other, 1, old), [401]);
    assert.deepEqual(await askInPage(other), [200]);
    await context.close();
  },
};

const twoProfiles: Case = {
  name: 'two people in two profiles; one signs out here, the other stays; a copied cookie is dead',
  async run(browser, stage) {
    const [first, second, thief] = [
      await browser.newContext(),
      await browser.newContext(),
      await browser.newContext(),
    ];
    const [one, other] = [await first.newPage(), await second.newPage()];
    await stage.signIn(one, caseworker.sub);
    await stage.signIn(other, advisor.sub);
    const tab = await first.newPage();
    await tab.goto(stage.url);
    await tab.locator('#person').waitFor();
    const handle = String(await one.evaluate('session.session'));
    await thief.addCookies([await stage.cookieOf(first)]);
    await one.getByRole('button', { name: 'Sign out', exact: true }).click();
    await one.getByRole('link', { name: 'Sign in' }).waitFor();
    await tab.getByRole('link', { name: 'Sign in' }).waitFor();
    assert.equal(stage.endings.at(-1)?.everywhere, false);
    assert.deepEqual(await askInPage(other), [200]);
    const stolen = await thief.newPage();
    await stolen.goto(stage.url);
    assert.deepEqual(await askInPage(stolen, 1, handle), [401]);
    for (const context of [first, second, thief]) await context.close();
  },
};

const everywhere: Case = {
  name: 'signing out everywhere asks for all sessions of the person, and leaves nothing in the browser',
  async run(browser, stage) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await stage.signIn(page, caseworker.sub);
    await page.evaluate("localStorage.setItem('left', 'behind')");
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    const ending = stage.endings.at(-1);
    assert.deepEqual([ending?.everywhere, ending?.session.sub], [true, caseworker.sub]);
    assert.equal(await page.evaluate("localStorage.getItem('left')"), null);
    await assert.rejects(() => stage.cookieOf(context));
    await context.close();
  },
};

const PAUSE_MS = 1_000;

const endsAmidWork: Case = {
  name: 'a session that the issuer ends amid work says so, and keeps what was written',
  async run(browser, stage) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await stage.signIn(page, caseworker.sub);
    await page.locator('.graphiql-execute-button').waitFor();
    await page.locator('.graphiql-query-editor .view-lines').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('query Unfinished { families { name } }');
    // GraphiQL keeps what is in its tabs half a second after the last key: a person is not faster.
    await page.waitForTimeout(PAUSE_MS);
    await stage.endAtIssuer(context);
    await stage.age(context, 30_000);
    await page.locator('.graphiql-execute-button').click();
    await page.getByRole('status').getByText('Your session has ended').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.locator(`button[value=${caseworker.sub}]`).click();
    await page.locator('#person').waitFor();
    // Opened anew, the editor shows the first example beside the tabs that it has kept.
    await page.locator('.graphiql-tab').getByText('Unfinished').click();
    await page.locator('.graphiql-query-editor').getByText('Unfinished').first().waitFor();
    await context.close();
  },
};

const foreignPage: Case = {
  name: 'a page on another port of this machine gets nothing done, by form or by script',
  async run(browser, stage) {
    const port = await freePort();
    const target = `${stage.url}/graphql`;
    const form = `<form method="post" enctype="text/plain" action="${target}"><input name='{"query":"{ families { name } }","x":"' value='"}'></form>`;
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>elsewhere</title>${form}`);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const context = await browser.newContext();
    const page = await context.newPage();
    await stage.signIn(page, caseworker.sub);
    await page.goto(`http://localhost:${port}/`);
    const before = stage.asked.length;
    const byScript = `fetch('${target}', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"query":"{ families { name } }"}' }).then(() => 'sent', () => 'stopped')`;
    await page.evaluate(byScript);
    const answered = page.waitForResponse((response) => response.url() === target);
    await page.evaluate('document.forms[0].submit()');
    assert.equal((await answered).status(), 403);
    assert.equal(stage.asked.length, before);
    await context.close();
    server.close();
  },
};

const foreignIssuer: Case = {
  name: 'with an issuer on another site one arrives signed in, at the first sight of the page',
  async run(browser, _stage, folder) {
    const stage = await openStage(folder, true);
    const context = await browser.newContext();
    const page = await context.newPage();
    const sights: boolean[] = [];
    page.on('response', async (response) => {
      if (response.url() === `${stage.url}/session`) sights.push((await response.json()).signedIn);
    });
    await stage.signIn(page, caseworker.sub);
    assert.notEqual(new URL(stage.home).hostname, new URL(stage.url).hostname);
    assert.deepEqual(sights, [false, true]);
    assert.deepEqual(await askInPage(page), [200]);
    await context.close();
    await stage.close();
  },
};

export const cases: readonly Case[] = [
  signsIn,
  renews,
  changes,
  twoProfiles,
  everywhere,
  endsAmidWork,
  foreignPage,
  foreignIssuer,
];
