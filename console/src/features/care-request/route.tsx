import { getRouteApi } from '@tanstack/react-router';
import { RequestPage } from './request-page.tsx';

const route = getRouteApi('/care-request/$childId');

export const RequestRoute = () => <RequestPage childId={route.useParams().childId} />;
