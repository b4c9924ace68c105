import { getRouteApi } from '@tanstack/react-router';
import { FamiliesPage } from './families-page.tsx';

const route = getRouteApi('/families');

export const FamiliesRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <FamiliesPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
};
