import { getRouteApi } from '@tanstack/react-router';
import { ReportPage } from './report-page.tsx';

const route = getRouteApi('/report');

export const ReportRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ReportPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
  );
};
