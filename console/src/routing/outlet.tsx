import { Component, type ReactNode, useLayoutEffect } from 'react';
import { Dialogs } from '../ui/dialogs.tsx';
import { decoded } from './address.rules.ts';
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

const LOOKS_FOR_MS = 10_000;

/** What an address points at is shown as soon as it is there; answers what ends the wait. */
const showTarget = (id: string): (() => void) => {
  const find = (): boolean => {
    const target = document.getElementById(id);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
    return target !== null;
  };
  const observer = new MutationObserver(() => {
    if (find()) observer.disconnect();
  });
  if (!find()) observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), LOOKS_FOR_MS);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
};

/** Where the page stands: another path is another page, and keeps nothing of the one before. */
export const Outlet = ({ otherwise }: Pick<Props, 'otherwise'>) => {
  const { pathname, shown, visit, top } = usePlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit
  useLayoutEffect(() => {
    if (top === undefined) return;
    scrollTo(0, top);
    const target = decoded(location.hash.slice(1));
    if (top === 0 && target) return showTarget(target);
  }, [visit]);
  return (
    <Guarded key={pathname} otherwise={otherwise}>
      <Dialogs>{shown}</Dialogs>
    </Guarded>
  );
};
