import type { Example } from './serve-graphiql.ts';

export type PageSettings = {
  readonly examples: readonly Example[];
  /** Whether one can sign in here; else the page only takes a token. */
  readonly signsIn: boolean;
};

/** JSON inside a script element must not be able to close it. */
const embedded = (settings: PageSettings): string => JSON.stringify(settings).replace(/</g, '\\u003c');

export const renderPage = (settings: PageSettings): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Relais</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cg fill='none' stroke='%230b7a75' stroke-width='3'%3E%3Cpath d='M16 7 7 24h18z'/%3E%3C/g%3E%3Cg fill='%230b7a75'%3E%3Ccircle cx='16' cy='7' r='4.5'/%3E%3Ccircle cx='7' cy='24' r='4.5'/%3E%3Ccircle cx='25' cy='24' r='4.5'/%3E%3C/g%3E%3C/svg%3E" />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
  </head>
  <body>
    <header class="relais-bar">
      <h1>Relais</h1>
      <p>One query opens a family's whole file</p>
      <nav id="session" aria-label="Session" hidden></nav>
      <label>Token <input name="token" type="password" autocomplete="off" placeholder="of a system, instead" /></label>
      <label>Answers in <select name="language"><option value="fr">français</option><option value="en">English</option></select></label>
    </header>
    <noscript>This page needs JavaScript.</noscript>
    <main id="graphiql"><p class="relais-hint">Opening the editor…</p></main>
    <script type="application/json" id="settings">${embedded(settings)}</script>
    <script src="/graphiql/page.js"></script>
    <script src="/graphiql/graphiql.js" async id="graphiql-code"></script>
  </body>
</html>
`;
