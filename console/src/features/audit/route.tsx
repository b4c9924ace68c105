import { getRouteApi } from '@tanstack/react-router';
import { AuditPage } from './audit-page.tsx';

const route = getRouteApi('/audit');

export const AuditRoute = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AuditPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
  );
};
