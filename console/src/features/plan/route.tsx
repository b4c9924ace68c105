import { getRouteApi } from '@tanstack/react-router';
import { PlanPage } from './plan-page.tsx';

const route = getRouteApi('/plan');

export const PlanRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PlanPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
};
