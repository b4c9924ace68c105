import { Front } from './front.tsx';
import { Shell } from './shell.tsx';
import { usePerson } from './use-session.ts';

export const Root = () => {
  const person = usePerson();
  return person ? <Shell person={person} /> : <Front />;
};
