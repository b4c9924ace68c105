import { eventsCommand } from '@relais/platform/events/command.ts';
import { agenciesOfCommand } from './agencies-of-command.ts';

/** `npm run events -- lag | replay | rebuild`: what the agencies owe each other, and how to tell it again. */
void eventsCommand(agenciesOfCommand);
