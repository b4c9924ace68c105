import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

/** Debian: `apt-get install chromium`; elsewhere `CHROMIUM=/path/to/chromium`. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium does not isolate itself when root runs it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Noted in the page itself, before any of its own scripts runs. */
const NOTE_VIOLATIONS = `globalThis.relaisViolations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  relaisViolations.push(violatedDirective + ' ' + blockedURI));`;

type Options = { readonly width?: number; readonly locale?: string; readonly forcedColors?: 'active' };

const HEIGHT = 900;

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The page as it stands: axe finds nothing, nothing broke the policy, nothing failed, nothing runs out sideways. */
  holds(step: string): Promise<void>;
  /** Until what was asked for has come; the stream of changes stays open, and is not waited for. */
  answered(): Promise<void>;
  close(): Promise<void>;
};

const STREAM = '/events/me';
const LOOK_MS = 50;
/** So long nothing was on its way. */
const QUIET_MS = 500;
const LONGEST_MS = 30_000;

const watchRequests = (page: Page): (() => Promise<void>) => {
  const onTheirWay = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().endsWith(STREAM)) onTheirWay.add(request);
  });
  page.on('requestfinished', (request) => onTheirWay.delete(request));
  page.on('requestfailed', (request) => onTheirWay.delete(request));
  return async () => {
    const until = Date.now() + LONGEST_MS;
    for (let quiet = 0; quiet < QUIET_MS; quiet += LOOK_MS) {
      await wait(LOOK_MS);
      if (onTheirWay.size > 0) quiet = 0;
      assert.ok(
        Date.now() < until,
        `never answered: ${[...onTheirWay].map((each) => each.url()).join(', ')}`,
      );
    }
  };
};

const listenTo = (page: Page, url: string, troubles: string[]): void => {
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) troubles.push(`asked ${request.url()}`);
  });
};

const axeFinds = async (page: Page, axe: string): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
  return Array.isArray(found) ? found.map(String) : ['axe said nothing'];
};

/** A browser of one person, who has just opened Relais. */
export const openVisit = async (
  browser: Browser,
  url: string,
  { width = 1440, locale = 'fr-FR', forcedColors }: Options = {},
): Promise<Visit> => {
  const axe = await readFile(AXE, 'utf8');
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    locale,
    timezoneId: 'America/Montreal',
    ...(forcedColors && { forcedColors }),
  });
  await context.addInitScript(NOTE_VIOLATIONS);
  const page = await context.newPage();
  const troubles: string[] = [];
  listenTo(page, url, troubles);
  const answered = watchRequests(page);
  await page.goto(url);
  // Until its scripts have come there is nothing to look at.
  await page.locator('h1').first().waitFor();
  return {
    page,
    context,
    async holds(step) {
      assert.deepEqual(await page.evaluate('relaisViolations'), [], `${step}: the policy is kept`);
      assert.deepEqual(troubles.splice(0), [], `${step}: nothing fails`);
      const aside = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      assert.ok(aside <= 0, `${step}: ${aside} px run out of the page`);
      // What the bar on top covers for a moment is not as small as it looks.
      await page.evaluate('scrollTo(0, 0)');
      assert.deepEqual(await axeFinds(page, axe), [], `${step}: axe finds nothing`);
    },
    answered,
    close: () => context.close(),
  };
};

/** Signs in from the front page, as one of the demo's people. */
export const signIn = async ({ page }: Visit, sub: string): Promise<void> => {
  await page.locator('a[href^="/session/sign-in"]').first().click();
  await page.locator(`button[value=${sub}]`).click();
  await page.locator('#person').waitFor({ state: 'attached' });
};

/** Until what was asked for has come. */
export const settled = async ({ page, answered }: Visit): Promise<void> => {
  await answered();
  await page.locator('main h1').first().waitFor();
};
