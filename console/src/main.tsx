import './ui/tokens.css';
import './ui/controls.css';
import './ui/base.css';
import './ui/small-pages.css';
import './ui/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readWhenTold } from './graph/change-stream.ts';
import { findFirstSession, onSession, sessionState, tellOfNewSession } from './graph/session.ts';
import { answers, readAnew } from './graph/use-answer.ts';
import { loadAhead, pages } from './router.tsx';
import { startRouting } from './routing/routing.ts';
import { Broken, UnknownPage } from './shell/broken.tsx';
import { Root } from './shell/root.tsx';

// A page of before asks for a script that is gone since: it is read anew, once.
addEventListener('vite:preloadError', (event) => {
  const key = 'relais:reloaded';
  if (sessionStorage.getItem(key) === location.pathname) return;
  event.preventDefault();
  sessionStorage.setItem(key, location.pathname);
  location.reload();
});

// Its code and words come while it is asked who is signed in.
loadAhead(location.pathname);
// Without an answer one is not signed in, and is shown the way in.
await findFirstSession().catch(() => undefined);
tellOfNewSession();

let was = sessionState().is;
onSession(() => {
  const { is } = sessionState();
  if (was === 'ended' && is === 'signed-in') void readAnew();
  was = is;
});

readWhenTold(() => void readAnew());
startRouting({ pages, unknown: <UnknownPage />, broken: <Broken /> });

const place = document.querySelector('#relais');
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  );
