import { getRouteApi } from '@tanstack/react-router';
import { SeekersPage } from './seekers-page.tsx';

const route = getRouteApi('/job-seekers');

export const SeekersRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SeekersPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.q !== search.q, resetScroll: false })}
    />
  );
};
