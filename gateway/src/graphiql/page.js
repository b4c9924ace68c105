// Runs in the browser: signs people in and out, and opens GraphiQL. It never holds a token of a person.
const settings = JSON.parse(document.querySelector('#settings').textContent);
const { words, roles } = settings;
const sessionPlace = document.querySelector('#session');
const tokenField = document.querySelector('[name=token]');
const languageChoice = document.querySelector('[name=language]');
const place = document.querySelector('#graphiql');
const otherTabs = new BroadcastChannel('relais-session');

const SIGN_IN = '/session/sign-in?return=/graphiql';
/** Which session this browser was last seen with, so that the other tabs are told of another one, once. */
const SEEN = 'relais:session';

const workers = { graphql: 'graphql', json: 'json', editorWorkerService: 'editor' };
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/graphiql/${workers[label] ?? 'editor'}.worker.js`,
};

let session = { signedIn: false };

const remember = (field, key) => {
  const kept = sessionStorage.getItem(key);
  if (kept !== null && [...field.options].some(({ value }) => value === kept)) field.value = kept;
  field.addEventListener('change', () => sessionStorage.setItem(key, field.value));
};

/** An example names a role in words. */
const roleName = (role) => roles[role.toUpperCase().replaceAll(/[ -]/g, '_')] ?? role;

const token = () => tokenField.value.trim().replace(/^Bearer /i, '');

const element = (name, properties) => Object.assign(document.createElement(name), properties);

const hint = (text) => place.replaceChildren(element('p', { className: 'relais-hint', textContent: text }));

const askWho = async () => {
  const response = await fetch('/session', { headers: { accept: 'application/json' } });
  return response.ok ? response.json() : { signedIn: false };
};

const signOut = async (wish) => {
  const response = await fetch('/session/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-relais-session': session.session },
    body: JSON.stringify(wish),
  });
  const { notConfirmed = [] } = await response.json();
  localStorage.removeItem(SEEN);
  otherTabs.postMessage('changed');
  return notConfirmed;
};

const leave = async (wish) => {
  const notConfirmed = await signOut(wish);
  if (notConfirmed.length > 0) alert(words.NOT_CONFIRMED.replace('{names}', notConfirmed.join(', ')));
  location.assign('/graphiql');
};

const changePerson = async () => {
  await signOut({ keepsWork: true });
  location.assign(SIGN_IN);
};

const button = (textContent, onclick) => element('button', { type: 'button', textContent, onclick });

const showSession = (said = '') => {
  sessionPlace.hidden = false;
  if (!session.signedIn) {
    const link = element('a', { href: SIGN_IN, textContent: words.SIGN_IN });
    sessionPlace.replaceChildren(element('span', { role: 'status', textContent: said }), link);
    return;
  }
  sessionPlace.replaceChildren(
    element('span', { id: 'person', textContent: `${session.name} · ${roleName(session.role)}` }),
    button(words.CHANGE_PERSON, changePerson),
    button(words.SIGN_OUT, () => leave({})),
    button(words.SIGN_OUT_EVERYWHERE, () => leave({ everywhere: true })),
  );
};

/** A session that ended takes nothing of the work with it; another person's shows the page anew. */
const lookAgain = async () => {
  const before = session.session;
  session = await askWho();
  if (session.signedIn && session.session !== before) location.reload();
  if (!session.signedIn) showSession(words.SESSION_ENDED);
};

const credentials = (given = {}) => {
  if (token()) return { authorization: `Bearer ${token()}` };
  const bringsOwn = Object.keys(given).some((name) => name.toLowerCase() === 'authorization');
  return session.signedIn && !bringsOwn ? { 'x-relais-session': session.session } : {};
};

const ask = async (request, options = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': languageChoice.value,
      ...credentials(options.headers),
      ...options.headers,
    },
    body: JSON.stringify({
      query: request.query,
      variables: request.variables,
      operationName: request.operationName,
    }),
  });
  if (response.status === 401 && session.signedIn && !token()) await lookAgain();
  return response.json();
};

/** Whoever opens a tab is told what it shows, and as whom to ask it. */
const withHeading = ({ title, query, role }) => {
  const text = query.trimStart().startsWith('#') ? query.trim() : `# ${title}\n${query.trim()}`;
  return role ? `# ${words.SIGN_IN_AS.replace('{role}', roleName(role))}\n${text}` : text;
};

const tabs = settings.examples.map(({ variables, ...example }) => ({
  query: withHeading(example),
  variables: JSON.stringify(variables, null, 2),
}));

const open = () => {
  if (!globalThis.YogaGraphiQL) return;
  if (!token() && !session.signedIn) {
    hint(settings.signsIn ? words.SIGN_IN_ABOVE : words.PASTE_TOKEN);
    return;
  }
  const root = document.createElement('div');
  place.replaceChildren(root);
  globalThis.YogaGraphiQL.renderYogaGraphiQL(root, {
    title: 'Relais',
    logo: '',
    fetcher: ask,
    shouldPersistHeaders: false,
    onEditQuery: () => undefined,
    // Tabs are kept between visits; the first example is opened again when it is not among them.
    ...(tabs.length > 0 && { defaultTabs: tabs, ...tabs[0] }),
  });
};

const findSession = async () => {
  session = await askWho();
  showSession();
  const seen = session.session ?? '';
  if (seen !== (localStorage.getItem(SEEN) ?? '')) otherTabs.postMessage('changed');
  localStorage.setItem(SEEN, seen);
  otherTabs.onmessage = () => location.reload();
};

remember(languageChoice, 'relais:language');
tokenField.addEventListener('change', open);
const found = settings.signsIn ? findSession() : undefined;
// The editor is large: one can sign in before it is there.
addEventListener('load', async () => {
  await found;
  open();
});
