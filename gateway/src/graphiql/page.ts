import type { Language } from '@relais/platform/messages.ts';
import { pageWords, roleNames } from './page-words.ts';
import type { Example } from './serve-graphiql.ts';

export type PageSettings = {
  readonly examples: readonly Example[];
  /** Whether one can sign in here; else the page only takes a token. */
  readonly signsIn: boolean;
};

/** JSON inside a script element must not be able to close it. */
const embedded = (settings: object): string => JSON.stringify(settings).replace(/</g, '\\u003c');

const optionIn = (language: Language, value: Language, name: string): string =>
  `<option value="${value}"${value === language ? ' selected' : ''}>${name}</option>`;

/** In the reader's language; answers come in the same, unless another is chosen. */
export const renderPage = (settings: PageSettings, language: Language): string => {
  const words = pageWords[language];
  const ready = { ...settings, words, roles: roleNames[language] };
  return `<!doctype html>
<html lang="${language}">
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
      <p>${words.SUBTITLE}</p>
      <nav id="session" aria-label="${words.SESSION}" hidden></nav>
      <label>${words.TOKEN} <input name="token" type="password" autocomplete="off" placeholder="${words.TOKEN_HINT}" /></label>
      <label>${words.ANSWERS_IN} <select name="language">${optionIn(language, 'fr', 'français')}${optionIn(language, 'en', 'English')}</select></label>
    </header>
    <noscript>${words.NEEDS_JAVASCRIPT}</noscript>
    <main id="graphiql"><p class="relais-hint">${words.OPENING}</p></main>
    <script type="application/json" id="settings">${embedded(ready)}</script>
    <script src="/graphiql/page.js"></script>
    <script src="/graphiql/graphiql.js" async id="graphiql-code"></script>
  </body>
</html>
`;
};
