import { getRouteApi } from '@tanstack/react-router';
import { ClosuresPage } from './closures-page.tsx';

const route = getRouteApi('/closures');

export const ClosuresRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ClosuresPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
  );
};
