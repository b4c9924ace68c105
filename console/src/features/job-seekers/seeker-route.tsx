import { getRouteApi } from '@tanstack/react-router';
import { SeekerPage } from './seeker-page.tsx';

const route = getRouteApi('/job-seekers/$id');

export const SeekerRoute = () => <SeekerPage id={route.useParams().id} />;
