import type { Page } from 'playwright-core';

const ASK = `async ({ query, variables }) => {
  const { session } = await (await fetch('/session', { headers: { accept: 'application/json' } })).json();
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-relais-session': session };
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return answer.json();
}`;

/** What a scenario needs and no screen is proved by: the graph is asked for it, as whoever is signed in on the page. */
export const asksGraph = async (page: Page, query: string, variables: object): Promise<unknown> => {
  const asked = JSON.stringify({ query, variables });
  return page.evaluate(`(${ASK})(${asked})`);
};
