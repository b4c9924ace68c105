import { getRouteApi } from '@tanstack/react-router';
import { DayPage } from './day-page.tsx';

const route = getRouteApi('/day');

export const DayRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <DayPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
};
