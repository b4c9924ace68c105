import { getRouteApi } from '@tanstack/react-router';
import { WeekPage } from './week-page.tsx';

const route = getRouteApi('/week');

export const WeekRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <WeekPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.q !== search.q, resetScroll: false })}
    />
  );
};
