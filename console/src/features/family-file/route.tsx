import { getRouteApi } from '@tanstack/react-router';
import { FilePage } from './file-page.tsx';

const route = getRouteApi('/families/$reference');

export const FileRoute = () => {
  const { reference } = route.useParams();
  return <FilePage key={reference} reference={reference} />;
};
