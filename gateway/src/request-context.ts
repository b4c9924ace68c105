import type { Purpose } from '@relais/platform/access-log/purposes.ts';
import type { Claims } from '@relais/platform/auth/user.ts';
import type { Log } from '@relais/platform/log.ts';
import type { Language } from '@relais/platform/messages.ts';
import type { Causes } from './missing/causes.ts';
import type { GoHeavy } from './traffic/detour.ts';

/** What the gateway knows of one request, handed to every data source. */
export type GatewayContext = {
  /** The `Authorization` that the request carries, or its session; each subgraph verifies it again. */
  readonly authorization: string;
  readonly user: Claims;
  readonly requestId: string;
  readonly language: Language;
  /** For what they ask; one that their role has. */
  readonly purpose: Purpose;
  readonly log: Log;
  readonly startedAt: number;
  /** Awaited once a question is known to ask for much, before it is asked. */
  readonly goHeavy: GoHeavy;
  /** In process: one context, and so one set of loaders, per subgraph. */
  readonly subgraphContexts: Map<string, Promise<object>>;
  /** Subgraphs that already left this request without an answer; they are not waited for twice. */
  readonly silentSubgraphs: Set<string>;
  /** Why values are missing in what the subgraphs answered. */
  readonly causes: Causes;
};
