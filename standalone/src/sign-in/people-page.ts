import { createHash } from 'node:crypto';
import { type Language, languageOf } from '@relais/platform/messages.ts';
import type { DemoAccount } from '../demo-accounts.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; }
ul { list-style: none; padding: 0; }
li { margin: 0.6rem 0; }
button { width: 100%; padding: 0.7rem 1rem; border: 2px solid #0b7a75; border-radius: 8px; background: Canvas; color: CanvasText;
  font: inherit; text-align: start; cursor: pointer; }
button:hover { background: #0b7a7522; }
button:focus-visible, a:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
strong, span { display: block; }
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing runs on these pages, nothing comes from elsewhere, and forms go nowhere but here and back to who asked. */
export const pagePolicy = (asking: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self' ${asking}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const words = {
  fr: {
    title: 'Relais, démonstration : qui êtes-vous ?',
    intro:
      'Ces personnes sont inventées. Choisissez celle dont vous voulez faire le travail ; aucun mot de passe.',
    over: 'Cette connexion est terminée',
    again: 'Elle a peut-être duré trop longtemps. Revenez à Relais et connectez-vous à nouveau.',
    back: 'Revenir à Relais',
  },
  en: {
    title: 'Relais, demonstration: who are you?',
    intro: 'These people are invented. Choose the one whose work you want to do; there is no password.',
    over: 'This sign-in is over',
    again: 'It may have taken too long. Go back to Relais and sign in again.',
    back: 'Back to Relais',
  },
} as const satisfies Record<Language, object>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const page = (language: Language, title: string, content: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;

const choice = ({ sub, name, title, may }: DemoAccount, language: Language): string =>
  `<li><button name="sub" value="${escaped(sub)}"><strong>${escaped(name)}</strong>
<span>${escaped(title[language])} : ${escaped(may[language])}</span></button></li>`;

/** Whom one may be in the demo, as buttons. */
export const peoplePage = (people: readonly DemoAccount[], acceptLanguage: string | undefined): string => {
  const language = languageOf(acceptLanguage);
  const { title, intro } = words[language];
  const choices = people.map((account) => choice(account, language)).join('\n');
  return page(language, title, `<p>${intro}</p>\n<form method="post">\n<ul>\n${choices}\n</ul>\n</form>`);
};

export const failurePage = (acceptLanguage: string | undefined): string => {
  const language = languageOf(acceptLanguage);
  const { over, again, back } = words[language];
  return page(language, over, `<p>${again}</p>\n<p><a href="/">${back}</a></p>`);
};
