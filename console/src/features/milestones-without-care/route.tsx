import { getRouteApi } from '@tanstack/react-router';
import { LackingPage } from './lacking-page.tsx';

const route = getRouteApi('/without-care');

export const LackingRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <LackingPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
  );
};
