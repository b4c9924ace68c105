/**
 * The two limits that are one decision: how many connections a service has to its database, and how much it takes on
 * at once. What is taken on and waits for a connection holds memory and a share of everybody's time, so little more is
 * taken on than the connections carry; the rest waits outside, in turn (docs/decisions/0020-connections-and-questions-are-one-limit.md).
 */
export const connectionsToDatabase = 10;
export const questionsAtOnce = 2 * connectionsToDatabase;
