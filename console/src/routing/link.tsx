import type { ComponentProps } from 'react';
import type { Addresses, Path } from '../addresses.ts';
import { addressOf } from './address.rules.ts';
import { go } from './routing.ts';

type Anchor = Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'target'>;

/** A link to each page: with what its path names, and with nothing that it would not read. */
export type Target = {
  [To in Path]: { readonly to: To; readonly hash?: string | undefined } & Addresses[To];
}[Path];

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: React.MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** In a tab or window of its own when somebody asks the browser for that. */
export const Anchored = ({ href, ...rest }: Anchor & { readonly href: string }) => (
  <a
    href={href}
    onClick={(event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(href);
    }}
    {...rest}
  />
);

export const Link = ({ to, params, search, hash, ...rest }: Target & Anchor) => (
  <Anchored href={addressOf({ to, params, search, hash })} {...rest} />
);
