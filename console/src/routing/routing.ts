import { useSyncExternalStore } from 'react';
import { forgetUnsaved, isUnsaved } from '../graph/unsaved.ts';
import { type Place, type Routed, Routing, type Wish } from './browser-routing.ts';

/** That of the page itself. */
const routing = new Routing(window, { isUnsaved, forgetUnsaved });

export const startRouting = (what: Routed): void => routing.start(what);

export const go = (address: string, wish?: Wish): void => routing.go(address, wish);

export const stay = (): void => routing.stay();

export const usePlace = (): Place => useSyncExternalStore(routing.onPlace, routing.place);
