import type { Context } from '../wing.ts';
import type { SectionOfCentre } from './section.ts';

/** What a change held until its commit is what it was when it was read: nobody has to ask for it again. */
export const knowPlace = (
  { loaders }: Pick<Context, 'loaders'>,
  { centre, section }: SectionOfCentre,
): void => {
  loaders.sections.prime(section.id, section);
  loaders.centres.prime(centre.id, centre);
};
