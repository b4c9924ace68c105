import { words } from '../messages/words.ts';
import { Icon } from './icons.tsx';
import { sayPhone } from './phone.rules.ts';

/** A number that is called by a click. */
export const Phone = ({ number, name }: { readonly number: string; readonly name: string }) => (
  <a
    href={`tel:${number.replaceAll(/\s/g, '')}`}
    className="row figures"
    aria-label={`${words.call(name)} ${sayPhone(number)}`}
  >
    <Icon name="phone" />
    {sayPhone(number)}
  </a>
);
