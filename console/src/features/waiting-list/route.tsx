import { getRouteApi } from '@tanstack/react-router';
import { WaitingPage } from './waiting-page.tsx';

const route = getRouteApi('/waiting');

export const WaitingRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <WaitingPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.q !== search.q, resetScroll: false })}
    />
  );
};
