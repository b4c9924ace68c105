import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { SeekersPage, type Shown } from './seekers-page.tsx';

const route = getRouteApi('/job-seekers');

/** In the memory of the page only, for whoever comes back from a file: no name is written into an address. */
let lookedFor: string | undefined;

export const SeekersRoute = () => {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const [q, setQ] = useState(lookedFor);
  const onSearch = (next: Shown) => {
    lookedFor = next.q;
    setQ(next.q);
    if (next.show !== show) void navigate({ search: { show: next.show }, resetScroll: false });
  };
  return <SeekersPage search={{ show, q }} onSearch={onSearch} />;
};
