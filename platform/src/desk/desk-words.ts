import { enumOf } from '../graphql/enums.ts';

export const DeskUrgency = enumOf('DeskUrgency', 'How soon somebody must see to something, soonest first.', {
  NOW: 'Something is lost within 24 hours unless it is seen to.',
  TODAY: 'It is to be seen to today, or should have been before.',
  SOON: 'Within the seven days that follow today.',
  LATER: 'After that.',
});
export type DeskUrgency = keyof typeof DeskUrgency;

export const DeskOrder = enumOf('DeskOrder', 'How a desk is sorted.', {
  MOST_URGENT_FIRST: 'By urgency, then by `dueAt`.',
  EARLIEST_FIRST: 'By `dueAt` alone.',
});
export type DeskOrder = keyof typeof DeskOrder;

/** Of all agencies, since their lists are put together. */
export const DeskAction = enumOf('DeskAction', 'What can be done about something at a desk.', {
  OPEN_FILE: 'Open the family’s file.',
  CALL_FAMILY: 'Call the family: their answer is needed.',
  OFFER_PLACE: 'Offer a place: `offerPlace`.',
  PROPOSE_ALTERNATIVE: 'Propose another solution: `proposeAlternative`.',
  ACCEPT_OFFER: 'Note that the family takes the place: `acceptOffer`.',
  DECLINE_OFFER: 'Note that the family does not: `declineOffer`.',
  WITHDRAW_OFFER: 'Take the offer back: `withdrawOffer`.',
  ADMIT_CHILD: 'Admit the child: `admitChild`.',
  COVER_MILESTONE: 'Book care for the milestone: `coverMilestone`.',
  GIVE_PLACE_BACK: 'Give the booked place back: `cancelBooking`, or `uncoverMilestone`.',
  MOVE_BOOKING: 'Move the booked care: `moveBooking`.',
  RECORD_ATTENDANCE: 'Note whether the child came: `recordAttendance`.',
  CHANGE_PLACEMENT: 'Agree on other care from a day on: `changePlacement`.',
  WITHDRAW_CLOSURE: 'Open after all: `withdrawClosure`.',
  COMPLETE_REGISTRATION: 'Register the family, or name its file: `completeRegistrationRequest`.',
  REFUSE_REGISTRATION: 'Make no file of it, and say why: `refuseRegistrationRequest`.',
  COMPLETE_TASK: 'Tick the task off: `completeTask`.',
  ANSWER_REFERRAL: 'Accept or decline the referral: `answerReferral`.',
  MARK_REFERRAL_SEEN: 'Note that it was seen: `markReferralSeen`.',
  ANSWER_MEMBERSHIP_REQUEST: 'Accept or decline who asks to follow the family: `answerMembershipRequest`.',
  REVIEW_BREAK_GLASS: 'Look at why a file was opened in an emergency: `reviewBreakGlass`.',
  REVIEW_RESTRICTION: 'Keep the file restricted, or lift it: `changeRestriction`, `liftRestriction`.',
  CONFIRM_MILESTONE: 'Note that it will take place: `confirmMilestone`.',
  MOVE_MILESTONE: 'Put it at another time: `moveMilestone`.',
  CANCEL_MILESTONE: 'Call it off: `cancelMilestone`.',
  RECORD_MILESTONE_OUTCOME: 'Note what became of it: `recordMilestoneOutcome`.',
  RECORD_FOLLOW_UP: 'Note how the work goes on: `recordFollowUp`.',
});
export type DeskAction = keyof typeof DeskAction;
