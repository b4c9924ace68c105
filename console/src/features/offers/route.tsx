import { getRouteApi } from '@tanstack/react-router';
import { OffersPage } from './offers-page.tsx';

const route = getRouteApi('/offers');

export const OffersRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <OffersPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
  );
};
