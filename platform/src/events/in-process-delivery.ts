import { isOutage } from '../graphql/faults.ts';
import { type Deliver, type RelaisEvent, SubscriberAway } from './event.ts';

type Receiver = { receive(event: RelaisEvent): Promise<void> };

/** In one process an event is a call. An agency that is not up yet, or whose database is away, gets it later. */
export const inProcessDelivery =
  (find: (name: string) => Receiver | undefined): Deliver =>
  async (subscriber, event) => {
    const agency = find(subscriber);
    if (!agency) throw new SubscriberAway(subscriber, 'not running');
    try {
      await agency.receive(event);
    } catch (error) {
      throw isOutage(error) ? new SubscriberAway(subscriber, error) : error;
    }
  };
