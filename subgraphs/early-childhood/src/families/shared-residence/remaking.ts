/** The job that makes what is to come of each calendar of shared residence anew: whoever changes what it is made of schedules it. */
export const REMAKE_CALENDARS = 'remake-residence-calendars';
