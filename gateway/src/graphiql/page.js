// Runs in the browser: signs requests with the chosen user's token and opens GraphiQL.
const settings = JSON.parse(document.querySelector('#settings').textContent);
const userChoice = document.querySelector('[name=user]');
const mayLine = document.querySelector('[name=may]');
const tokenField = document.querySelector('[name=token]');
const languageChoice = document.querySelector('[name=language]');
const place = document.querySelector('#graphiql');

const workers = { graphql: 'graphql', json: 'json', editorWorkerService: 'editor' };
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/graphiql/${workers[label] ?? 'editor'}.worker.js`,
};

const remember = (field, key) => {
  const kept = sessionStorage.getItem(key);
  if (kept !== null && [...(field.options ?? [{ value: kept }])].some(({ value }) => value === kept))
    field.value = kept;
  field.addEventListener('change', () => sessionStorage.setItem(key, field.value));
};

const roleName = (role) => role.toLowerCase().replaceAll('_', ' ');

const token = () => {
  if (settings.demoUsers.length === 0) return tokenField.value.trim().replace(/^Bearer /i, '');
  return settings.demoUsers[Number(userChoice.value)]?.token ?? '';
};

const ask = async (request, options = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token()}`,
      'accept-language': languageChoice.value,
      ...options.headers,
    },
    body: JSON.stringify({
      query: request.query,
      variables: request.variables,
      operationName: request.operationName,
    }),
  });
  return response.json();
};

/** Whoever tries something that is not allowed should have been told. */
const sayWhatOneMay = () => {
  const user = settings.demoUsers[Number(userChoice.value)];
  mayLine.hidden = user === undefined;
  mayLine.textContent = user ? `who ${user.may}` : '';
};

/** Whoever opens a tab is told what it shows, and as whom to ask it. */
const withHeading = ({ title, query, role }) => {
  const text = query.trimStart().startsWith('#') ? query.trim() : `# ${title}\n${query.trim()}`;
  return role ? `# Sign in as: ${roleName(role)}\n${text}` : text;
};

const tabs = settings.examples.map(({ variables, ...example }) => ({
  query: withHeading(example),
  variables: JSON.stringify(variables, null, 2),
}));

const hint = (text) => {
  const line = document.createElement('p');
  line.className = 'relais-hint';
  line.textContent = text;
  place.replaceChildren(line);
};

const open = () => {
  if (!globalThis.YogaGraphiQL) return;
  if (!token()) {
    hint('Paste a bearer token above to read the schema and send queries.');
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

for (const [index, { name, role }] of settings.demoUsers.entries()) {
  userChoice.append(new Option(`${name} · ${roleName(role)}`, String(index)));
}
document.querySelector(settings.demoUsers.length > 0 ? '#demo-user' : '#own-token').hidden = false;
remember(userChoice, 'relais:user');
remember(tokenField, 'relais:token');
remember(languageChoice, 'relais:language');
userChoice.addEventListener('change', sayWhatOneMay);
sayWhatOneMay();
tokenField.addEventListener('change', open);
document.querySelector('#graphiql-code')?.addEventListener('load', open);
addEventListener('load', () => place.querySelector('.relais-hint') && open());
