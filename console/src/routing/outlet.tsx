import { Component, type ReactNode, useLayoutEffect } from 'react';
import { Dialogs } from '../ui/dialogs.tsx';
import { usePlace } from './routing.ts';

type Props = { readonly children: ReactNode; readonly otherwise: ReactNode };

/** A page that fails says so, in its place; the rest stays, and leads elsewhere. */
class Guarded extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.otherwise : this.props.children;
  }
}

/** Where the page stands: another path is another page, and keeps nothing of the one before. */
export const Outlet = ({ otherwise }: Pick<Props, 'otherwise'>) => {
  const { pathname, shown, visit, top } = usePlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit
  useLayoutEffect(() => {
    if (top === undefined) return;
    scrollTo(0, top);
    if (top === 0) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [visit]);
  return (
    <Guarded key={pathname} otherwise={otherwise}>
      <Dialogs>{shown}</Dialogs>
    </Guarded>
  );
};
