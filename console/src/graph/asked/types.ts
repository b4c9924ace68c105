// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An offer that the family takes. */
export type AcceptOfferInput = {
  /** The offer. */
  offerId: string;
  /** Its version when it was read. */
  version: number;
};

/** Why AcceptOfferRefusal was given. */
export type AcceptOfferRefusalReason =
  /** The offer is accepted already. */
  | 'ALREADY_ACCEPTED'
  /** The family has declined the offer already. */
  | 'ALREADY_DECLINED'
  /** The offer is withdrawn already. */
  | 'ALREADY_WITHDRAWN'
  /** Some of what was held was given back in the meantime: withdraw the offer and make another. */
  | 'NO_PLACE_LEFT'
  /** The offer expired without an answer; the place was given back. */
  | 'OFFER_EXPIRED'
  /** The offer has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such offer. */
  | 'UNKNOWN_OFFER';

/** Something to be done for a family. */
export type AddTaskInput = {
  /** Who is to do it; you yourself when absent. */
  assignee?: ProfessionalInput | null | undefined;
  /** The last day to do it, today or later. */
  dueOn: string;
  /** The family. */
  familyId: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** What is to be done. */
  title: string;
};

/** Why AddTaskRefusal was given. */
export type AddTaskRefusalReason =
  /** This person does not follow the family and would not see the task. Send a referral first. */
  | 'ASSIGNEE_DOES_NOT_FOLLOW'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** The due day is past. */
  | 'DUE_IN_THE_PAST'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** This person is not in the directory. Search by name, or ask the administrator of their agency to record them. */
  | 'UNKNOWN_PROFESSIONAL';

/** A postal address. */
export type AddressInput = {
  /** City. */
  city: string;
  /** Five digits. */
  postalCode: string;
  /** Number and street. */
  street: string;
};

/** A child whose family took a place of weekly care. */
export type AdmitChildInput = {
  /** The request whose offer the family accepted. */
  careRequestId: string;
  /** Short hours in which the child gets used to the centre, in four weeks at most. The agreed hours begin the day after the last of them, and not before the first day offered; what was held for the days before is given back. They are due as all care is. */
  familiarisation?: Array<FamiliarisationStayInput> | null | undefined;
  /** Made by the client, id of the placement, so that sending again admits once. */
  id?: string | null | undefined;
  /** A place kept for a parent who looks for work: in AVIP centres, for 6 months at most. */
  isInsertionContract?: boolean;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** The version of the request when it was read. */
  version: number;
};

/** Why AdmitChildRefusal was given. */
export type AdmitChildRefusalReason =
  /** This centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** A day of familiarisation is no longer than the longest day agreed. */
  | 'FAMILIARISATION_OVER_AGREED_HOURS'
  /** Familiarisation lasts four weeks at most, begins four weeks before the agreed hours at the earliest, and ends before the last day. */
  | 'FAMILIARISATION_TOO_LONG'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** Only an AVIP centre keeps places for parents who look for work. */
  | 'NOT_AN_AVIP_CENTRE'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** The centre is not open for all of this time. */
  | 'OUTSIDE_OPENING_HOURS'
  /** An insertion contract lasts six months at most: the offer is for a longer period. */
  | 'OVER_SIX_MONTHS'
  /** Familiarisation included, a placement lasts less than twelve months: the offer is for too long a period. */
  | 'OVER_TWELVE_MONTHS'
  /** The section is full at that time. */
  | 'SECTION_FULL'
  /** The request has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** Long-term care starts next Monday at the earliest. */
  | 'STARTS_BEFORE_NEXT_MONDAY'
  /** The start has passed; an emergency may start with the half-hour that runs, not earlier. */
  | 'STARTS_IN_THE_PAST'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** The request has no accepted offer, or it is placed already. */
  | 'STEP_NOT_ALLOWED'
  /** Care is booked two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** There is no such request. */
  | 'UNKNOWN_CARE_REQUEST'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** There is no such section. */
  | 'UNKNOWN_SECTION';

/** An adult of a family. */
export type AdultInput = {
  /** Day of birth, where known. */
  birthDate?: string | null | undefined;
  /** First name. */
  firstName: string;
  /** Made by the client, so that sending again adds once. */
  id?: string | null | undefined;
  /** Last name. */
  lastName: string;
  /** An interpreter is needed. */
  needsInterpreter?: boolean;
  /** Telephone, French or international; stored as `+33612345678`. */
  phone?: string | null | undefined;
  /** Language to speak in, as a BCP 47 tag. */
  preferredLanguage?: string;
};

/** What an agency is here for, as the city has admitted it. */
export type AgencyKind =
  /** The services that see to benefits and follow families. */
  | 'BENEFITS'
  /** The service point and the centres. */
  | 'CARE'
  /** The employment services. */
  | 'JOB_SEARCH';

/** An engagement contract that was signed with a job seeker you follow. */
export type AgreeEngagementContractInput = {
  /** An id chosen by the client (UUID): sending it again is harmless. */
  id?: string | null | undefined;
  /** The job seeker, one you follow. */
  jobSeekerId: string;
  /** The day it was signed; the newest contract holds. */
  signedOn: string;
  /** The version you saw. */
  version: number;
  /** Hours of activity a week, 15 to 35. */
  weeklyHours: number;
};

/** Why AgreeEngagementContractRefusal was given. */
export type AgreeEngagementContractRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** Hours go from 15 a week (service-public F14926) to 35 (code du travail L3121-27). */
  | 'CONTRACT_HOURS_OUT_OF_RANGE'
  /** A contract of this day, or a newer one, is on file already. */
  | 'CONTRACT_NOT_NEWER'
  /** This job-seeker file is closed. */
  | 'FILE_CLOSED'
  /** The contract cannot be signed before the registration. */
  | 'SIGNED_BEFORE_REGISTRATION'
  /** A contract is recorded once it is signed. */
  | 'SIGNED_IN_THE_FUTURE'
  /** The job-seeker file has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** You follow no such job seeker. */
  | 'UNKNOWN_JOB_SEEKER';

/** Days on which the child of a placement will not come. */
export type AnnounceAbsenceInput = {
  /** First day of the absence, today at the earliest. */
  from: string;
  /** The placement. */
  placementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, in the words of the family. */
  reason: string;
  /** Last day of the absence, 31 days at most; what is longer is a suspension. */
  to: string;
  /** Its version when it was read. */
  version: number;
};

/** Why AnnounceAbsenceRefusal was given. */
export type AnnounceAbsenceRefusalReason =
  /** An absence of more than 31 days is a suspension of the placement. */
  | 'ABSENCE_TOO_LONG'
  /** The placement is over. */
  | 'ALREADY_ENDED'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** The placement is suspended. Resume it first. */
  | 'IS_SUSPENDED'
  /** The day, or every day of some hours that were given, lies outside the placement, or outside its renewal. */
  | 'OUTSIDE_PLACEMENT'
  /** The last day comes before the first. */
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  /** Say why. */
  | 'REASON_MISSING'
  /** The placement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such placement. */
  | 'UNKNOWN_PLACEMENT';

/** The answer to somebody who asks to follow a family. */
export type AnswerMembershipRequestInput = {
  /** Whether they may follow it. */
  answer: MembershipAnswer;
  /** Why not; needed when declining. */
  declineReason?: string | null | undefined;
  /** The request. */
  requestId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why AnswerMembershipRequestRefusal was given. */
export type AnswerMembershipRequestRefusalReason =
  /** This request has been answered already. */
  | 'ANSWERED_ALREADY'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** The lead answers this; where the family has none, a coordinator of the service point does. */
  | 'NOT_YOURS_TO_ANSWER'
  /** Declining needs a reason. */
  | 'REASON_NEEDED'
  /** A reason goes with declining only. */
  | 'REASON_OF_A_GRANT'
  /** The request has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** There is no such request. */
  | 'UNKNOWN_REQUEST'
  /** This is your own request: somebody else answers it. */
  | 'YOUR_OWN_REQUEST';

/** The answer to a referral. */
export type AnswerReferralInput = {
  /** Whether you take care of it. */
  decision: ReferralDecision;
  /** Why not; needed when declining. */
  reason?: string | null | undefined;
  /** The referral. */
  referralId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why AnswerReferralRefusal was given. */
export type AnswerReferralRefusalReason =
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** The referral has been decided, or it has expired; once seen, it is not seen again. */
  | 'FORBIDDEN_STEP'
  /** This referral is not addressed to you. */
  | 'NOT_FOR_YOU'
  /** Declining needs a reason. */
  | 'REASON_NEEDED'
  /** A reason goes with declining only. */
  | 'REASON_OF_AN_ACCEPTANCE'
  /** The referral has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** There is no such referral. */
  | 'UNKNOWN_REFERRAL';

/** What is noted of one child at the door. */
export type AttendanceLineInput = {
  /** When it really was, on the day of care; also when it is sent later, as after the network was away. */
  at: string;
  /** The booking of the child. */
  bookingId: string;
  /** Made by the client when it is noted: sent again, also days later, it is noted once. */
  id: string;
  /** What is noted. */
  kind: AttendanceWordKind;
};

/** Why AttendanceLineRefusal was given. */
export type AttendanceLineRefusalReason =
  /** Attendance or absence is noted already. */
  | 'ALREADY_ATTENDED'
  /** This time is of another day than the care. */
  | 'ANOTHER_DAY'
  /** The care booked was over at that time. */
  | 'CARE_IS_OVER'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The time lies more than five minutes ahead of the clock here. */
  | 'IN_THE_FUTURE'
  /** The departure is not after the arrival, or, where that was not noted, not after the start of care. */
  | 'LEFT_BEFORE_ARRIVAL'
  /** The arrival of the child is not noted: note it first. */
  | 'NOT_ARRIVED'
  /** The booking is only held for an offer, which is made for that time, or is cancelled. */
  | 'NOT_CONFIRMED'
  /** Care has not started yet. */
  | 'NOT_STARTED_YET'
  /** Somebody is changing the same right now: send this line again. */
  | 'TRY_AGAIN'
  /** There is no such booking. */
  | 'UNKNOWN_BOOKING';

/** Whether a child who was expected came. */
export type AttendanceOutcome =
  /** The child did not come. */
  | 'ABSENT'
  /** The child came. */
  | 'ATTENDED';

/** What is noted at the door of a centre. */
export type AttendanceWordKind =
  /** The child, who was expected by now, did not come. */
  | 'ABSENT'
  /** The child arrives. */
  | 'ARRIVED'
  /** The child leaves. */
  | 'LEFT';

/** Where a child goes instead, as one of its options says. */
export type BackupChoiceInput = {
  /** The booking that a closure took or shortened. */
  bookingId: string;
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** When the option ends; within what was lost. */
  endsAt: string;
  /** Made by the client: that of the new booking. Sent again, it books once. */
  id: string;
  /** The kind of care of the option. */
  kind: CareKind;
  /** The section of the option. */
  sectionId: string;
  /** When the option starts; within what was lost. */
  startsAt: string;
};

/** Why BackupChoiceRefusal was given. */
export type BackupChoiceRefusalReason =
  /** This centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** Long-term care of a child without a placement in long-term care on that day. */
  | 'COMMISSION_NEEDED'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** Named an emergency, and begins later than the notice of the city (`CitySettings.emergencyNoticeHours`): it could be foreseen. A question: `confirmed: true` passes it. */
  | 'FORESEEN'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** The booking lost nothing to a closure at these hours, or is not known. */
  | 'NOT_LOST'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** The child is known to be with its other family at some of these times. A question: `confirmed: true` passes it. */
  | 'OTHER_PARENTS_DAY'
  /** The centre is not open for all of this time. */
  | 'OUTSIDE_OPENING_HOURS'
  /** The section is full at that time. */
  | 'SECTION_FULL'
  /** Long-term care starts next Monday at the earliest. */
  | 'STARTS_BEFORE_NEXT_MONDAY'
  /** The start has passed; an emergency may start with the half-hour that runs, not earlier. */
  | 'STARTS_IN_THE_PAST'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** Care is booked two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** Somebody is changing the same right now: send this line again. */
  | 'TRY_AGAIN'
  /** The service point does not know this child. */
  | 'UNKNOWN_CHILD'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** There is no such section. */
  | 'UNKNOWN_SECTION'
  /** The child lives by turns with two families, and neither its calendar nor the request says which one pays. A question: `confirmed: true` passes it. */
  | 'WHOSE_DAY_UNKNOWN';

/** Where the children of a closed centre go instead. */
export type BookBackupsInput = {
  /** Forty lines at most, booked in their order. */
  choices: Array<BackupChoiceInput>;
};

/** Why BookBackupsRefusal was given. */
export type BookBackupsRefusalReason =
  /** Forty lines at once at most: send the rest afterwards. */
  | 'TOO_MUCH_AT_ONCE';

/** Where a booking stands in its life. */
export type BookingStatus =
  /** The child did not come. */
  | 'ABSENT'
  /** The child came. */
  | 'ATTENDED'
  /** Given back; the place is free. */
  | 'CANCELLED'
  /** The child is expected. */
  | 'CONFIRMED'
  /** Kept for a family while it decides: it takes a place but covers nothing yet. */
  | 'HELD';

/** What whoever checks it found. */
export type BreakGlassFinding =
  /** It had to be now. */
  | 'JUSTIFIED'
  /** It did not, or not for this family; the remark says what follows. */
  | 'NOT_JUSTIFIED';

/** Whose file must be read now, and why. */
export type BreakGlassInput = {
  /** What `lookUpFamily` answered: nobody names a family here that they have not looked up. Good for once. */
  handle: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Why it has to be now: 30 characters or more, 4,000 at most. The auditor and the support team read it. */
  reason: string;
};

/** Why BreakGlassRefusal was given. */
export type BreakGlassRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** You have opened this file in an emergency already: the auditor has to review that first. Ask to follow the family. */
  | 'NOT_REVIEWED_YET'
  /** Say in 30 characters or more why you must read this file now. */
  | 'REASON_TOO_SHORT'
  /** You may read this file already: open it. */
  | 'SEEN_ALREADY'
  /** The person did not prove who they are within the last five minutes (`auth_time`): send them to the sign-in (`/session/sign-in?again=yes`), then ask again. */
  | 'SIGN_IN_AGAIN'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** The handle of the lookup is another’s, was used, or is too old. */
  | 'UNKNOWN_HANDLE';

/** What a care option is judged by (CRPA L311-3-1). */
export type CareCriterion =
  /** How long the child can stay in the section by its age: six months or more, or less. */
  | 'AGE'
  /** How far from home, in bands that do not give the address away. */
  | 'DISTANCE'
  /** The facilities the child needs: always there, so that they weigh nothing. */
  | 'FACILITIES'
  /** Whether the child was looked after there in the last twelve months. */
  | 'KNOWN_CENTRE'
  /** How much of the needed time the centre is open. */
  | 'OPENING_HOURS'
  /** The choices that the family ranked. */
  | 'RANKED_CHOICE'
  /** How much of the needed time it can take. */
  | 'WHOLE_TIME';

/** The four kinds of early childcare. */
export type CareKind =
  /** Care that could not be foreseen (accueil d’urgence). */
  | 'EMERGENCY'
  /** A few hours or unusual hours (horaires atypiques). */
  | 'FLEXIBLE'
  /** Regular care, known in advance and recurring (accueil régulier). */
  | 'LONG_TERM'
  /** Occasional care, known in advance (accueil occasionnel). */
  | 'SHORT_TERM';

/** What keeps a section from being an option. */
export type CareMissReason =
  /** The centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** A facility the child needs is missing. */
  | 'FACILITY_MISSING'
  /** The centre is not open then. */
  | 'OUTSIDE_OPENING_HOURS'
  /** No place is free in the section. */
  | 'SECTION_FULL'
  /** Long-term care starts on the next Monday or later. */
  | 'STARTS_BEFORE_NEXT_MONDAY';

/** Where an offer of a place stands in its life. */
export type CareOfferStatus =
  /** The family takes the place; it is booked. */
  | 'ACCEPTED'
  /** The family does not take the place; it was given back. */
  | 'DECLINED'
  /** The family did not answer in time; the place was given back. */
  | 'EXPIRED'
  /** The place is held until the family answers or the offer expires. */
  | 'OPEN'
  /** The service point took the offer back, or the family its request; the place was given back. */
  | 'WITHDRAWN';

/** Where a care request stands in its life. */
export type CareRequestStatus =
  /** The family took the place; the child is not admitted yet. */
  | 'ACCEPTED'
  /** No place is free: the family was helped to another solution, and the request waits on. */
  | 'ALTERNATIVE_PROPOSED'
  /** The family did not answer when it was asked whether it needs the care still; its word makes it wait again. */
  | 'LAPSED'
  /** A place is held while the family decides. */
  | 'OFFERED'
  /** The child has its place. */
  | 'PLACED'
  /** Refused, with the reason (CRPA L211-2). */
  | 'REFUSED'
  /** Taken by the service point; it waits for a place. */
  | 'SUBMITTED'
  /** The family needs it no longer. */
  | 'WITHDRAWN';

/** A dated stretch of one local day for which care is needed. */
export type CareStretchInput = {
  /** When it ends, the same day, on the half-hour. */
  endsAt: string;
  /** When it starts, on the half-hour. */
  startsAt: string;
};

/** What a list must say of a centre before anybody can book a place in it. */
export type CentreFact =
  /** Street, postal code and city. */
  | 'ADDRESS'
  /** The kinds of care it offers. */
  | 'CARE_KINDS'
  /** What sort of establishment it is. */
  | 'KIND'
  /** When it is open. */
  | 'OPENING_HOURS'
  /** Who runs it. */
  | 'OPERATOR'
  /** Its authorised places. */
  | 'PLACES'
  /** Where it stands on the map. */
  | 'POSITION'
  /** Its age groups. */
  | 'SECTIONS';

/** What sort of establishment a centre is. */
export type CentreKind =
  /** Collective crèche. */
  | 'CRECHE'
  /** Childminders employed by one service (crèche familiale). */
  | 'FAMILY_CRECHE'
  /** From 18 months on (jardin d’enfants). */
  | 'KINDERGARTEN'
  /** Micro-crèche, 12 places at most. */
  | 'MICRO_CRECHE'
  /** Regular, occasional and emergency care under one roof (multi-accueil). */
  | 'MULTI_PURPOSE'
  /** Run by the parents (crèche parentale). */
  | 'PARENTAL_CRECHE';

/** What of a centre is another from a day on; what is absent stays. Name, operator, place and ids hold at once, as they are no terms. */
export type ChangeCentreInput = {
  /** Where it is; holds at once. */
  address?: AddressInput | null | undefined;
  /** Children who may be present at once. */
  authorisedPlaces?: number | null | undefined;
  /** The kinds of care it offers. */
  careKinds?: Array<CareKind> | null | undefined;
  /** The centre. */
  centreId: string;
  /** Its id in the city’s own list; `null` clears it. */
  cityId?: string | null | undefined;
  /** Its district; the one it stands in when it moves. */
  districtId?: string | null | undefined;
  /** Places kept for emergencies, of all of its sections, as the city voted; `[]` when none are any more. Those of a section that is no longer there go with it. */
  emergencyPlaces?: Array<EmergencyPlacesInput> | null | undefined;
  /** What it offers besides care. */
  facilities?: Array<Facility> | null | undefined;
  /** FINESS, 9 signs; `null` clears it. */
  finess?: string | null | undefined;
  /** The first day, today at the earliest. */
  from: string;
  /** Whether it is à vocation d’insertion professionnelle. */
  isAvip?: boolean | null | undefined;
  /** What sort of establishment it is. */
  kind?: CentreKind | null | undefined;
  /** Name, as parents know it; holds at once. */
  name?: string | null | undefined;
  /** Opening hours of an ordinary week. */
  openingHours?: Array<OpeningHoursInput> | null | undefined;
  /** Who runs it; holds at once. */
  operator?: Operator | null | undefined;
  /** Hours with fewer authorised places; `[]` when there are none any more. */
  placesByHour?: Array<HourlyPlacesInput> | null | undefined;
  /** Where it stands on the map; holds at once. */
  position?: PositionInput | null | undefined;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** All of its age groups, those that stay included. */
  sections?: Array<SectionInput> | null | undefined;
  /** SIRET, 14 digits; `null` clears it. */
  siret?: string | null | undefined;
  /** Its version when it was read. */
  version: number;
};

/** Why ChangeCentreRefusal was given. */
export type ChangeCentreRefusalReason =
  /** The ages of a section go from 0 to 72 months, the first before the second; its staff is counted from 0. */
  | 'AGES_NOT_POSSIBLE'
  /** Name at least one kind of care. */
  | 'CARE_KIND_MISSING'
  /** The centre is closed for good from that day, or from before. */
  | 'CLOSED_THEN'
  /** The places kept for emergencies go from 1 to those of the section, on the half-hour, without overlap; all together they are no more than are authorised in those hours. */
  | 'EMERGENCY_PLACES_NOT_POSSIBLE'
  /** Another centre has this SIRET, FINESS or id of the city already. */
  | 'EXTERNAL_ID_TAKEN'
  /** A FINESS number has nine signs, for example 440012345. */
  | 'FINESS_NOT_VALID'
  /** The places of certain hours are fewer than the authorised places. */
  | 'HOURLY_PLACES_NOT_FEWER'
  /** These hours are not possible: on the half-hour or as they are now, Monday (1) to Sunday (7), without overlap, and at least one line when it is open. */
  | 'HOURS_NOT_POSSIBLE'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** A change from a later day is decided already: what is to change from before would not be known then. */
  | 'LATER_CHANGE_DECIDED'
  /** A micro-crèche has twelve places at most (code de la santé publique R2324-46). */
  | 'MICRO_CRECHE_TOO_LARGE'
  /** Give the centre and each section a name. */
  | 'NAME_MISSING'
  /** This point lies in no district: name the district. */
  | 'OUTSIDE_DISTRICTS'
  /** Places go from 1 to 500; a section has no more than its centre. */
  | 'PLACES_OUT_OF_RANGE'
  /** Name at least one section. */
  | 'SECTION_MISSING'
  /** The same section is named twice. */
  | 'SECTION_TWICE'
  /** This SIRET is not valid: check its fourteen digits. */
  | 'SIRET_NOT_VALID'
  /** The centre has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** Bookings would have no place any more (`bookingsInTheWay`): they are moved or cancelled first. */
  | 'STILL_BOOKED'
  /** There is no such centre. */
  | 'UNKNOWN_CENTRE'
  /** There is no such district. */
  | 'UNKNOWN_DISTRICT'
  /** One of these sections is not of this centre. */
  | 'UNKNOWN_SECTION';

/** What the city decides anew from a day on; what is absent stays. */
export type ChangeCitySettingsInput = {
  /** Care that begins within so many hours is an emergency, 0 to 168. */
  emergencyNoticeHours?: number | null | undefined;
  /** Days until care is needed, at most, nearest first. */
  firstDayBands?: Array<PriorityBandInput> | null | undefined;
  /** The first day, today at the earliest. */
  from: string;
  /** Days until the next step of the job search, at most, nearest first. */
  milestoneBands?: Array<PriorityBandInput> | null | undefined;
  /** Why, for example the vote it follows. */
  reason: string;
  /** The version of the last decision, or of what took one back, when it was read; 0 while there is none. */
  version: number;
  /** Days that the request has waited, at least, longest first. */
  waitingBands?: Array<PriorityBandInput> | null | undefined;
  /** The weights of priority, all of them. */
  weights?: PriorityWeightsInput | null | undefined;
};

/** Why ChangeCitySettingsRefusal was given. */
export type ChangeCitySettingsRefusalReason =
  /** The bands of a criterion go from the strongest to the weakest, in tenths from 0.1 to 1, each wider than the one before; ten at most. */
  | 'BANDS_NOT_IN_ORDER'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** A change from a later day is decided already, which this one would undo without a word (`withdrawCitySettings` takes it back). */
  | 'LATER_CHANGE_DECIDED'
  /** The notice of emergencies goes from 0 to 168 hours. */
  | 'NOTICE_OUT_OF_RANGE'
  /** Say why. */
  | 'REASON_MISSING'
  /** The set of rules has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** A decision holds from a day within two years. */
  | 'TOO_FAR_AHEAD'
  /** The weights of the criteria are 100 together, and none is negative. */
  | 'WEIGHTS_NOT_100';

/** A new state of an entitlement; the earlier ones stay on record. */
export type ChangeEntitlementStateInput = {
  /** The entitlement. */
  entitlementId: string;
  /** First day of the state: not before that of the previous one, nor after today. */
  from: string;
  /** Euro cents per month, when open or suspended and known. */
  monthlyAmountCents?: number | null | undefined;
  /** Code of the reason, when an RSA is suspended or closed. */
  reason?: string | null | undefined;
  /** The state that begins. The same state again carries a new amount or reason. */
  state: EntitlementStatus;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why ChangeEntitlementStateRefusal was given. */
export type ChangeEntitlementStateRefusalReason =
  /** An amount makes sense only for an open or suspended right. */
  | 'AMOUNT_WITHOUT_RIGHT'
  /** This state cannot follow the one on record. */
  | 'FORBIDDEN_STEP'
  /** The start date lies before that of the previous state. */
  | 'FROM_BEFORE_PREVIOUS'
  /** The start date lies after today. */
  | 'FROM_IN_THE_FUTURE'
  /** `from` lies before the family benefit funds existed (1946). */
  | 'FROM_TOO_LONG_AGO'
  /** This benefit was taken off the record, where it was by mistake. */
  | 'MISTAKEN_ALREADY'
  /** The amount is below zero. */
  | 'NEGATIVE_AMOUNT'
  /** State, amount and reason are already those on record. */
  | 'NOTHING_CHANGES'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The entitlement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such entitlement. */
  | 'UNKNOWN_ENTITLEMENT'
  /** This reason is not in the official list for this state. */
  | 'UNKNOWN_REASON';

/** A placement whose hours or section are to be others from a day on. */
export type ChangePlacementInput = {
  /** First day of the change, tomorrow at the earliest; long-term care from the next Monday on. */
  from: string;
  /** The placement. */
  placementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, in the words of whoever changes it. */
  reason: string;
  /** The section from then on, of any centre; the same unless given. */
  sectionId?: string | null | undefined;
  /** Its version when it was read. */
  version: number;
  /** The hours of an ordinary week from then on; the same unless given. */
  weeklyPattern?: Array<PatternLineInput> | null | undefined;
};

/** Why ChangePlacementRefusal was given. */
export type ChangePlacementRefusalReason =
  /** The placement is over. */
  | 'ALREADY_ENDED'
  /** This centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** The placement is suspended. Resume it first. */
  | 'IS_SUSPENDED'
  /** Two stretches of the same day overlap. */
  | 'LINES_OVERLAP'
  /** A stretch of the week ends before it starts. */
  | 'LINE_ENDS_BEFORE_IT_STARTS'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** Neither other hours nor another section were given than there are. */
  | 'NOTHING_CHANGES'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** The centre is not open for all of this time. */
  | 'OUTSIDE_OPENING_HOURS'
  /** The day, or every day of some hours that were given, lies outside the placement, or outside its renewal. */
  | 'OUTSIDE_PLACEMENT'
  /** Give at least one day and its hours. */
  | 'PATTERN_EMPTY'
  /** Say why. */
  | 'REASON_MISSING'
  /** The section is full at that time. */
  | 'SECTION_FULL'
  /** The placement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** Long-term care starts next Monday at the earliest. */
  | 'STARTS_BEFORE_NEXT_MONDAY'
  /** The start has passed; an emergency may start with the half-hour that runs, not earlier. */
  | 'STARTS_IN_THE_PAST'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** Care is booked two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** There is no such placement. */
  | 'UNKNOWN_PLACEMENT'
  /** There is no such section. */
  | 'UNKNOWN_SECTION'
  /** The weekday goes from 1 (Monday) to 7 (Sunday). */
  | 'WEEKDAY_UNKNOWN';

/** Where a professional of your own agency works, and how to reach them. What is absent stays. */
export type ChangeProfessionalInput = {
  /** The districts whose families the professional works for; `null` for none. */
  districtIds?: Array<string> | null | undefined;
  /** The telephone at work; `null` when unknown. */
  phone?: string | null | undefined;
  /** Where the professional works; `null` when unknown. */
  place?: string | null | undefined;
  /** The professional, of your own agency. */
  professionalId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why ChangeProfessionalRefusal was given. */
export type ChangeProfessionalRefusalReason =
  /** The entry has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The directory of your agency does not know this person. */
  | 'UNKNOWN_PROFESSIONAL'
  /** Write each of them in one line of 1 to 200 characters. */
  | 'UNSUITABLE_TEXT';

/** A child of a family: born, or expected. */
export type ChildInput = {
  /** Day of birth; this or the expected date. */
  birthDate?: string | null | undefined;
  /** What those who look after it must know, such as allergies. */
  careAlerts?: Array<string>;
  /** The same with telephone numbers; whoever is named in either list may collect the child. */
  collectors?: Array<CollectorInput> | null | undefined;
  /** Day on which the child is expected; this or the day of birth. */
  expectedDate?: string | null | undefined;
  /** First name; an expected child may have none yet. */
  firstName?: string | null | undefined;
  /** Made by the client, so that sending again adds once. */
  id?: string | null | undefined;
  /** Last name. */
  lastName: string;
  /** Who, besides the family’s adults, may collect the child. */
  mayBeCollectedBy?: Array<string>;
  /** Day on which the vaccinations were checked. */
  vaccinationCheckedOn?: string | null | undefined;
};

/** Days on which centres are to be closed. */
export type CloseCentreInput = {
  /** All centres that the city runs, as on a public holiday. */
  allMunicipal?: boolean;
  /** The centres, or none when all municipal ones are meant. */
  centreIds?: Array<string>;
  /** Where it only closes earlier on these days: when, on the half-hour. Care after is given back, and what reaches into it is shortened, also where it has begun. */
  closesAt?: string | null | undefined;
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** First closed day, today at the earliest. */
  from: string;
  /** Made by the client, so that sending again closes once, and goes on where it broke off. */
  id?: string | null | undefined;
  /** Where it only opens later on these days: when, on the half-hour. Care before is given back. */
  opensAt?: string | null | undefined;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, as families may read it. */
  reason: string;
  /** Last closed day. */
  to: string;
};

/** Why CloseCentreRefusal was given. */
export type CloseCentreRefusalReason =
  /** All of these days are closed already. */
  | 'ALREADY_CLOSED'
  /** Name either some centres or all municipal ones. */
  | 'CENTRES_OR_ALL'
  /** `closesAt` is not after `opensAt`. */
  | 'CLOSES_BEFORE_IT_OPENS'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** A centre opens and closes on the hour or the half-hour. */
  | 'HOUR_NOT_ON_THE_HALF_HOUR'
  /** These days have passed. */
  | 'IN_THE_PAST'
  /** A centre is closed on some of these days already (`alreadyClosed`); the others would be closed. A question: `confirmed: true` passes it. */
  | 'OVERLAPPING_CLOSURE'
  /** The last day comes before the first. */
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  /** Say why. */
  | 'REASON_MISSING'
  /** More than 184 days, or more than forty centres for a month (1,240 days of centres). */
  | 'TOO_MUCH_AT_ONCE'
  /** A centre does not exist, or is not one of the staff member’s. */
  | 'UNKNOWN_CENTRE';

/** A commission whose decisions become final. */
export type CloseCommissionInput = {
  /** The commission. */
  commissionId: string;
  /** Its version when it was read. */
  version: number;
};

/** Why CloseCommissionRefusal was given. */
export type CloseCommissionRefusalReason =
  /** The commission is closed: its decisions no longer change. */
  | 'COMMISSION_CLOSED'
  /** The commission has not been held yet. */
  | 'NOT_HELD_YET'
  /** The commission has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such commission. */
  | 'UNKNOWN_COMMISSION';

/** Somebody who, besides the family’s adults, may collect a child. */
export type CollectorInput = {
  /** Their name. */
  name: string;
  /** Telephone, French or international; stored as `+33612345678`. */
  phone?: string | null | undefined;
};

/** What a commission decided on a request. */
export type CommissionOutcome =
  /** A place in a section: it can now be offered to the family. */
  | 'GRANTED'
  /** The request waits for a later commission. */
  | 'POSTPONED'
  /** No place; the request ends with the reason (CRPA L211-2). */
  | 'REFUSED';

/** Where an admission commission stands. */
export type CommissionStatus =
  /** Its decisions are final. */
  | 'CLOSED'
  /** It is still to decide. */
  | 'SCHEDULED';

/** A task that is done. */
export type CompleteTaskInput = {
  /** The task. */
  taskId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why CompleteTaskRefusal was given. */
export type CompleteTaskRefusalReason =
  /** This task is done already. */
  | 'DONE_ALREADY'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The task has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such task. */
  | 'UNKNOWN_TASK';

/** Attendance that was noted wrongly. */
export type CorrectAttendanceInput = {
  /** When it really arrived; left out, that stays as it is, `null` where it is not known after all. */
  arrivedAt?: string | null | undefined;
  /** The booking. */
  bookingId: string;
  /** When it really left; left out, that stays as it is, `null` where it is not known after all. */
  leftAt?: string | null | undefined;
  /** Whether the child came. */
  outcome: AttendanceOutcome;
  /** Why it is corrected, 1,000 characters at most: it is kept with what it said before. */
  reason: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why CorrectAttendanceRefusal was given. */
export type CorrectAttendanceRefusalReason =
  /** This time is of another day than the care. */
  | 'ANOTHER_DAY'
  /** The time lies more than five minutes ahead of the clock here. */
  | 'IN_THE_FUTURE'
  /** The departure is not after the arrival, or, where that was not noted, not after the start of care. */
  | 'LEFT_BEFORE_ARRIVAL'
  /** Neither attendance nor absence is noted: there is nothing to correct. */
  | 'NOT_RECORDED'
  /** Say why. */
  | 'REASON_MISSING'
  /** The reason is longer than 1,000 characters: say what matters. */
  | 'REASON_TOO_LONG'
  /** The booking has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** An absent child neither came nor went: give no time. */
  | 'TIMES_OF_AN_ABSENCE'
  /** There is no such booking. */
  | 'UNKNOWN_BOOKING';

/** A benefit that was put on record by mistake: in another family’s file, twice, or that nobody has. One that ended is closed instead. */
export type CorrectMistakenEntitlementInput = {
  /** The entitlement. */
  entitlementId: string;
  /** Why it is corrected, 1,000 characters at most: it is kept with what it said before. */
  reason: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why CorrectMistakenEntitlementRefusal was given. */
export type CorrectMistakenEntitlementRefusalReason =
  /** This benefit was taken off the record, where it was by mistake. */
  | 'MISTAKEN_ALREADY'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** Say why. */
  | 'REASON_MISSING'
  /** The reason is longer than 1,000 characters: say what matters. */
  | 'REASON_TOO_LONG'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The entitlement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such entitlement. */
  | 'UNKNOWN_ENTITLEMENT';

/** What was written wrongly in a note of one’s own; what is absent stays. */
export type CorrectNoteInput = {
  /** Who may read it; `AUTHOR` takes it back from all others. */
  audience?: NoteAudience | null | undefined;
  /** What it is about. */
  category?: NoteCategory | null | undefined;
  /** The note. */
  noteId: string;
  /** Why it is corrected, 1,000 characters at most: it is kept with what it said before. */
  reason: string;
  /** The note, 4,000 characters at most. */
  text?: string | null | undefined;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why CorrectNoteRefusal was given. */
export type CorrectNoteRefusalReason =
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** Say why. */
  | 'REASON_MISSING'
  /** The reason is longer than 1,000 characters: say what matters. */
  | 'REASON_TOO_LONG'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The note has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** You wrote no such note; only its author corrects it. */
  | 'UNKNOWN_NOTE';

/** What was wrong with a referral that one sent, while it waits for an answer. */
export type CorrectReferralInput = {
  /** It is taken back: whom it was sent to no longer reads the file by it. */
  isWithdrawn?: boolean;
  /** What is asked; absent when that stays as it is. */
  message?: string | null | undefined;
  /** Why it is corrected, 1,000 characters at most: it is kept with what it said before. */
  reason: string;
  /** The referral. */
  referralId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why CorrectReferralRefusal was given. */
export type CorrectReferralRefusalReason =
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** This referral waits for no answer any more: it is neither corrected nor taken back. Send another one. */
  | 'NOT_OPEN'
  /** Only whoever sent this referral corrects it or takes it back. */
  | 'NOT_THE_SENDER'
  /** Say why. */
  | 'REASON_MISSING'
  /** The reason is longer than 1,000 characters: say what matters. */
  | 'REASON_TOO_LONG'
  /** The referral has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** There is no such referral. */
  | 'UNKNOWN_REFERRAL';

/** What was written down wrongly of a task; what is absent stays. */
export type CorrectTaskInput = {
  /** Who is to do it. */
  assignee?: ProfessionalInput | null | undefined;
  /** The last day to do it, today or later while it is to be done. */
  dueOn?: string | null | undefined;
  /** It was ticked off by mistake: it is still to do. */
  isStillToDo?: boolean;
  /** Why it is corrected, 1,000 characters at most: it is kept with what it said before. */
  reason: string;
  /** The task. */
  taskId: string;
  /** What is to be done. */
  title?: string | null | undefined;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why CorrectTaskRefusal was given. */
export type CorrectTaskRefusalReason =
  /** This person does not follow the family and would not see the task. Send a referral first. */
  | 'ASSIGNEE_DOES_NOT_FOLLOW'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** The due day is past. */
  | 'DUE_IN_THE_PAST'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** This task is not ticked off: it is still to do. */
  | 'NOT_DONE'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** Say why. */
  | 'REASON_MISSING'
  /** The reason is longer than 1,000 characters: say what matters. */
  | 'REASON_TOO_LONG'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The task has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This person is not in the directory. Search by name, or ask the administrator of their agency to record them. */
  | 'UNKNOWN_PROFESSIONAL'
  /** There is no such task. */
  | 'UNKNOWN_TASK';

/** Where a child is to go for what it lacks, instead of the best option. */
export type CoverChoiceInput = {
  /** The child. */
  childId: string;
  /** The section of an option of that gap. */
  sectionId: string;
  /** A moment of what is missing: the start of the gap, or that of the option. */
  startsAt: string;
};

/** A milestone whose gaps are to be booked. */
export type CoverMilestoneInput = {
  /** The children whose gaps are to be booked, all of them unless given: one for whom nothing is free keeps the others from nothing. */
  childIds?: Array<string> | null | undefined;
  /** Where what is missing is to be booked; whatever is not named here goes to its best option. At most one for each gap. */
  choices?: Array<CoverChoiceInput>;
  /** Made by the client, id of the first booking, so that sending again books once. */
  id?: string | null | undefined;
  /** The milestone. */
  milestoneId: string;
  /** Its version when it was read. */
  milestoneVersion: number;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
};

/** Why CoverMilestoneRefusal was given. */
export type CoverMilestoneRefusalReason =
  /** A choice is for no gap of the milestone, or two are for the same; nothing was booked. */
  | 'CHOICE_NOT_NEEDED'
  /** The section chosen is no option for the gap; nothing was booked, and the alternatives say what is. */
  | 'CHOICE_NOT_POSSIBLE'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The family objects to sharing its childcare with your agency: nothing was changed. Turn to the service point for care during this milestone. */
  | 'FAMILY_OBJECTS'
  /** This milestone is no longer planned: there is nothing to book. */
  | 'MILESTONE_CALLED_OFF'
  /** This milestone is over. */
  | 'MILESTONE_OVER'
  /** No child lacks care that could still be booked. */
  | 'NOTHING_TO_COVER'
  /** The family lives in a district whose families are served from a later day on; the sentence says from which, and to whom they turn until then. Never said where the address is protected. */
  | 'NOT_SERVED_YET'
  /** Not every gap has an option; nothing was booked, and the alternatives say what could be. */
  | 'NO_OPTION'
  /** The milestone has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The milestone is not known here, or not yet, or not the advisor’s, or the family objects to sharing its job search with the service point, which then cannot tell it from one that never was. */
  | 'UNKNOWN_MILESTONE'
  /** No such version of the milestone has arrived here, though it was awaited a moment. */
  | 'VERSION_NOT_KNOWN_YET';

/** Whether childcare covers the needed time. */
export type CoverStatus =
  /** All of the needed time is covered. */
  | 'COVERED'
  /** No child under 6 needs care then. Of those in `notLookedAt` it says nothing. */
  | 'NOT_NEEDED'
  /** Some of the needed time is covered. */
  | 'PARTIAL'
  /** Nothing covers the needed time. */
  | 'UNCOVERED'
  /** The child lives with two families, and nobody has said with which one it is then. */
  | 'UNKNOWN';

/** Once, from one moment to another. */
export type DatedArrangementInput = {
  /** When it ends. */
  endsAt: string;
  /** When it starts. */
  startsAt: string;
};

/** An offer that the family does not take. */
export type DeclineOfferInput = {
  /** The offer. */
  offerId: string;
  /** Why, as the family said. */
  reason: string;
  /** Its version when it was read. */
  version: number;
};

/** Why DeclineOfferRefusal was given. */
export type DeclineOfferRefusalReason =
  /** The offer is accepted already. */
  | 'ALREADY_ACCEPTED'
  /** The family has declined the offer already. */
  | 'ALREADY_DECLINED'
  /** The offer is withdrawn already. */
  | 'ALREADY_WITHDRAWN'
  /** The offer expired without an answer; the place was given back. */
  | 'OFFER_EXPIRED'
  /** Say why. */
  | 'REASON_MISSING'
  /** The offer has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such offer. */
  | 'UNKNOWN_OFFER';

/** How soon somebody must see to something, soonest first. */
export type DeskUrgency =
  /** After that. */
  | 'LATER'
  /** Something is lost within 24 hours unless it is seen to. */
  | 'NOW'
  /** Within the seven days that follow today. */
  | 'SOON'
  /** It is to be seen to today, or should have been before. */
  | 'TODAY';

/** Hours of every week in which places of a section are kept for emergencies. */
export type EmergencyPlacesInput = {
  /** From, on the half-hour, or at a time at which the centre opens or closes already. */
  from: string;
  /** How many places of the section are kept, 1 at least. */
  places: number;
  /** The section; it is of the centre already. A new one says what it keeps itself. */
  sectionId: string;
  /** To, the same day, on the half-hour or at such a time. */
  to: string;
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
};

/** Why care could not be foreseen. */
export type EmergencyReason =
  /** Somebody who looks after the child is ill. */
  | 'ILLNESS'
  /** A step of the job search, such as an interview. */
  | 'MILESTONE'
  /** Another reason. */
  | 'OTHER'
  /** Work that came up at short notice. */
  | 'UNEXPECTED_WORK';

/** What you need to read no longer. */
export type EndBreakGlassInput = {
  /** Which one. */
  breakGlassId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why EndBreakGlassRefusal was given. */
export type EndBreakGlassRefusalReason =
  /** This emergency access is over already. */
  | 'OVER_ALREADY'
  /** The emergency access has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such emergency access. */
  | 'UNKNOWN_BREAK_GLASS';

/** A weekly arrangement that no longer holds from a day on. */
export type EndOwnArrangementInput = {
  /** First day on which it no longer holds, today at the earliest; what has passed of today stays. */
  from: string;
  /** The arrangement. */
  ownArrangementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Its version when it was read. */
  version: number;
};

/** Why EndOwnArrangementRefusal was given. */
export type EndOwnArrangementRefusalReason =
  /** This own arrangement is removed already. */
  | 'ALREADY_REMOVED'
  /** This day has passed: the arrangement ends today at the earliest. */
  | 'DAY_HAS_PASSED'
  /** This arrangement has ended by that day already. */
  | 'ENDS_EARLIER_ALREADY'
  /** This arrangement happens only once: remove it instead of ending it. */
  | 'NOT_WEEKLY'
  /** The own arrangement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such own arrangement. */
  | 'UNKNOWN_OWN_ARRANGEMENT';

/** A placement that is to end earlier than agreed. */
export type EndPlacementInput = {
  /** Last day of care, today at the earliest; a day before the first calls the placement off. */
  lastDay: string;
  /** The placement. */
  placementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, in the words of whoever ends it. */
  reason: string;
  /** Its version when it was read. */
  version: number;
};

/** Why EndPlacementRefusal was given. */
export type EndPlacementRefusalReason =
  /** The placement is over. */
  | 'ALREADY_ENDED'
  /** The placement ends on that day or earlier as it is. */
  | 'ENDS_BY_THEN'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** The placement is suspended. Resume it first. */
  | 'IS_SUSPENDED'
  /** Say why. */
  | 'REASON_MISSING'
  /** Another placement continues it already: that one is to be ended or renewed. */
  | 'RENEWED_ALREADY'
  /** The placement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such placement. */
  | 'UNKNOWN_PLACEMENT';

/** State of an entitlement; RSA uses all seven (official file states 0 to 6), other schemes four. */
export type EntitlementStatus =
  /** Closed (RSA file state 5). */
  | 'CLOSED'
  /** Closed in an earlier month than that of the file (RSA file state 6; RSA only). */
  | 'CLOSED_EARLIER'
  /** Open and payable, the only state that pays (RSA file state 2). */
  | 'OPEN'
  /** Open, payment suspended, amount cannot be computed (RSA file state 4; RSA only). */
  | 'PAYMENT_SUSPENDED'
  /** Asked for, not decided yet (RSA file state 0). */
  | 'PENDING'
  /** Refused (RSA file state 1; RSA only). */
  | 'REFUSED'
  /** Suspended; for RSA the right itself is questioned, its amount can be computed (file state 3). */
  | 'SUSPENDED';

/** What a centre offers besides care. */
export type Facility =
  /** Accessible with a wheelchair. */
  | 'ACCESSIBLE'
  /** Opens early, late or on Saturday. */
  | 'ATYPICAL_HOURS'
  /** Has a room for breastfeeding. */
  | 'BREASTFEEDING_ROOM'
  /** Keeps places for emergencies. */
  | 'EMERGENCY_PLACES'
  /** Has a garden or a terrace. */
  | 'GARDEN'
  /** Serves meals. */
  | 'MEALS'
  /** Has a sensory room (Snoezelen). */
  | 'SENSORY_ROOM';

/** Short hours in which a child gets used to the centre, within one local day. */
export type FamiliarisationStayInput = {
  /** When it ends, the same day, on the half-hour. */
  endsAt: string;
  /** When it starts, on the half-hour. */
  startsAt: string;
};

/** Why a family needs attention, most urgent first. */
export type FamilyAlertKind =
  /** Its RSA is suspended; told to caseworkers only. */
  | 'INCOME_SUPPORT_SUSPENDED'
  /** A milestone within 7 days is not covered by childcare, or only in part. */
  | 'MILESTONE_UNCOVERED'
  /** Nothing was recorded for 60 days. */
  | 'NOTHING_HAPPENED'
  /** An offer of a place expires within 48 hours unless the family answers; told to caseworkers and care coordinators. */
  | 'OFFER_EXPIRING'
  /** A referral has been undecided for 10 days or more. */
  | 'REFERRAL_WAITING'
  /** A task is not done and its day is over. */
  | 'TASK_OVERDUE';

/** What is known of a family as a whole. */
export type FamilyInput = {
  /** Where it lives. */
  address: AddressInput;
  /** Name in lists; made of the adults’ last names unless given. */
  displayName?: string | null | undefined;
  /** Its district, where known; unless given, the one the position lies in. */
  districtId?: string | null | undefined;
  /** Who brings the children up. */
  householdKind: HouseholdKind;
  /** Where the home stands on the map, when located. */
  position?: PositionInput | null | undefined;
};

/** What became of a return to work. */
export type FollowUpOutcome =
  /** Another job, training or studies have followed. */
  | 'CHANGED'
  /** The fixed term or the course ended as planned, and nothing has followed yet. */
  | 'ENDED_AS_PLANNED'
  /** The same job, training or studies go on. */
  | 'GOES_ON'
  /** The person could not be reached. */
  | 'NOT_REACHED'
  /** It ended early; the person is searching again. */
  | 'SEARCHING_AGAIN';

/** How long after its first day a return to work is followed up. */
export type FollowUpPoint =
  /** One month after the first day. */
  | 'ONE_MONTH'
  /** Six months after the first day. */
  | 'SIX_MONTHS'
  /** Three months after the first day. */
  | 'THREE_MONTHS';

/** A place that becomes free: either hours of every week, or one dated stretch. */
export type FreedPlaceInput = {
  /** One stretch; absent when weekly. */
  stretch?: CareStretchInput | null | undefined;
  /** Hours of every week; absent when dated. */
  week?: FreedWeekInput | null | undefined;
};

/** Hours of every week that become free between two days. */
export type FreedWeekInput = {
  /** First day on which they are free. */
  firstDay: string;
  /** Last day on which they are free. */
  lastDay: string;
  /** The hours of an ordinary week. */
  lines: Array<PatternLineInput>;
};

/** From which member to which the lead passes, today. */
export type HandOverLeadInput = {
  /** The membership of the lead. */
  memberId: string;
  /** The membership of who takes over, in the same team. */
  toMemberId: string;
  /** Its version that was seen. */
  version: number;
};

/** Why HandOverLeadRefusal was given. */
export type HandOverLeadRefusalReason =
  /** This member has left the team already. */
  | 'ALREADY_LEFT'
  /** The two members do not follow the same family. */
  | 'ANOTHER_FAMILY'
  /** The member who takes over is the lead. */
  | 'LEAD_ALREADY'
  /** The member who hands over is not the lead. */
  | 'NOT_THE_LEAD'
  /** Only the lead hands over. */
  | 'ONLY_THE_LEAD_HANDS_OVER'
  /** The support team has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such member. */
  | 'UNKNOWN_MEMBER';

/** Where an hourly fee comes from, or why there is none yet. */
export type HourlyFeeReason =
  /** Resources lie over the ceiling of the scale: ceiling × rate. */
  | 'CEILING'
  /** Monthly resources × rate. */
  | 'COMPUTED'
  /** Resources lie under the floor of the scale: floor × rate. */
  | 'FLOOR'
  /** Resources are unknown and the care is an emergency: floor × rate for one child. */
  | 'FLOOR_FOR_EMERGENCY'
  /** The day of care lies before the first scale known here (2018). */
  | 'NO_SCALE'
  /** Resources of year N−2 are not recorded: no fee yet. */
  | 'RESOURCES_UNKNOWN';

/** Hours of every week with fewer authorised places. */
export type HourlyPlacesInput = {
  /** From, on the half-hour, or at a time at which the centre opens or closes already. */
  from: string;
  /** Children who may be present at once in these hours. */
  places: number;
  /** To, the same day, on the half-hour or at such a time. */
  to: string;
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
};

/** Who brings the children up. */
export type HouseholdKind =
  /** Two adults. */
  | 'COUPLE'
  /** One adult alone. */
  | 'LONE_PARENT';

/** Whether a family lives on income support (RSA); the first that applies. */
export type IncomeSupport =
  /** No RSA: never asked for, refused or closed. */
  | 'NONE'
  /** Some RSA has been asked for and is not decided (file state 0). */
  | 'PENDING'
  /** Some RSA of the family is open and payable (file state 2). */
  | 'RECEIVING'
  /** Some RSA is open, but the right or its payment is suspended (file states 3 and 4). */
  | 'SUSPENDED'
  /** No benefit of this family is on record, so nothing can be said. */
  | 'UNKNOWN';

/** Where a fact about benefits or resources comes from. */
export type InformationSource =
  /** Caisse d'allocations familiales. */
  | 'CAF'
  /** Mutualité sociale agricole. */
  | 'MSA'
  /** Typed in by a professional from what the family said or showed. */
  | 'TYPED_IN';

/** What was done in a job search. */
export type JobSearchStepKind =
  /** Another advisor follows the job seeker. */
  | 'ADVISOR_CHANGED'
  /** The category changed. */
  | 'CATEGORY_CHANGED'
  /** An engagement contract was signed. */
  | 'CONTRACT_AGREED'
  /** Another file of the same person was taken over: the adult had been registered twice. */
  | 'FILES_MERGED'
  /** Two files of families that had been merged by mistake are two again. */
  | 'FILES_PARTED'
  /** The registration ended, or its end was dated. */
  | 'FILE_CLOSED'
  /** The file was opened. */
  | 'FILE_OPENED'
  /** A return was followed up after one, three or six months. */
  | 'FOLLOWED_UP'
  /** What was recorded of a follow-up was put right. */
  | 'FOLLOW_UP_CORRECTED'
  /** The hours of the contract were reduced for lack of childcare. */
  | 'HOURS_REDUCED'
  /** The job seeker came to a milestone. */
  | 'MILESTONE_ATTENDED'
  /** A milestone was called off. */
  | 'MILESTONE_CANCELLED'
  /** A milestone was confirmed. */
  | 'MILESTONE_CONFIRMED'
  /** The job seeker was excused from a milestone. */
  | 'MILESTONE_EXCUSED'
  /** The job seeker missed a milestone. */
  | 'MILESTONE_MISSED'
  /** A milestone was moved to another time. */
  | 'MILESTONE_MOVED'
  /** How a milestone ended was put right. */
  | 'MILESTONE_OUTCOME_CORRECTED'
  /** A milestone was scheduled. */
  | 'MILESTONE_PLANNED'
  /** Milestones of a series were called off. */
  | 'MILESTONE_SERIES_CANCELLED'
  /** It was recorded how milestones of a series ended. */
  | 'MILESTONE_SERIES_HELD'
  /** Milestones of a series were moved to other times. */
  | 'MILESTONE_SERIES_MOVED'
  /** A series of milestones was scheduled. */
  | 'MILESTONE_SERIES_PLANNED'
  /** The advisor follows the job seeker no longer; the file waits at the desk for another. */
  | 'PUT_TO_THE_DESK'
  /** A return to employment, training or education was recorded. */
  | 'RETURNED_TO_WORK'
  /** What was recorded of a return to employment, training or education was put right. */
  | 'RETURN_CORRECTED';

/** Whether a job seeker is registered today. */
export type JobSeekerStatus =
  /** No longer registered, from `closedOn`. */
  | 'CLOSED'
  /** Registered with the employment service. */
  | 'OPEN';

/** Who joins the support team of a family. */
export type JoinSupportTeamInput = {
  /** The family. */
  familyId: string;
  /** First day, today at the latest, 30 days ago at the earliest; today when absent. */
  from?: string | null | undefined;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Whether as lead; a family has one at a time. A caseworker who comes where nobody leads is the lead in any case. */
  isLead?: boolean;
  /** Who joins; you yourself when absent. */
  professional?: ProfessionalInput | null | undefined;
};

/** Why JoinSupportTeamRefusal was given. */
export type JoinSupportTeamRefusalReason =
  /** This professional is in the support team already. */
  | 'ALREADY_MEMBER'
  /** Nobody joins by themselves a team that has members, and only a caseworker takes a family without one: `requestMembership` asks. */
  | 'ASK_TO_JOIN'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** The first day lies after today. */
  | 'FROM_IN_THE_FUTURE'
  /** `from` lies more than 30 days back. */
  | 'FROM_TOO_LONG_AGO'
  /** The family has a lead already, who must hand over. */
  | 'LEAD_IS_TAKEN'
  /** Somebody else is added by the lead, or where nobody leads by a coordinator of the service point. */
  | 'ONLY_THE_LEAD_ADDS'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** This person is not in the directory. Search by name, or ask the administrator of their agency to record them. */
  | 'UNKNOWN_PROFESSIONAL';

/** Hours of every week in which places are kept for emergencies. */
export type KeptPlacesInput = {
  /** From, on the half-hour, or at a time at which the centre opens or closes already. */
  from: string;
  /** How many places of the section are kept, 1 at least. */
  places: number;
  /** To, the same day, on the half-hour or at such a time. */
  to: string;
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
};

/** Who leaves a support team, or is removed by its lead. */
export type LeaveSupportTeamInput = {
  /** The membership. */
  memberId: string;
  /** First day no longer in the team, today at the latest; today when absent. */
  on?: string | null | undefined;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why LeaveSupportTeamRefusal was given. */
export type LeaveSupportTeamRefusalReason =
  /** This member has left the team already. */
  | 'ALREADY_LEFT'
  /** The lead hands over before leaving a team of others. */
  | 'HAND_OVER_FIRST'
  /** The day of leaving lies before that of joining. */
  | 'LEAVES_BEFORE_JOINING'
  /** The day of leaving lies after today. */
  | 'LEAVES_IN_THE_FUTURE'
  /** Somebody else is removed by the lead, or where nobody leads by a coordinator of the service point. */
  | 'ONLY_THE_LEAD_REMOVES'
  /** The support team has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such member. */
  | 'UNKNOWN_MEMBER';

/** An objection that a family takes back. */
export type LiftObjectionInput = {
  /** The objection. */
  objectionId: string;
  /** Why, as the family said it; 4,000 characters at most, only what is necessary. */
  reason: string;
  /** The adult of the family who took it back. */
  saidByAdultId: string;
  /** The day on which it was said; today when absent. */
  saidOn?: string | null | undefined;
  /** The colleague to whom it was said; you yourself when absent. */
  toldTo?: ProfessionalInput | null | undefined;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why LiftObjectionRefusal was given. */
export type LiftObjectionRefusalReason =
  /** This person is not an adult of this family. Choose who said it. */
  | 'ANOTHER_FAMILYS_ADULT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** This objection was lifted already. */
  | 'LIFTED_ALREADY'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The objection is more recent: give the day on which the family took it back. */
  | 'SAID_BEFORE_OBJECTING'
  /** The family cannot have said so tomorrow: give the day on which you spoke. */
  | 'SAID_IN_THE_FUTURE'
  /** The objection has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This adult is not known here yet. If just registered, try again in a moment. */
  | 'UNKNOWN_ADULT'
  /** There is no such objection. */
  | 'UNKNOWN_OBJECTION'
  /** This person is not in the directory. Search by name, or ask the administrator of their agency to record them. */
  | 'UNKNOWN_PROFESSIONAL';

/** Whom a professional is about to register. */
export type LookUpFamilyInput = {
  /** Day on which a child of the family was born, or is expected. */
  childBirthDate: string;
  /** Last name of the child or of an adult, in full. Case, accents, blanks, hyphens and apostrophes do not matter. */
  surname: string;
};

/** Why LookUpFamilyRefusal was given. */
export type LookUpFamilyRefusalReason =
  /** Give the day on which a minor child was born or is expected. */
  | 'BIRTH_DATE_NOT_PLAUSIBLE'
  /** Give the surname in full. */
  | 'NAME_MISSING'
  /** The asker was answered 30 times within the hour; the auditor sees it. */
  | 'TOO_MANY_LOOKUPS';

/** What somebody who looked for a family was told. */
export type LookupOutcome =
  /** That a file exists. */
  | 'FOUND'
  /** That no file exists. */
  | 'NOT_FOUND'
  /** Nothing: too many lookups within the hour. */
  | 'TURNED_AWAY';

/** A referral that was opened by somebody it is for. */
export type MarkReferralSeenInput = {
  /** The referral. */
  referralId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why MarkReferralSeenRefusal was given. */
export type MarkReferralSeenRefusalReason =
  /** The referral has been decided, or it has expired; once seen, it is not seen again. */
  | 'FORBIDDEN_STEP'
  /** This referral is not addressed to you. */
  | 'NOT_FOR_YOU'
  /** The referral has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such referral. */
  | 'UNKNOWN_REFERRAL';

/** What is answered to who asks to follow a family. */
export type MembershipAnswer =
  /** They are not, for a reason that is given. */
  | 'DECLINED'
  /** They are of the support team from that day on. */
  | 'GRANTED';

/** Which requests are listed. */
export type MembershipRequestBox =
  /** Those the reader sent, answered or not. */
  | 'SENT'
  /** Those that wait and that the reader may answer: as lead, or as a coordinator where nobody leads. */
  | 'TO_ANSWER';

/** Where a request stands. */
export type MembershipRequestStatus =
  /** Declined, with a reason. */
  | 'DECLINED'
  /** Granted, or they came into the team otherwise. */
  | 'GRANTED'
  /** Not answered yet. */
  | 'WAITING';

/** A family that was registered twice. */
export type MergeFamiliesInput = {
  /** The file that is merged into it. */
  duplicateId: string;
  /** Its version when it was read. */
  duplicateVersion: number;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Adults who are in both files. */
  sameAdults?: Array<SamePersonInput>;
  /** Children who are in both files. */
  sameChildren?: Array<SamePersonInput>;
  /** The file that stays. */
  survivorId: string;
  /** Its version when it was read. */
  survivorVersion: number;
};

/** Why MergeFamiliesRefusal was given. */
export type MergeFamiliesRefusalReason =
  /** This child has bookings at the same time in both files: cancel one. */
  | 'BOOKINGS_OVERLAP'
  /** This duplicate is merged into another file already. */
  | 'MERGED_INTO_ANOTHER'
  /** The same person is named in two pairs. */
  | 'NAMED_TWICE'
  /** A child who is in both files lives by turns with two other families, its calendars overlap, or a rule is said twice. */
  | 'RESIDENCES_DIFFER'
  /** This is the same file: choose the duplicate. */
  | 'SAME_FAMILY'
  /** A child lives by turns with these two families: they are two households. */
  | 'SHARED_BETWEEN_THEM'
  /** One of the two files has changed in the meantime. Read them again. */
  | 'STALE_VERSION'
  /** The file to keep is merged into another itself: take that one. */
  | 'SURVIVOR_IS_MERGED'
  /** The service point does not know one of the two files. */
  | 'UNKNOWN_FAMILY'
  /** A pair does not keep a member of the survivor and drop one of the duplicate. */
  | 'UNKNOWN_PAIR';

/** What happens at a milestone. */
export type MilestoneKind =
  /** An appointment with the advisor. */
  | 'ADVISOR_APPOINTMENT'
  /** One day of a work immersion (PMSMP, code du travail L5135-1). */
  | 'IMMERSION'
  /** A job interview. */
  | 'INTERVIEW'
  /** The first day of a job. */
  | 'JOB_START'
  /** One day of a training course. */
  | 'TRAINING_SESSION'
  /** A workshop of the employment service. */
  | 'WORKSHOP';

/** Where a milestone stands in its life cycle. */
export type MilestoneStatus =
  /** The job seeker came. */
  | 'ATTENDED'
  /** Called off. */
  | 'CANCELLED'
  /** Confirmed by the job seeker or the employer. */
  | 'CONFIRMED'
  /** The job seeker did not come, for a reason that was accepted. */
  | 'EXCUSED'
  /** The job seeker did not come; `missedReason` says why. */
  | 'MISSED'
  /** Foreseen. */
  | 'PLANNED';

/** Who may read a note; its author always may. */
export type NoteAudience =
  /** Caseworkers, advisors and coordinators. */
  | 'ALL_AGENCIES'
  /** The author alone. */
  | 'AUTHOR'
  /** Caseworkers. */
  | 'SOCIAL_WORKERS'
  /** Who is in the support team of the family on the day of reading. */
  | 'SUPPORT_TEAM';

/** What a note is about. */
export type NoteCategory =
  /** Its benefits and resources. */
  | 'BENEFITS'
  /** Its childcare. */
  | 'CHILDCARE'
  /** The family in general. */
  | 'GENERAL'
  /** Its job search. */
  | 'JOB_SEARCH';

/** A place for a care request: all that it asks for, or a part of it. */
export type OfferPlaceInput = {
  /** The request. */
  careRequestId: string;
  /** Until when the family can answer, before care begins; unless given after 10 days for long-term, 7 for flexible, 2 for short-term care and 2 hours for an emergency. */
  expiresAt?: string | null | undefined;
  /** Weekly care: its first day; the first of the request that is still possible unless given. */
  firstDay?: string | null | undefined;
  /** Made by the client, so that sending again offers once. */
  id?: string | null | undefined;
  /** Weekly care: its last day; that of the request unless given. */
  lastDay?: string | null | undefined;
  /** The section that offers the place. */
  sectionId: string;
  /** Dated care in part; all that is asked for unless given. */
  stretches?: Array<CareStretchInput> | null | undefined;
  /** The version of the request when it was read. */
  version: number;
  /** Weekly care in part, such as mornings only; all that is asked for unless given. */
  weeklyPattern?: Array<PatternLineInput> | null | undefined;
};

/** Why OfferPlaceRefusal was given. */
export type OfferPlaceRefusalReason =
  /** This centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** A long-term place is offered once an admission commission has granted it, for this section. */
  | 'COMMISSION_NEEDED'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This request is for an ordinary week: so is its offer, without dates. */
  | 'DATED_OFFER_NOT_FOR_THIS_KIND'
  /** The days offered lie outside the period asked for. */
  | 'DAYS_OUTSIDE_THE_REQUEST'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** The offer would expire in the past, after care begins, or too late: 30 days for long-term, 14 for flexible, 7 for short-term care, 24 hours for an emergency. */
  | 'EXPIRY_NOT_POSSIBLE'
  /** The centre lacks a facility that the request names. */
  | 'FACILITY_MISSING'
  /** A line that was given falls on none of the days offered. */
  | 'LINE_OUTSIDE_PERIOD'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** The offer goes beyond what the family asked for; change the request first. */
  | 'MORE_THAN_REQUESTED'
  /** The offer contains no hours. */
  | 'NOTHING_OFFERED'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** Hours that are offered fall on no day on which the centre opens. */
  | 'NO_OPEN_DAY'
  /** Two times that are offered overlap. */
  | 'OFFER_OVERLAPS_ITSELF'
  /** The centre is not open for all of this time. */
  | 'OUTSIDE_OPENING_HOURS'
  /** The section is full at that time. */
  | 'SECTION_FULL'
  /** The request has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** Long-term care starts next Monday at the earliest. */
  | 'STARTS_BEFORE_NEXT_MONDAY'
  /** The start has passed; an emergency may start with the half-hour that runs, not earlier. */
  | 'STARTS_IN_THE_PAST'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** The request waits for no place. */
  | 'STEP_NOT_ALLOWED'
  /** Care is booked two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** There is no such request. */
  | 'UNKNOWN_CARE_REQUEST'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** There is no such section. */
  | 'UNKNOWN_SECTION'
  /** This request is for dates: so is its offer, without an ordinary week. */
  | 'WEEKLY_OFFER_NOT_FOR_THIS_KIND';

/** A benefit to put on record. */
export type OpenEntitlementInput = {
  /** The adult who holds it; absent when the family does. */
  adultId?: string | null | undefined;
  /** The child for whom it is due (ASF, AEEH, CMG); an AEEH is always due for one, once for each child and source in a file. Of a benefit on record without it only an import with its number can say it. */
  childId?: string | null | undefined;
  /** The family whose benefit it is. */
  familyId: string;
  /** First day of that state, today at the latest. */
  from: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Euro cents per month, when open or suspended and known. */
  monthlyAmountCents?: number | null | undefined;
  /** Code of the reason, when an RSA is suspended. */
  reason?: string | null | undefined;
  /** Which benefit. */
  scheme: Scheme;
  /** Who told us of it. */
  source?: InformationSource;
  /** Its first state here: pending, open or suspended. */
  state?: EntitlementStatus;
};

/** Why OpenEntitlementRefusal was given. */
export type OpenEntitlementRefusalReason =
  /** This adult does not belong to this family. */
  | 'ADULT_OF_ANOTHER_FAMILY'
  /** This holder, or this child, has this benefit on record and it is not over. */
  | 'ALREADY_OPEN'
  /** An amount makes sense only for an open or suspended right. */
  | 'AMOUNT_WITHOUT_RIGHT'
  /** The AEEH is due for a child: say which. */
  | 'CHILD_NEEDED'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** A benefit of this scheme is not put on record in this state. */
  | 'FORBIDDEN_STATE'
  /** The start date lies after today. */
  | 'FROM_IN_THE_FUTURE'
  /** `from` lies before the family benefit funds existed (1946). */
  | 'FROM_TOO_LONG_AGO'
  /** The amount is below zero. */
  | 'NEGATIVE_AMOUNT'
  /** This benefit is not due for a child: name none. */
  | 'NOT_DUE_FOR_A_CHILD'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** This adult is not known here yet. If just registered, try again in a moment. */
  | 'UNKNOWN_ADULT'
  /** This child is not known here in this family. If just registered, try again in a moment. */
  | 'UNKNOWN_CHILD'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** This reason is not in the official list for this state. */
  | 'UNKNOWN_REASON';

/** Hours of every week, in local time of the city. */
export type OpeningHoursInput = {
  /** From, on the half-hour, or at a time at which the centre opens or closes already. */
  from: string;
  /** To, the same day, on the half-hour or at such a time. */
  to: string;
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
};

/** Who runs a centre. */
export type Operator =
  /** A non-profit association. */
  | 'ASSOCIATIVE'
  /** The city. */
  | 'MUNICIPAL';

/** Who looks after a child in an own arrangement. */
export type OwnArrangementKind =
  /** A registered childminder whom the family employs. */
  | 'CHILDMINDER'
  /** The family itself: the other parent, a grandparent… */
  | 'FAMILY'
  /** Somebody else. */
  | 'OTHER'
  /** School, in its terms; school holidays and public holidays do not count. */
  | 'SCHOOL';

/** One stretch of care in every week, in local time of the city. */
export type PatternLineInput = {
  /** Care starts at, on the half-hour. */
  from: string;
  /** Care ends at, the same day, on the half-hour. */
  to: string;
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
};

/** Why care of a placement does not take place on some days. */
export type PauseKind =
  /** The child’s absence was announced. */
  | 'ABSENCE'
  /** The placement is suspended and can run again. */
  | 'SUSPENSION';

/** Where a placement stands in its life. */
export type PlacementStatus =
  /** Running. */
  | 'ACTIVE'
  /** Over. */
  | 'ENDED'
  /** Agreed, not started. */
  | 'PLANNED'
  /** Paused; it can run again. */
  | 'SUSPENDED';

/** A point on the map (WGS 84). */
export type PositionInput = {
  /** Degrees north. */
  latitude: number;
  /** Degrees east. */
  longitude: number;
};

/** How much of a weight counts within so many days, or from so many days on. */
export type PriorityBandInput = {
  /** Days, 0 to 1,000. */
  days: number;
  /** Share of the weight, in tenths, 0.1 to 1. */
  value: number;
};

/** What each criterion of priority can contribute; all together 100. */
export type PriorityWeightsInput = {
  /** How soon care is needed. */
  firstDay: number;
  /** The family receives income support. */
  incomeSupport: number;
  /** One parent brings the children up alone. */
  loneParent: number;
  /** A step of the job search within days. */
  milestone: number;
  /** How long the request has waited. */
  waitingTime: number;
};

/** A colleague of whichever agency, as the directory knows them: by `id`, or by `sub`. */
export type ProfessionalInput = {
  /**
   * The agency the professional works for.
   * @deprecated The directory knows it; what is sent here is ignored.
   */
  agency?: string | null | undefined;
  /** The `id` in the directory; see `professionals`. */
  id?: string | null | undefined;
  /**
   * First and last name.
   * @deprecated The directory knows it; what is sent here is ignored.
   */
  name?: string | null | undefined;
  /**
   * What the professional does.
   * @deprecated The directory knows it; what is sent here is ignored.
   */
  role?: ProfessionalRole | null | undefined;
  /** The sign-in, as the `sub` of the token says it. */
  sub?: string | null | undefined;
};

/** What a professional does for families. */
export type ProfessionalRole =
  /** Coordinator at the early-childhood service point. */
  | 'CARE_COORDINATOR'
  /** Social worker of the département or the CAF. */
  | 'CASEWORKER'
  /** Advisor of the employment service. */
  | 'EMPLOYMENT_ADVISOR';

/** Another solution for a family while no place is free. */
export type ProposeAlternativeInput = {
  /** The request. */
  careRequestId: string;
  /** Whom to ask about it, where known. */
  contact?: string | null | undefined;
  /** The telephone number to call about it, French or international. */
  phone?: string | null | undefined;
  /** The alternative that this one replaces, as when its number was wrong; it stays readable. Without, this is another one. */
  replacesId?: string | null | undefined;
  /** The solution, in words the family understands. */
  text: string;
  /** Its version when it was read. */
  version: number;
};

/** Why ProposeAlternativeRefusal was given. */
export type ProposeAlternativeRefusalReason =
  /** The telephone number is neither French nor international. */
  | 'PHONE_NOT_UNDERSTOOD'
  /** This solution is proposed to the family already. */
  | 'PROPOSED_ALREADY'
  /** The request has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The request does not wait for a place. */
  | 'STEP_NOT_ALLOWED'
  /** Describe the solution proposed to the family. */
  | 'TEXT_MISSING'
  /** This is too long: at most a thousand characters for the solution, 250 for the contact. */
  | 'TEXT_TOO_LONG'
  /** Twenty solutions are noted already: talk to the family before you add another. */
  | 'TOO_MANY_ALTERNATIVES'
  /** The solution to replace is not of this request, or is replaced already: read the request again. */
  | 'UNKNOWN_ALTERNATIVE'
  /** There is no such request. */
  | 'UNKNOWN_CARE_REQUEST';

/** The absence of a professional of your own agency, in place of the one on record. */
export type RecordAbsenceInput = {
  /** First day away; absent to take the absence on record back. */
  from?: string | null | undefined;
  /** The professional, of your own agency. */
  professionalId: string;
  /** Who stands in: a colleague of the same agency and role. */
  standIn?: ProfessionalInput | null | undefined;
  /** First day back; absent while nobody knows it. */
  to?: string | null | undefined;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why RecordAbsenceRefusal was given. */
export type RecordAbsenceRefusalReason =
  /** A return or a stand-in was given without `from`. */
  | 'ABSENCE_WITHOUT_BEGINNING'
  /** The day of coming back must follow the first day away. */
  | 'BACK_BEFORE_LEAVING'
  /** The entry has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The directory of your agency does not know this person. */
  | 'UNKNOWN_PROFESSIONAL'
  /** Choose as stand-in a colleague of the same agency and role who still works there. */
  | 'UNSUITABLE_STAND_IN';

/** Who arrived, left or did not come. */
export type RecordAttendancesInput = {
  /** Sixty lines at most, in any order: they are noted by their times. */
  lines: Array<AttendanceLineInput>;
};

/** Why RecordAttendancesRefusal was given. */
export type RecordAttendancesRefusalReason =
  /** Sixty lines at once at most: send the rest afterwards. */
  | 'TOO_MUCH_AT_ONCE';

/** What a commission decided on one request. */
export type RecordCommissionDecisionInput = {
  /** The request, of long-term care. */
  careRequestId: string;
  /** The commission. */
  commissionId: string;
  /** What was decided. */
  decision: CommissionOutcome;
  /** Made by the client, so that sending again records once. */
  id?: string | null | undefined;
  /** Why; needed unless a place is granted. */
  reason?: string | null | undefined;
  /** The section in which a place is granted; then only. */
  sectionId?: string | null | undefined;
  /** The version of the request when it was read. */
  version: number;
};

/** Why RecordCommissionDecisionRefusal was given. */
export type RecordCommissionDecisionRefusalReason =
  /** This commission decided on this request already. */
  | 'ALREADY_DECIDED'
  /** The commission is closed: its decisions no longer change. */
  | 'COMMISSION_CLOSED'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The commission has not been held yet. */
  | 'NOT_HELD_YET'
  /** The commission decides on long-term care only. */
  | 'NOT_LONG_TERM'
  /** This request does not wait for a place. */
  | 'NOT_WAITING'
  /** Say why: the family has a right to know (CRPA L211-2). */
  | 'REASON_MISSING'
  /** Name the section in which a place is granted. */
  | 'SECTION_MISSING'
  /** A section is named only when a place is granted. */
  | 'SECTION_NOT_FOR_THIS_DECISION'
  /** The request has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such request. */
  | 'UNKNOWN_CARE_REQUEST'
  /** There is no such commission. */
  | 'UNKNOWN_COMMISSION'
  /** There is no such section. */
  | 'UNKNOWN_SECTION';

/** That a professional of your own agency leaves their post. */
export type RecordDepartureInput = {
  /** First day on which the professional no longer works there; today when absent, `null` to take it back. */
  on?: string | null | undefined;
  /** The professional, of your own agency. */
  professionalId: string;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why RecordDepartureRefusal was given. */
export type RecordDepartureRefusalReason =
  /** The entry has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The directory of your agency does not know this person. */
  | 'UNKNOWN_PROFESSIONAL';

/** What became of a return to work, once the point is reached. */
export type RecordFollowUpInput = {
  /** An id chosen by the client (UUID): sending it again is harmless. */
  id?: string | null | undefined;
  /** What has become of it. */
  outcome: FollowUpOutcome;
  /** How long after the first day. */
  point: FollowUpPoint;
  /** The return to work, of a job seeker you follow. */
  returnId: string;
};

/** Why RecordFollowUpRefusal was given. */
export type RecordFollowUpRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This follow-up is recorded already, with another outcome. */
  | 'FOLLOWED_UP_ALREADY'
  /** A follow-up is recorded one, three or six months after the first day, or later. */
  | 'NOT_DUE_YET'
  /** No job seeker you follow has this return to work. */
  | 'UNKNOWN_RETURN';

/** What a family objects to sharing, as it said so. */
export type RecordObjectionInput = {
  /** With whom it is not. */
  agency: AgencyKind;
  /** What is not to be shared. */
  category: SharedCategory;
  /** The family. */
  familyId: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** What else was said; 4,000 characters at most, only what is necessary. */
  note?: string | null | undefined;
  /** The adult of the family who said so. */
  saidByAdultId: string;
  /** The day on which it was said; today when absent. */
  saidOn?: string | null | undefined;
  /** The colleague to whom it was said; you yourself when absent. */
  toldTo?: ProfessionalInput | null | undefined;
};

/** Why RecordObjectionRefusal was given. */
export type RecordObjectionRefusalReason =
  /** This person is not an adult of this family. Choose who said it. */
  | 'ANOTHER_FAMILYS_ADULT'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** This agency keeps that information itself: the family can object to sharing it with the other two. */
  | 'KEPT_THERE'
  /** The family has objected to this already; the objection is in force. */
  | 'OBJECTED_ALREADY'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The family cannot have said so tomorrow: give the day on which you spoke. */
  | 'SAID_IN_THE_FUTURE'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This adult is not known here yet. If just registered, try again in a moment. */
  | 'UNKNOWN_ADULT'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** This person is not in the directory. Search by name, or ask the administrator of their agency to record them. */
  | 'UNKNOWN_PROFESSIONAL';

/** Time when a child is looked after otherwise: either dated or weekly. */
export type RecordOwnArrangementInput = {
  /** The child. */
  childId: string;
  /** When it happens once; absent when weekly. */
  dated?: DatedArrangementInput | null | undefined;
  /** Made by the client, so that sending again records once. */
  id?: string | null | undefined;
  /** Who looks after it; school is always weekly. */
  kind: OwnArrangementKind;
  /** When it recurs; absent when dated. */
  weekly?: WeeklyArrangementInput | null | undefined;
};

/** Why RecordOwnArrangementRefusal was given. */
export type RecordOwnArrangementRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** Give either a dated time or a weekday of every week. */
  | 'DATED_OR_WEEKLY'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** The family objects to sharing its childcare with your agency: nothing was written down. Send the family to the service point. */
  | 'FAMILY_OBJECTS'
  /** School is given by weekday; its holidays do not count. */
  | 'SCHOOL_IS_WEEKLY'
  /** The service point does not know this child. */
  | 'UNKNOWN_CHILD'
  /** This weekday falls on no day of the period. */
  | 'WEEKDAY_OUTSIDE_PERIOD'
  /** The weekday goes from 1 (Monday) to 7 (Sunday). */
  | 'WEEKDAY_UNKNOWN';

/** Somebody of your own agency who has not signed in yet. */
export type RecordProfessionalInput = {
  /** The districts whose families the professional works for. */
  districtIds?: Array<string> | null | undefined;
  /** First and last name. */
  name: string;
  /** The telephone at work. */
  phone?: string | null | undefined;
  /** Where the professional works. */
  place?: string | null | undefined;
  /** What the professional does. */
  role: ProfessionalRole;
  /** The sign-in, as the `sub` of the token will say it. */
  sub: string;
};

/** Why RecordProfessionalRefusal was given. */
export type RecordProfessionalRefusalReason =
  /** This sign-in is in the directory already. Search for the person by name. */
  | 'ALREADY_IN_DIRECTORY'
  /** Your agency does not have this role: the person would see no family. Choose another role, or ask their agency to record them. */
  | 'ROLE_OF_ANOTHER_AGENCY'
  /** Write each of them in one line of 1 to 200 characters. */
  | 'UNSUITABLE_TEXT';

/** Resources of a family in one year; for a year on record they replace all that stands of it. */
export type RecordResourcesInput = {
  /** How many of them have the AEEH. */
  aeehChildren?: number;
  /** Dependent children, 0 to 30. */
  dependentChildren: number;
  /** The family. */
  familyId: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Who told us. */
  source?: InformationSource;
  /** A year that is over. Care of year N is charged on year N−2. */
  year: number;
  /** Euro cents in that year, before tax abatements. */
  yearlyAmountCents: number;
};

/** Why RecordResourcesRefusal was given. */
export type RecordResourcesRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** Not 0 to 30 children, or more with AEEH than dependent. */
  | 'IMPOSSIBLE_CHILDREN'
  /** The amount is below zero. */
  | 'NEGATIVE_AMOUNT'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** This year is not over. */
  | 'YEAR_NOT_OVER'
  /** The year lies before 2000. */
  | 'YEAR_TOO_LONG_AGO';

/** The exit of a job seeker you follow to employment, training or education. */
export type RecordReturnToWorkInput = {
  /** The registration ends on `startsOn`; false for those who go on searching. */
  closesFile?: boolean;
  /** The contract; only for a job. */
  contract?: ReturnContract | null | undefined;
  /** The last day, when there is one. */
  endsOn?: string | null | undefined;
  /** An id chosen by the client (UUID): sending it again is harmless. */
  id?: string | null | undefined;
  /** The job seeker, one you follow. */
  jobSeekerId: string;
  /** What the job seeker returns to. */
  kind: ReturnKind;
  /** The first day; not before the registration. */
  startsOn: string;
  /** The job or course, 1 to 200 characters. */
  title?: string | null | undefined;
  /** All hours of the training or course, 1 to 5000. */
  trainingHours?: number | null | undefined;
  /** The version of the job seeker you saw. */
  version: number;
  /** Agreed hours a week, 1 to 60. */
  weeklyHours?: number | null | undefined;
};

/** Why RecordReturnToWorkRefusal was given. */
export type RecordReturnToWorkRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** Only a job has a contract. */
  | 'CONTRACT_ONLY_FOR_A_JOB'
  /** Weekly hours go from 1 to 60 (code du travail L3121-20 and L3121-21). */
  | 'HOURS_OUT_OF_RANGE'
  /** `endsOn` is `startsOn` or a later day. */
  | 'RETURN_ENDS_BEFORE_IT_STARTS'
  /** The job-seeker file has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The return to work cannot start before the registration. */
  | 'STARTS_BEFORE_REGISTRATION'
  /** A training has 1 to 5,000 hours in all. */
  | 'TRAINING_HOURS_OUT_OF_RANGE'
  /** You follow no such job seeker. */
  | 'UNKNOWN_JOB_SEEKER'
  /** Title and place are one line of 1 to 200 characters. */
  | 'UNSUITABLE_TEXT';

/** What was known of the milestone when hours were reduced. */
export type ReductionEvidence =
  /** It was missed because nobody could look after a child. */
  | 'MISSED_FOR_CHILDCARE'
  /** It lay ahead and care was found for a part of it only. */
  | 'PARTIALLY_COVERED'
  /** It lay ahead and no care was found for it. */
  | 'UNCOVERED';

/** Which referrals are listed. */
export type ReferralBox =
  /** Those addressed to the reader, or to nobody in particular of the service point or of the social service of the reader’s districts. */
  | 'RECEIVED'
  /** Those the reader sent. */
  | 'SENT';

/** What the addressee answers. */
export type ReferralDecision =
  /** Takes care of it, as a member of the support team. */
  | 'ACCEPTED'
  /** Does not, for a reason that is given. */
  | 'DECLINED';

/** Where a referral stands in its life. */
export type ReferralStatus =
  /** Accepted: whoever did takes care of it, and is of the support team. */
  | 'ACCEPTED'
  /** Declined, with a reason. */
  | 'DECLINED'
  /** Not decided within 30 days. */
  | 'EXPIRED'
  /** Opened, not decided. */
  | 'SEEN'
  /** Sent, not opened by anybody it is for. */
  | 'SENT'
  /** Taken back by whoever sent it, before it was decided. */
  | 'WITHDRAWN';

/** To whom a family is referred. */
export type ReferralTarget =
  /** An employment advisor, who is always named: advisors see their own job seekers only. */
  | 'ADVISOR'
  /** The early-childhood service point; any of its coordinators, unless one is named. */
  | 'SERVICE_POINT'
  /** A social worker; any of them, unless one is named. */
  | 'SOCIAL_WORKER';

/** A request that is refused. */
export type RefuseCareRequestInput = {
  /** The request. */
  careRequestId: string;
  /** Why, as the family may read it (CRPA L211-2). */
  reason: string;
  /** Its version when it was read. */
  version: number;
};

/** Why RefuseCareRequestRefusal was given. */
export type RefuseCareRequestRefusalReason =
  /** A request for long-term care is decided in an admission commission. */
  | 'DECIDED_BY_A_COMMISSION'
  /** Say why: the family has a right to know (CRPA L211-2). */
  | 'REASON_MISSING'
  /** The request has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** A request is refused while it waits for a place, not after. */
  | 'STEP_NOT_ALLOWED'
  /** There is no such request. */
  | 'UNKNOWN_CARE_REQUEST';

/** A family that comes to the service point. */
export type RegisterFamilyInput = {
  /** Its adults, one at least. */
  adults: Array<AdultInput>;
  /** Its dependent children. */
  children?: Array<ChildInput>;
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** The family. */
  family: FamilyInput;
  /** Made by the client, so that sending again registers once. */
  id?: string | null | undefined;
};

/** Why RegisterFamilyRefusal was given. */
export type RegisterFamilyRefusalReason =
  /** An address needs a street, a postal code of five digits and a city. */
  | 'ADDRESS_NOT_UNDERSTOOD'
  /** An adult would be under 12 or over 100 years old. Check the date of birth, then confirm. A question: `confirmed: true` passes it. */
  | 'ADULT_AGE_UNLIKELY'
  /** A family has at least one adult. */
  | 'ADULT_MISSING'
  /** An adult is less than 12 years older than a child. Check the dates of birth, then confirm. A question: `confirmed: true` passes it. */
  | 'ADULT_NOT_OLDER_THAN_CHILD'
  /** The date of birth lies in the future. */
  | 'BIRTH_DATE_IN_THE_FUTURE'
  /** Exactly one is needed: the day of birth of a child who is born, or the expected one. */
  | 'BIRTH_OR_EXPECTED_DATE_NEEDED'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The expected date is over 10 months ahead or over 2 months ago. */
  | 'EXPECTED_DATE_NOT_PLAUSIBLE'
  /** The language is not a BCP 47 tag. */
  | 'LANGUAGE_NOT_UNDERSTOOD'
  /** A first or last name is missing. */
  | 'NAME_MISSING'
  /** A name has 150 characters at most: check what was pasted. */
  | 'NAME_TOO_LONG'
  /** The child is 18 or older. */
  | 'NOT_A_CHILD'
  /** The telephone number is neither French nor international. */
  | 'PHONE_NOT_UNDERSTOOD'
  /** The position is over 50 km from every district of the city. A question: `confirmed: true` passes it. */
  | 'POSITION_FAR_AWAY'
  /** This position lies in another district than the one given. Check it, then confirm. A question: `confirmed: true` passes it. */
  | 'POSITION_IN_ANOTHER_DISTRICT'
  /** Latitude or longitude is out of range. */
  | 'POSITION_NOT_ON_THE_MAP'
  /** Over 30 collectors or care alerts, or one of over 500 characters. */
  | 'TOO_MUCH_TEXT'
  /** There is no such district. */
  | 'UNKNOWN_DISTRICT'
  /** The day on which the vaccinations were checked lies in the future. */
  | 'VACCINATION_IN_THE_FUTURE';

/** An arrangement that falls through, or was noted by mistake. */
export type RemoveOwnArrangementInput = {
  /** The arrangement. */
  ownArrangementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, in the words of whoever removes it. */
  reason?: string | null | undefined;
  /** Its version when it was read. */
  version: number;
};

/** Why RemoveOwnArrangementRefusal was given. */
export type RemoveOwnArrangementRefusalReason =
  /** This arrangement is over: what took place stays noted. */
  | 'ALREADY_OVER'
  /** This own arrangement is removed already. */
  | 'ALREADY_REMOVED'
  /** The own arrangement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such own arrangement. */
  | 'UNKNOWN_OWN_ARRANGEMENT';

/** A placement that is to go on after its last day. */
export type RenewPlacementInput = {
  /** Last day of the renewal, which starts the day after the placement ends and lasts less than 12 months. */
  lastDay: string;
  /** The placement. */
  placementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Its version when it was read. */
  version: number;
  /** The hours of an ordinary week from then on; the same unless given. */
  weeklyPattern?: Array<PatternLineInput> | null | undefined;
};

/** Why RenewPlacementRefusal was given. */
export type RenewPlacementRefusalReason =
  /** The placement is over. */
  | 'ALREADY_ENDED'
  /** This centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** An insertion contract is renewed once only. */
  | 'INSERTION_CONTRACT_RENEWED_ONCE'
  /** The placement is suspended. Resume it first. */
  | 'IS_SUSPENDED'
  /** Two stretches of the same day overlap. */
  | 'LINES_OVERLAP'
  /** A stretch of the week ends before it starts. */
  | 'LINE_ENDS_BEFORE_IT_STARTS'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** The centre is not open for all of this time. */
  | 'OUTSIDE_OPENING_HOURS'
  /** The day, or every day of some hours that were given, lies outside the placement, or outside its renewal. */
  | 'OUTSIDE_PLACEMENT'
  /** An insertion contract lasts six months at most. */
  | 'OVER_SIX_MONTHS'
  /** A placement lasts less than twelve months; it is renewed then. */
  | 'OVER_TWELVE_MONTHS'
  /** Give at least one day and its hours. */
  | 'PATTERN_EMPTY'
  /** The last day is not after the end of the placement. */
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  /** Another placement continues it already: that one is to be ended or renewed. */
  | 'RENEWED_ALREADY'
  /** The section is full at that time. */
  | 'SECTION_FULL'
  /** The placement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** Long-term care starts next Monday at the earliest. */
  | 'STARTS_BEFORE_NEXT_MONDAY'
  /** The start has passed; an emergency may start with the half-hour that runs, not earlier. */
  | 'STARTS_IN_THE_PAST'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** Care is booked two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** There is no such placement. */
  | 'UNKNOWN_PLACEMENT'
  /** There is no such section. */
  | 'UNKNOWN_SECTION'
  /** The weekday goes from 1 (Monday) to 7 (Sunday). */
  | 'WEEKDAY_UNKNOWN';

/** The childcare cover of a milestone when it took place. */
export type ReportedCover =
  /** Every child was looked after for the whole time, travel included. */
  | 'COVERED'
  /** No child needed care. */
  | 'NOT_NEEDED'
  /** The service point had told no cover of these times. */
  | 'NOT_TOLD'
  /** A part of the time was not covered. */
  | 'PARTIAL'
  /** A child was not looked after at all. */
  | 'UNCOVERED'
  /** A shared residence without a calendar. */
  | 'UNKNOWN';

/** Which family you ask to follow, and why. */
export type RequestMembershipInput = {
  /** The family, where you see it already; else the `handle` that `lookUpFamily` gave. */
  familyId?: string | null | undefined;
  /** What `lookUpFamily` answered; good for one request. */
  handle?: string | null | undefined;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Why; 4,000 characters at most. Whoever answers reads it. */
  reason: string;
};

/** Why RequestMembershipRefusal was given. */
export type RequestMembershipRefusalReason =
  /** You have asked to follow this family already: your request waits for an answer. */
  | 'ASKED_ALREADY'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** Name the family, or the lookup that found it: one of both. */
  | 'FAMILY_OR_HANDLE'
  /** You are in the support team of this family already. */
  | 'MEMBER_ALREADY'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** The handle of the lookup is another’s, was used, or is too old. */
  | 'UNKNOWN_HANDLE';

/** A suspended placement that is to run again. */
export type ResumePlacementInput = {
  /** First day with care again, today at the earliest. */
  from: string;
  /** The placement. */
  placementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Its version when it was read. */
  version: number;
};

/** Why ResumePlacementRefusal was given. */
export type ResumePlacementRefusalReason =
  /** The placement is over. */
  | 'ALREADY_ENDED'
  /** This centre does not offer this kind of care. */
  | 'CARE_KIND_NOT_OFFERED'
  /** The centre is closed on that day, or at those hours. */
  | 'CENTRE_CLOSED'
  /** The centre has reached its authorised places, or 115 % of them for an emergency. */
  | 'CENTRE_FULL'
  /** The child-hours of the week would exceed authorised places × opening hours (R2324-27). */
  | 'CENTRE_WEEK_FULL'
  /** The child is booked at that time, here or elsewhere. */
  | 'CHILD_ALREADY_BOOKED'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** 6 years or older, or too old for the section. */
  | 'CHILD_TOO_OLD'
  /** Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected. */
  | 'CHILD_TOO_YOUNG'
  /** The end comes before the start. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** The placement is suspended. Resume it first. */
  | 'IS_SUSPENDED'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** No suspension reaches to that day. */
  | 'NOT_SUSPENDED'
  /** The centre is not open for all of this time. */
  | 'OUTSIDE_OPENING_HOURS'
  /** The day, or every day of some hours that were given, lies outside the placement, or outside its renewal. */
  | 'OUTSIDE_PLACEMENT'
  /** The section is full at that time. */
  | 'SECTION_FULL'
  /** The placement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** Long-term care starts next Monday at the earliest. */
  | 'STARTS_BEFORE_NEXT_MONDAY'
  /** The start has passed; an emergency may start with the half-hour that runs, not earlier. */
  | 'STARTS_IN_THE_PAST'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** Care is booked two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** There is no such placement. */
  | 'UNKNOWN_PLACEMENT'
  /** There is no such section. */
  | 'UNKNOWN_SECTION';

/** The contract of a job. */
export type ReturnContract =
  /** Apprenticeship or contract with training (alternance). */
  | 'APPRENTICESHIP'
  /** For a fixed term (CDD). */
  | 'FIXED_TERM'
  /** Another one. */
  | 'OTHER'
  /** Without an end (CDI). */
  | 'PERMANENT'
  /** Subsidised, for example a skills path (parcours emploi compétences). */
  | 'SUBSIDISED'
  /** Through an agency for temporary work. */
  | 'TEMPORARY';

/** What a job seeker returned to. */
export type ReturnKind =
  /** School or university. */
  | 'EDUCATION'
  /** A job. */
  | 'EMPLOYMENT'
  /** Another exit, for example a business of their own. */
  | 'OTHER'
  /** Vocational training. */
  | 'TRAINING';

/** What a review of a file that was opened in an emergency found. */
export type ReviewBreakGlassInput = {
  /** Which one. */
  breakGlassId: string;
  /** What was found. */
  finding: BreakGlassFinding;
  /** What there is to say of it; needed when it was not justified. 4,000 characters at most. */
  remark?: string | null | undefined;
  /** The version that was seen; a newer one on record refuses the change. */
  version: number;
};

/** Why ReviewBreakGlassRefusal was given. */
export type ReviewBreakGlassRefusalReason =
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** Say what was not justified. */
  | 'REMARK_NEEDED'
  /** This emergency access was reviewed already. */
  | 'REVIEWED_ALREADY'
  /** The emergency access has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** This emergency access is still open: review it once it is over. */
  | 'STILL_OPEN'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** There is no such emergency access. */
  | 'UNKNOWN_BREAK_GLASS';

/** Whose sessions end. */
export type RevokeSessionsInput = {
  /** The person, or the system, as the sign-in service knows them. */
  sub: string;
};

/** Why RevokeSessionsRefusal was given. */
export type RevokeSessionsRefusalReason =
  /** This person is not of your agency, or has never signed in to Relais: their own administrator ends their sessions. */
  | 'NOT_OF_YOUR_AGENCY'
  /** Only administrators of the agency end the sessions of their colleagues. Ask one of them. */
  | 'ONLY_ADMINISTRATORS';

/** The same person in both files. */
export type SamePersonInput = {
  /** As registered in the duplicate. */
  drop: string;
  /** As registered in the file that stays. */
  keep: string;
};

/** A commission to come, or one that sat and was not entered. */
export type ScheduleCommissionInput = {
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** The day on which it sits; one that sat already, within a year, with the reason. */
  heldOn: string;
  /** Made by the client, so that sending again schedules once. */
  id?: string | null | undefined;
  /** Why it is entered after it sat; for no other. */
  reason?: string | null | undefined;
};

/** Why ScheduleCommissionRefusal was given. */
export type ScheduleCommissionRefusalReason =
  /** A commission is noted on that day already. If there are two, confirm. A question: `confirmed: true` passes it. */
  | 'ANOTHER_ON_THAT_DAY'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The day has passed, and no reason is given why it is entered afterwards. */
  | 'HELD_IN_THE_PAST'
  /** A commission is entered within the year that follows it: check the day. */
  | 'HELD_TOO_LONG_AGO'
  /** A reason is given only for a commission that sat already: check the day. */
  | 'REASON_NOT_NEEDED';

/** A new milestone of a job seeker you follow. */
export type ScheduleMilestoneInput = {
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** When it ends: on the same day of the city, 14 hours later at most. */
  endsAt: string;
  /** An id chosen by the client (UUID): sending it again is harmless. */
  id?: string | null | undefined;
  /** It takes place by telephone or video. */
  isRemote?: boolean;
  /** The job seeker, one you follow. */
  jobSeekerId: string;
  /** What happens. */
  kind: MilestoneKind;
  /** Where, when known; 1 to 200 characters. */
  place?: string | null | undefined;
  /** When it starts, travel not included; not in the past. */
  startsAt: string;
  /** What it is about, 1 to 200 characters. */
  title: string;
  /** Minutes of travel each way, 0 to 240. */
  travelMinutes: number;
};

/** Why ScheduleMilestoneRefusal was given. */
export type ScheduleMilestoneRefusalReason =
  /** The milestone starts on the day on which the file ends, or later. A question: `confirmed: true` passes it. */
  | 'AFTER_FILE_END'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The milestone must end after it starts. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** This job-seeker file is closed. */
  | 'FILE_CLOSED'
  /** A milestone lasts 14 hours at most. */
  | 'LONGER_THAN_14_HOURS'
  /** A milestone lies within one day of the city; anything longer is a series of milestones. */
  | 'NOT_WITHIN_ONE_DAY'
  /** Another milestone of the same person lies at the same time. A question: `confirmed: true` passes it. */
  | 'OVERLAPS'
  /** A milestone cannot be scheduled in the past. */
  | 'STARTS_IN_THE_PAST'
  /** Travel takes 0 to 240 minutes each way. */
  | 'TRAVEL_OUT_OF_RANGE'
  /** You follow no such job seeker. */
  | 'UNKNOWN_JOB_SEEKER'
  /** Title and place are one line of 1 to 200 characters. */
  | 'UNSUITABLE_TEXT';

/** Milestones of the same kind at the same hours, on some days of the week, for up to six months. */
export type ScheduleMilestoneSeriesInput = {
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** Days left out: holidays, breaks of the course. */
  exceptDays?: Array<string>;
  /** The first day of the period. */
  firstDay: string;
  /** When each starts, by the clock of the city, travel not included. */
  from: string;
  /** An id of the series chosen by the client (UUID): sending it again is harmless. */
  id?: string | null | undefined;
  /** They take place by telephone or video. */
  isRemote?: boolean;
  /** The job seeker, one you follow. */
  jobSeekerId: string;
  /** What happens each time. */
  kind: MilestoneKind;
  /** The last day of the period; 184 days at most, first and last included. */
  lastDay: string;
  /** Where, when known; 1 to 200 characters. */
  place?: string | null | undefined;
  /** What it is about, 1 to 200 characters. */
  title: string;
  /** When each ends, by the clock of the city: 14 hours later at most. */
  to: string;
  /** Minutes of travel each way, 0 to 240. */
  travelMinutes: number;
  /** The days of the week, 1 (Monday) to 7 (Sunday). */
  weekdays: Array<number>;
};

/** Why ScheduleMilestoneSeriesRefusal was given. */
export type ScheduleMilestoneSeriesRefusalReason =
  /** The milestone starts on the day on which the file ends, or later. A question: `confirmed: true` passes it. */
  | 'AFTER_FILE_END'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The milestone must end after it starts. */
  | 'ENDS_BEFORE_IT_STARTS'
  /** This job-seeker file is closed. */
  | 'FILE_CLOSED'
  /** A milestone lasts 14 hours at most. */
  | 'LONGER_THAN_14_HOURS'
  /** A milestone lies within one day of the city; anything longer is a series of milestones. */
  | 'NOT_WITHIN_ONE_DAY'
  /** Another milestone of the same person lies at the same time. A question: `confirmed: true` passes it. */
  | 'OVERLAPS'
  /** The last day comes before the first. */
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  /** A series lies within 184 days, six months; for longer ones, schedule a second one. */
  | 'SERIES_TOO_LONG'
  /** Name at least one day of the week, and do not leave all days out. */
  | 'SERIES_WITHOUT_DAYS'
  /** A milestone cannot be scheduled in the past. */
  | 'STARTS_IN_THE_PAST'
  /** Travel takes 0 to 240 minutes each way. */
  | 'TRAVEL_OUT_OF_RANGE'
  /** You follow no such job seeker. */
  | 'UNKNOWN_JOB_SEEKER'
  /** Title and place are one line of 1 to 200 characters. */
  | 'UNSUITABLE_TEXT'
  /** One of the days of the week falls on no day of the period. */
  | 'WEEKDAY_OUTSIDE_PERIOD'
  /** Days of the week go from 1 (Monday) to 7 (Sunday). */
  | 'WEEKDAY_OUT_OF_RANGE';

/** A benefit that a family or an adult may receive. */
export type Scheme =
  /** Allocation aux adultes handicapés: for adults with a disability. */
  | 'AAH'
  /** Allocation d'éducation de l'enfant handicapé: for a child with a disability. */
  | 'AEEH'
  /** Allocation de soutien familial: support for a child raised by one parent. */
  | 'ASF'
  /** Complément de libre choix du mode de garde: part of the cost of a childminder or private crèche. */
  | 'CMG'
  /** Allocations familiales: from the second child on. */
  | 'FAMILY_ALLOWANCES'
  /** Aide au logement: housing aid. */
  | 'HOUSING_AID'
  /** Prestation d'accueil du jeune enfant, base allowance. */
  | 'PAJE_BASE'
  /** Prime d'activité: supplement for low earnings. */
  | 'PRIME_ACTIVITE'
  /** Revenu de solidarité active: minimum income. */
  | 'RSA';

/** An age group of a centre. */
export type SectionInput = {
  /** Its places kept for emergencies, as the city voted, in place of those said of it elsewhere; `[]` when none are. What was kept of it stays unless given. */
  emergencyPlaces?: Array<KeptPlacesInput> | null | undefined;
  /** The section that it was; a new one unless given. One of the centre that is not named is no longer there. */
  id?: string | null | undefined;
  /** Age in months from which a child is too old for it. */
  maxAgeMonths: number;
  /** Youngest age in completed months. */
  minAgeMonths: number;
  /** Name, for example “Les petits”. */
  name: string;
  /** Children who may be in it at once, emergencies apart. */
  places: number;
  /** Professionals beside the children, as far as the records know them. */
  staff?: number | null | undefined;
};

/** A family to entrust to another agency. */
export type SendReferralInput = {
  /** Somebody in particular; needed for an advisor, everybody of the service point, or of the social service of the family’s district, when absent. */
  addressee?: ProfessionalInput | null | undefined;
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** The family. */
  familyId: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** What is asked; 4,000 characters at most, only what is necessary. */
  message: string;
  /** To whom. */
  target: ReferralTarget;
};

/** Why SendReferralRefusal was given. */
export type SendReferralRefusalReason =
  /** The addressee does not work for that service. */
  | 'ADDRESSEE_OF_ANOTHER_ROLE'
  /** Name the advisor, who sees his or her own job seekers only. */
  | 'ADVISOR_NOT_NAMED'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** This file is restricted: name the person whom you entrust it to. */
  | 'NAME_SOMEBODY'
  /** No social worker in the directory works for the district of this family: name the addressee. */
  | 'NOBODY_OF_THE_DISTRICT'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** A referral of this family to the same addressee waits for an answer. A question: `confirmed: true` passes it. */
  | 'SAME_REFERRAL_OPEN'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY'
  /** This person is not in the directory. Search by name, or ask the administrator of their agency to record them. */
  | 'UNKNOWN_PROFESSIONAL';

/** What a family may object to sharing. */
export type SharedCategory =
  /** Its benefits and resources, and the fee that they give. */
  | 'BENEFITS'
  /** Its childcare: requests, offers, placements, bookings, care alerts, and whether a milestone is covered. */
  | 'CARE'
  /** Its job search: files of job seekers, milestones, returns to work. */
  | 'JOB_SEARCH';

/** A file that becomes two, as when a couple separates. */
export type SplitFamilyInput = {
  /** The adults who leave, one at least; another stays. */
  adultIds: Array<string>;
  /** The children who go with them, those who live there by turns with another family included. */
  childIds?: Array<string>;
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** The new file: where those who leave live, and who they are. */
  family: FamilyInput;
  /** The file, which goes on with who stays. */
  familyId: string;
  /** Made by the client, id of the new file, so that sending again splits once. */
  id?: string | null | undefined;
  /** Only show both files as they would be; nothing is changed. */
  preview?: boolean;
  /** Who brings up the children who stay; a lone parent where one adult stays, unless given. */
  remainingHouseholdKind?: HouseholdKind | null | undefined;
  /** Its version when it was read. */
  version: number;
};

/** Why SplitFamilyRefusal was given. */
export type SplitFamilyRefusalReason =
  /** An address needs a street, a postal code of five digits and a city. */
  | 'ADDRESS_NOT_UNDERSTOOD'
  /** A family has at least one adult. */
  | 'ADULT_MISSING'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** An emergency request for a milestone still waits: book or withdraw it first. */
  | 'MILESTONE_REQUEST_WAITS'
  /** A first or last name is missing. */
  | 'NAME_MISSING'
  /** A name has 150 characters at most: check what was pasted. */
  | 'NAME_TOO_LONG'
  /** An agency has not taken yet all that was told of the file, or of one that was merged into it or parted from it, and might hear of the split first; the sentence names it. */
  | 'NOT_TAKEN_YET'
  /** Say which adult leaves with the new file. */
  | 'NO_ADULT_LEAVES'
  /** One adult at least stays in the file: if all leave, change its address. */
  | 'NO_ADULT_STAYS'
  /** A place offered for a child who leaves waits for the family’s answer: note first whether it takes it. A place that was taken follows the child. */
  | 'OFFER_WAITS'
  /** Only the support team splits a file, for the new one takes over what is the adult’s own. Turn to them. */
  | 'ONLY_ITS_TEAM'
  /** The position is over 50 km from every district of the city. A question: `confirmed: true` passes it. */
  | 'POSITION_FAR_AWAY'
  /** This position lies in another district than the one given. Check it, then confirm. A question: `confirmed: true` passes it. */
  | 'POSITION_IN_ANOTHER_DISTRICT'
  /** Latitude or longitude is out of range. */
  | 'POSITION_NOT_ON_THE_MAP'
  /** The file has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** An adult who was named is not in this file. */
  | 'UNKNOWN_ADULT'
  /** A child is neither registered in this file nor lives there by turns. */
  | 'UNKNOWN_CHILD'
  /** There is no such district. */
  | 'UNKNOWN_DISTRICT'
  /** The service point does not know this family. */
  | 'UNKNOWN_FAMILY';

/** A family’s need of care for one child: `weekly` for long-term and flexible care, `stretches` for short-term care and emergencies. */
export type SubmitCareRequestInput = {
  /** The child; an expected one may ask already. */
  childId: string;
  /** That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not. */
  confirmed?: boolean;
  /** Emergencies only: why it was not foreseen. */
  emergencyReason?: EmergencyReason | null | undefined;
  /** What the centre must offer besides care. */
  facilities?: Array<Facility>;
  /** The family that asks, and pays; unless given, under shared residence the one whose days all of these are, else that of the file. */
  familyId?: string | null | undefined;
  /** Made by the client, so that sending again submits once. */
  id?: string | null | undefined;
  /** The kind of care. */
  kind: CareKind;
  /** The milestone, when that is the reason. */
  milestoneId?: string | null | undefined;
  /** Centres the family prefers, first choice first: up to 4 municipal and 4 associative. */
  rankedCentreIds?: Array<string>;
  /** Short-term and emergency care only: up to 60 stretches. */
  stretches?: Array<CareStretchInput>;
  /** Long-term and flexible care only. */
  weekly?: WeeklyNeedInput | null | undefined;
};

/** Why SubmitCareRequestRefusal was given. */
export type SubmitCareRequestRefusalReason =
  /** A centre is chosen twice. */
  | 'CENTRE_CHOSEN_TWICE'
  /** This child is not of this family. */
  | 'CHILD_OF_ANOTHER_FAMILY'
  /** The child will be six years old on the first day. */
  | 'CHILD_TOO_OLD'
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** Say why it is an emergency. */
  | 'EMERGENCY_REASON_MISSING'
  /** The reason of an emergency goes with emergency care only. */
  | 'EMERGENCY_REASON_NOT_FOR_THIS_KIND'
  /** The family objects to sharing its childcare with your agency: nothing was written down. Send the family to the service point. */
  | 'FAMILY_OBJECTS'
  /** Named an emergency, and begins later than the notice of the city (`CitySettings.emergencyNoticeHours`): it could be foreseen. A question: `confirmed: true` passes it. */
  | 'FORESEEN'
  /** The first day, or a stretch, has passed. */
  | 'IN_THE_PAST'
  /** Two lines of the ordinary week overlap. */
  | 'LINES_OVERLAP'
  /** In the ordinary week, an end comes before its start. */
  | 'LINE_ENDS_BEFORE_IT_STARTS'
  /** A day of the ordinary week falls on no day of the period. */
  | 'LINE_OUTSIDE_PERIOD'
  /** Name the milestone that is the reason of the emergency. */
  | 'MILESTONE_MISSING'
  /** A milestone is named only when it is the reason of the emergency. */
  | 'MILESTONE_NOT_FOR_THIS_REASON'
  /** This milestone is another family’s. */
  | 'MILESTONE_OF_ANOTHER_FAMILY'
  /** Care starts and ends on the hour or the half-hour. */
  | 'NOT_ON_THE_HALF_HOUR'
  /** The family lives in a district whose families are served from a later day on; the sentence says from which, and to whom they turn until then. Never said where the address is protected. */
  | 'NOT_SERVED_YET'
  /** A stretch does not lie within one local day. */
  | 'NOT_WITHIN_ONE_DAY'
  /** The child is known to be with its other family at some of these times. A question: `confirmed: true` passes it. */
  | 'OTHER_PARENTS_DAY'
  /** A request is for less than twelve months; it can be renewed afterwards. */
  | 'OVER_TWELVE_MONTHS'
  /** The last day comes before the first. */
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  /** Another open request asks for the same kind and times of care for this child. A question: `confirmed: true` passes it. */
  | 'SAME_REQUEST_OPEN'
  /** A stay lasts 12 hours at most. */
  | 'STAY_TOO_LONG'
  /** Short-term care and emergencies need at least one date with its hours. */
  | 'STRETCHES_MISSING'
  /** Long-term and flexible care are asked for by ordinary week, without single dates. */
  | 'STRETCHES_NOT_FOR_THIS_KIND'
  /** Two stretches overlap. */
  | 'STRETCHES_OVERLAP'
  /** The end of a stretch comes before its start. */
  | 'STRETCH_ENDS_BEFORE_IT_STARTS'
  /** Care is asked for two years ahead at most: check the year. */
  | 'TOO_FAR_AHEAD'
  /** The family ranks four municipal and four associative centres at most. */
  | 'TOO_MANY_CHOICES'
  /** A request has 60 dates at most; beyond, it is long-term or flexible care. */
  | 'TOO_MANY_STRETCHES'
  /** One of the chosen centres does not exist. */
  | 'UNKNOWN_CENTRE'
  /** The service point does not know this child. */
  | 'UNKNOWN_CHILD'
  /** The service point does not know this family. */
  | 'UNKNOWN_FAMILY'
  /** This milestone is not known here. If it was just planned, try again in a moment. */
  | 'UNKNOWN_MILESTONE'
  /** The weekday goes from 1 (Monday) to 7 (Sunday). */
  | 'WEEKDAY_UNKNOWN'
  /** Long-term and flexible care need an ordinary week and a period. */
  | 'WEEKLY_NEED_MISSING'
  /** Short-term care and emergencies are asked for by date, without an ordinary week. */
  | 'WEEKLY_NEED_NOT_FOR_THIS_KIND';

/** A placement whose care is to rest from one day to another. */
export type SuspendPlacementInput = {
  /** First day without care, today at the earliest. */
  from: string;
  /** The placement. */
  placementId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, in the words of whoever suspends. */
  reason: string;
  /** Last day without care, one of the placement’s; its own last one unless given. */
  to?: string | null | undefined;
  /** Its version when it was read. */
  version: number;
};

/** Why SuspendPlacementRefusal was given. */
export type SuspendPlacementRefusalReason =
  /** The placement is over. */
  | 'ALREADY_ENDED'
  /** This day has passed. */
  | 'IN_THE_PAST'
  /** The placement is suspended. Resume it first. */
  | 'IS_SUSPENDED'
  /** The day, or every day of some hours that were given, lies outside the placement, or outside its renewal. */
  | 'OUTSIDE_PLACEMENT'
  /** The last day comes before the first. */
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  /** Say why. */
  | 'REASON_MISSING'
  /** The placement has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** The placement is suspended on one of these days already. */
  | 'SUSPENDED_THEN_ALREADY'
  /** There is no such placement. */
  | 'UNKNOWN_PLACEMENT';

/** A file that waits at the desk of your agency, in the version that was seen. */
export type TakeJobSeekerInput = {
  /** The job seeker, one of `jobSeekersAtDesk`. */
  jobSeekerId: string;
  /** The version you saw. */
  version: number;
};

/** Why TakeJobSeekerRefusal was given. */
export type TakeJobSeekerRefusalReason =
  /** This file does not wait at the desk of your agency. A colleague may have taken it: load the list again. */
  | 'NOT_AT_THE_DESK'
  /** The job-seeker file has changed in the meantime. Read it again. */
  | 'STALE_VERSION';

/** Which colleague takes over the families of which other, and why. To the desk: who was in a team leaves it, so that a family whom nobody follows is the social service’s of its district; tasks wait for whoever follows the family, referrals for whoever works where they were sent to. What waits for an advisor, or of a restricted file, stays. */
export type TakeOverFamiliesInput = {
  /** The colleague of your own agency who is away or has left, by the `id` in the directory or the `sub` of the sign-in. */
  fromProfessional: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Why, in 1 to 200 characters; it is kept and shown to no family. */
  reason: string;
  /** A colleague of the same agency and role, by the `id` in the directory or the `sub` of the sign-in. Absent where it goes to the desk. */
  toProfessional?: string | null | undefined;
};

/** Why TakeOverFamiliesRefusal was given. */
export type TakeOverFamiliesRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** What is handed on here cannot go to the desk. */
  | 'NAME_A_COLLEAGUE'
  /** This person follows nothing here any more. There is nothing to take over. */
  | 'NOTHING_TO_TAKE_OVER'
  /** This person works for another agency. Choose a colleague of yours. */
  | 'OTHER_AGENCY'
  /** This person has another role. Choose a colleague of the same role. */
  | 'OTHER_ROLE'
  /** `reason` is empty, or longer than 200 characters. */
  | 'REASON_MISSING'
  /** Both are the same person. */
  | 'SAME_PERSON'
  /** The directory of your agency does not know this person. Search by name. */
  | 'UNKNOWN_PROFESSIONAL';

/** Which advisor takes over the job seekers of which other, and why. To the desk: each waits there until an advisor of the agency takes them (`takeJobSeeker`). Those whose file is restricted stay, for a colleague who is named. */
export type TakeOverJobSeekersInput = {
  /** The colleague of your own agency who is away or has left, by the `id` in the directory or the `sub` of the sign-in. */
  fromProfessional: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** Why, in 1 to 200 characters; it is kept and shown to no family. */
  reason: string;
  /** A colleague of the same agency and role, by the `id` in the directory or the `sub` of the sign-in. Absent where it goes to the desk. */
  toProfessional?: string | null | undefined;
};

/** Why TakeOverJobSeekersRefusal was given. */
export type TakeOverJobSeekersRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** This person has left their post. Choose one of their colleagues. */
  | 'DEPARTED_PROFESSIONAL'
  /** What is handed on here cannot go to the desk. */
  | 'NAME_A_COLLEAGUE'
  /** This person follows nothing here any more. There is nothing to take over. */
  | 'NOTHING_TO_TAKE_OVER'
  /** This person works for another agency. Choose a colleague of yours. */
  | 'OTHER_AGENCY'
  /** This person has another role. Choose a colleague of the same role. */
  | 'OTHER_ROLE'
  /** `reason` is empty, or longer than 200 characters. */
  | 'REASON_MISSING'
  /** Both are the same person. */
  | 'SAME_PERSON'
  /** The directory of your agency does not know this person. Search by name. */
  | 'UNKNOWN_PROFESSIONAL';

/** Care that was booked for a milestone and is given back. */
export type UncoverMilestoneInput = {
  /** Which of its bookings; all that have not begun unless given. */
  bookingIds?: Array<string> | null | undefined;
  /** The milestone; it may be called off. */
  milestoneId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why, in the words of whoever gives it back. */
  reason: string;
};

/** Why UncoverMilestoneRefusal was given. */
export type UncoverMilestoneRefusalReason =
  /** One of these bookings is cancelled already: nothing was given back. Read the milestone again. */
  | 'ALREADY_CANCELLED'
  /** Some of this care has started: it can no longer be given back. Nothing was. */
  | 'ALREADY_STARTED'
  /** One of these bookings does not serve this milestone: nothing was given back. Read the milestone again. */
  | 'BOOKING_NOT_OF_MILESTONE'
  /** The family objects to sharing its childcare with your agency: nothing was changed. Turn to the service point for care during this milestone. */
  | 'FAMILY_OBJECTS'
  /** No booking to come serves this milestone. */
  | 'NOTHING_TO_GIVE_BACK'
  /** Say why the care is given back. */
  | 'REASON_MISSING'
  /** The milestone is not known here, or not yet, or not the advisor’s, or the family objects to sharing its job search with the service point, which then cannot tell it from one that never was. */
  | 'UNKNOWN_MILESTONE';

/** Two files that were merged, and are of two families after all. */
export type UndoMergeInput = {
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
  /** Why they are two, kept in both histories. */
  reason: string;
  /** What the file that was merged away was called: the history of the other says it. */
  reference: string;
  /** The version of the file that stayed, when it was read. */
  version: number;
};

/** Why UndoMergeRefusal was given. */
export type UndoMergeRefusalReason =
  /** Something of either file changed since they were merged: `hindrances` says what. */
  | 'CHANGED_SINCE'
  /** A file had been merged into one of the two before that was merged itself. */
  | 'HELD_OTHERS'
  /** The file that stayed was merged with another since: undo that merge first. */
  | 'MERGED_AGAIN'
  /** This file is not merged into another. */
  | 'NOT_MERGED'
  /** An agency has not made one of the two files yet, so that a later change there would not be seen, or has not taken all that was told of them; the sentence names it. */
  | 'NOT_TAKEN_YET'
  /** Say why. */
  | 'REASON_MISSING'
  /** The reason is longer than 1,000 characters: say what matters. */
  | 'REASON_TOO_LONG'
  /** The file has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** A merge can be undone for 30 days, until the file is split: after that, what the two files were is kept no longer. */
  | 'TOO_LATE'
  /** The service point does not know this family. */
  | 'UNKNOWN_FAMILY';

/** Which requests of the waiting list; without any filter, those of the city. */
export type WaitingListFilterInput = {
  /** Only these requests. */
  careRequestIds?: Array<string> | null | undefined;
  /** Only of families that chose this centre. */
  centreId?: string | null | undefined;
  /** Only of families that live in this district. */
  districtId?: string | null | undefined;
  /** Only needs that start on this day or later. */
  firstDayFrom?: string | null | undefined;
  /** Only needs that start on this day or before. */
  firstDayTo?: string | null | undefined;
  /** Only of this kind of care. */
  kind?: CareKind | null | undefined;
  /** Only children of fewer months on the first day. */
  maxAgeMonths?: number | null | undefined;
  /** Only children of that many months or more on the first day. */
  minAgeMonths?: number | null | undefined;
  /** Only of families so called: part of the name, or of an adult’s, or a reference. */
  search?: string | null | undefined;
  /** Only in one of these states; one that is not open finds none. */
  status?: Array<CareRequestStatus> | null | undefined;
};

/** Every week on one weekday, in local time of the city. */
export type WeeklyArrangementInput = {
  /** Last day on which it may hold. */
  endsOn: string;
  /** Starts at. */
  from: string;
  /** First day on which it may hold. */
  startsOn: string;
  /** Ends at, on the same day. */
  to: string;
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
};

/** Care needed every week over a period. */
export type WeeklyNeedInput = {
  /** First day on which care is needed. */
  firstDay: string;
  /** Last day, less than 12 months after the first. */
  lastDay: string;
  /** The hours of an ordinary week; for flexible care those of a usual one. */
  pattern: Array<PatternLineInput>;
};

/** The last decision, which is taken back before it begins. */
export type WithdrawCitySettingsInput = {
  /** Why it is taken back. */
  reason: string;
  /** The version of the last decision when it was read. */
  version: number;
};

/** Why WithdrawCitySettingsRefusal was given. */
export type WithdrawCitySettingsRefusalReason =
  /** The last decision holds already; what was judged by it keeps it. Another is decided from a later day. */
  | 'BEGUN_ALREADY'
  /** The city has decided nothing: there is nothing to take back. */
  | 'NOTHING_TO_WITHDRAW'
  /** Say why. */
  | 'REASON_MISSING'
  /** The set of rules has changed in the meantime. Read it again. */
  | 'STALE_VERSION';

/** A closure that is not to be, from today on. */
export type WithdrawClosureInput = {
  /** The closure. */
  closureId: string;
  /** Only show what it would answer; nothing is changed. */
  preview?: boolean;
};

/** Why WithdrawClosureRefusal was given. */
export type WithdrawClosureRefusalReason =
  /** These days have passed. */
  | 'IN_THE_PAST'
  /** No closure has this id, or it is of a centre that is not the staff member’s, or closes it for good and staff ask. */
  | 'UNKNOWN_CLOSURE';

/** An offer that the service point takes back before the family answers. */
export type WithdrawOfferInput = {
  /** The offer. */
  offerId: string;
  /** Why, as the family may read it. */
  reason: string;
  /** Its version when it was read. */
  version: number;
};

/** Why WithdrawOfferRefusal was given. */
export type WithdrawOfferRefusalReason =
  /** The offer is accepted already. */
  | 'ALREADY_ACCEPTED'
  /** The family has declined the offer already. */
  | 'ALREADY_DECLINED'
  /** The offer is withdrawn already. */
  | 'ALREADY_WITHDRAWN'
  /** The offer expired without an answer; the place was given back. */
  | 'OFFER_EXPIRED'
  /** Say why. */
  | 'REASON_MISSING'
  /** The offer has changed in the meantime. Read it again. */
  | 'STALE_VERSION'
  /** There is no such offer. */
  | 'UNKNOWN_OFFER';

/** A note about a family. */
export type WriteNoteInput = {
  /** Who may read it. */
  audience: NoteAudience;
  /** What it is about. */
  category?: NoteCategory;
  /** The family. */
  familyId: string;
  /** Made by the client, so that sending twice records once. */
  id?: string | null | undefined;
  /** The note, 4,000 characters at most; only what is necessary. */
  text: string;
};

/** Why WriteNoteRefusal was given. */
export type WriteNoteRefusalReason =
  /** This id was already used for something else. */
  | 'CONFLICT'
  /** The text is empty. */
  | 'EMPTY_TEXT'
  /** You read the file without following the family: as of the district’s service, or in an emergency. */
  | 'READ_ONLY'
  /** You read the file by a referral that waits for an answer; who accepts it writes as well. */
  | 'REFERRAL_NOT_ACCEPTED'
  /** The text is longer than 4,000 characters. */
  | 'TEXT_TOO_LONG'
  /** This family is not known here, or you do not follow it. If it was just registered, try again in a moment. */
  | 'UNKNOWN_FAMILY';

export type AccessesAskedQueryVariables = Exact<{
  reference?: string | null | undefined;
  sub?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first: number;
}>;


export type AccessesAskedQuery = { careAccessLog: { edges: Array<{ node: { id: string, at: string, reference: string | null, sub: string, name: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null, jobSearchAccessLog: { edges: Array<{ node: { id: string, at: string, reference: string | null, sub: string, name: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null, benefitsAccessLog: { edges: Array<{ node: { id: string, at: string, reference: string | null, sub: string, name: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null };

export type AskedAccessesFragment = { edges: Array<{ node: { id: string, at: string, reference: string | null, sub: string, name: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } };

export type AdvisorBoardQueryVariables = Exact<{
  from: string;
  to: string;
  after?: string | null | undefined;
}>;


export type AdvisorBoardQuery = { milestones: { edges: Array<{ node: { id: string, kind: MilestoneKind | null, title: string | null, startsAt: string, endsAt: string, travelMinutes: number, place: string | null, isRemote: boolean | null, status: MilestoneStatus | null, version: number, family: { id: string, reference: string | null, displayName: string | null } | null, bookings: Array<{ id: string, startsAt: string, endsAt: string, status: BookingStatus, child: { id: string, firstName: string | null }, section: { id: string, name: string, centre: { id: string, name: string } } }> | null, childcareCover: { status: CoverStatus, neededFrom: string, neededTo: string, children: Array<{ status: CoverStatus, child: { id: string, firstName: string | null }, gaps: Array<{ startsAt: string, endsAt: string, options: Array<{ startsAt: string, endsAt: string, isWholeTime: boolean, section: { id: string, name: string }, centre: { id: string, name: string } }> | null }> }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BoardMilestoneFragment = { id: string, kind: MilestoneKind | null, title: string | null, startsAt: string, endsAt: string, travelMinutes: number, place: string | null, isRemote: boolean | null, status: MilestoneStatus | null, version: number, bookings: Array<{ id: string, startsAt: string, endsAt: string, status: BookingStatus, child: { id: string, firstName: string | null }, section: { id: string, name: string, centre: { id: string, name: string } } }> | null, childcareCover: { status: CoverStatus, neededFrom: string, neededTo: string, children: Array<{ status: CoverStatus, child: { id: string, firstName: string | null }, gaps: Array<{ startsAt: string, endsAt: string, options: Array<{ startsAt: string, endsAt: string, isWholeTime: boolean, section: { id: string, name: string }, centre: { id: string, name: string } }> | null }> }> } | null };

export type AnnounceOrLookAtAbsenceMutationVariables = Exact<{
  input: AnnounceAbsenceInput;
}>;


export type AnnounceOrLookAtAbsenceMutation = { announceAbsence: { placement: { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, lackingStays: Array<{ startsAt: string, endsAt: string, obstacle: { message: string } }>, refusal: { reason: AnnounceAbsenceRefusalReason, message: string } | null } };

export type AnswerWhatIsEntrustedMutationVariables = Exact<{
  input: AnswerReferralInput;
}>;


export type AnswerWhatIsEntrustedMutation = { answerReferral: { notYetTold: Array<string>, referral: { id: string, status: ReferralStatus } | null, refusal: { reason: AnswerReferralRefusalReason, message: string } | null } };

export type AnswerWhoAsksMutationVariables = Exact<{
  input: AnswerMembershipRequestInput;
}>;


export type AnswerWhoAsksMutation = { answerMembershipRequest: { notYetTold: Array<string>, request: { id: string, status: MembershipRequestStatus } | null, refusal: { reason: AnswerMembershipRequestRefusalReason, message: string } | null } };

export type AskCareForQueryVariables = Exact<{
  id: string;
}>;


export type AskCareForQuery = { child: { id: string, firstName: string | null, birthDate: string | null, expectedDate: string | null, family: { id: string, reference: string | null, displayName: string | null, district: { id: string, name: string } | null } | null } | null, centres: Array<{ id: string, name: string, operator: Operator, careKinds: Array<CareKind>, district: { id: string, name: string } }> };

export type AskForCareMutationVariables = Exact<{
  input: SubmitCareRequestInput;
}>;


export type AskForCareMutation = { submitCareRequest: { careRequest: { id: string, status: CareRequestStatus, kind: CareKind } | null, refusal: { reason: SubmitCareRequestRefusalReason, message: string, isQuestion: boolean } | null } };

export type AskToFollowMutationVariables = Exact<{
  input: RequestMembershipInput;
}>;


export type AskToFollowMutation = { requestMembership: { request: { id: string, status: MembershipRequestStatus } | null, refusal: { reason: RequestMembershipRefusalReason, message: string } | null } };

export type AskWhetherKnownMutationVariables = Exact<{
  input: LookUpFamilyInput;
}>;


export type AskWhetherKnownMutation = { lookUpFamily: { lookup: { exists: boolean, handle: string | null, nextStep: string } | null, refusal: { reason: LookUpFamilyRefusalReason, message: string } | null } };

export type AtMyBenefitsDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type AtMyBenefitsDeskQuery = { benefitsDesk: { totalCount: number, isExact: boolean, edges: Array<{ node: { id: string, kind: string, urgency: DeskUrgency, dueAt: string, subjectId: string, subjectType: string, familyId: string | null, sentence: string } }> } };

export type AtMyCareDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type AtMyCareDeskQuery = { careDesk: { totalCount: number, isExact: boolean, edges: Array<{ node: { id: string, kind: string, urgency: DeskUrgency, dueAt: string, subjectId: string, subjectType: string, familyId: string | null, sentence: string } }> } };

export type AtMyJobSearchDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type AtMyJobSearchDeskQuery = { jobSearchDesk: { totalCount: number, isExact: boolean, edges: Array<{ node: { id: string, kind: string, urgency: DeskUrgency, dueAt: string, subjectId: string, subjectType: string, familyId: string | null, sentence: string } }> } };

export type CentresLeftIncompleteQueryVariables = Exact<{ [key: string]: never; }>;


export type CentresLeftIncompleteQuery = { incompleteCentres: Array<{ source: string, sourceId: string | null, name: string, street: string, postalCode: string | null, city: string | null, missing: Array<CentreFact>, listedAt: string }> };

export type CentresToChooseQueryVariables = Exact<{ [key: string]: never; }>;


export type CentresToChooseQuery = { centres: Array<{ id: string, name: string }> };

export type ChangeBenefitMutationVariables = Exact<{
  input: ChangeEntitlementStateInput;
}>;


export type ChangeBenefitMutation = { changeEntitlementState: { entitlement: { id: string, state: EntitlementStatus } | null, refusal: { reason: ChangeEntitlementStateRefusalReason, message: string } | null } };

export type ChangeEntryOfColleagueMutationVariables = Exact<{
  input: ChangeProfessionalInput;
}>;


export type ChangeEntryOfColleagueMutation = { changeProfessional: { professional: { id: string, version: number } | null, refusal: { reason: ChangeProfessionalRefusalReason, message: string } | null } };

export type ChangeOrLookAtPlacementMutationVariables = Exact<{
  input: ChangePlacementInput;
}>;


export type ChangeOrLookAtPlacementMutation = { changePlacement: { placement: { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, lackingStays: Array<{ startsAt: string, endsAt: string, obstacle: { message: string } }>, refusal: { reason: ChangePlacementRefusalReason, message: string } | null } };

export type CityDecidesFragment = { version: number, withdraws: number | null, from: string | null, reason: string | null, saidAt: string | null, saidBy: string | null, emergencyNoticeHours: number, weights: { milestone: number, incomeSupport: number, loneParent: number, firstDay: number, waitingTime: number }, milestoneBands: Array<{ days: number, value: number }>, firstDayBands: Array<{ days: number, value: number }>, waitingBands: Array<{ days: number, value: number }> };

export type CloseOrLookMutationVariables = Exact<{
  input: CloseCentreInput;
}>;


export type CloseOrLookMutation = { closeCentre: { freedBookings: number, shortenedBookings: number, closures: Array<{ id: string, startsOn: string, endsOn: string }> | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }> | null, refusal: { reason: CloseCentreRefusalReason, message: string, isQuestion: boolean } | null } };

export type ClosuresToComeQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ClosuresToComeQuery = { centres: Array<{ id: string, name: string, closures: Array<{ id: string, startsOn: string, endsOn: string, opensAt: string | null, closesAt: string | null, reason: string, isLasting: boolean }> }> };

export type ColleaguesQueryVariables = Exact<{
  search?: string | null | undefined;
  agencyId?: string | null | undefined;
  withDeparted: boolean;
  after?: string | null | undefined;
}>;


export type ColleaguesQuery = { professionals: { edges: Array<{ node: { id: string, version: number, sub: string, name: string, role: ProfessionalRole, agency: string, place: string | null, phone: string | null, districtIds: Array<string>, isAbsent: boolean, absentFrom: string | null, absentTo: string | null, hasDeparted: boolean, departedOn: string | null, standIn: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CommissionsAroundQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type CommissionsAroundQuery = { commissions: Array<{ id: string, heldOn: string, status: CommissionStatus, version: number }> };

export type CoverByChoiceMutationVariables = Exact<{
  input: CoverMilestoneInput;
}>;


export type CoverByChoiceMutation = { coverMilestone: { bookings: Array<{ id: string, startsAt: string, endsAt: string, child: { id: string, firstName: string | null }, section: { id: string, name: string, centre: { id: string, name: string } } }> | null, cover: { status: CoverStatus } | null, refusal: { reason: CoverMilestoneRefusalReason, message: string } | null } };

export type CoverChoicesQueryVariables = Exact<{
  id: string;
}>;


export type CoverChoicesQuery = { milestone: { id: string, version: number, childcareCover: { status: CoverStatus, children: Array<{ status: CoverStatus, child: { id: string, firstName: string | null }, gaps: Array<{ startsAt: string, endsAt: string, options: Array<{ startsAt: string, endsAt: string, isWholeTime: boolean, score: number, section: { id: string, name: string, minAgeMonths: number, maxAgeMonths: number }, centre: { id: string, name: string, address: { street: string, city: string } }, reasons: Array<{ criterion: CareCriterion, contribution: number, sentence: string }> }> | null, nearestMisses: Array<{ section: { id: string, name: string }, centre: { id: string, name: string }, obstacles: Array<{ reason: CareMissReason, sentence: string }> }> | null }> }> } | null } | null };

export type DayOfCentreQueryVariables = Exact<{
  id: string;
  date: string;
}>;


export type DayOfCentreQuery = { centre: { id: string, name: string, day: { date: string, closureReason: string | null, partClosure: { id: string, reason: string, opensAt: string | null, closesAt: string | null } | null, children: Array<{ firstName: string | null, lastName: string, adults: Array<string>, ageMonths: number | null, careAlerts: Array<string>, arrivedAt: string | null, leftAt: string | null, collectors: Array<{ name: string, phone: string | null }>, section: { id: string, name: string }, booking: { id: string, version: number, status: BookingStatus, startsAt: string, endsAt: string } }>, sections: Array<{ section: { id: string, name: string }, halfHours: Array<{ startsAt: string, endsAt: string, expectedChildren: number, freePlaces: number }> }> } | null } | null };

export type DaysThatSuitQueryVariables = Exact<{
  jobSeekerId: string;
  from: string;
  to: string;
}>;


export type DaysThatSuitQuery = { jobSeeker: { id: string, adult: { id: string, firstName: string | null, lastName: string | null }, coverForecastOfDays: Array<{ date: string, status: CoverStatus, covered: Array<{ startsAt: string, endsAt: string }>, couldBeCovered: Array<{ startsAt: string, endsAt: string }> }> | null } | null };

export type DecideForCityMutationVariables = Exact<{
  input: ChangeCitySettingsInput;
}>;


export type DecideForCityMutation = { changeCitySettings: { citySettings: { version: number } | null, refusal: { reason: ChangeCitySettingsRefusalReason, message: string } | null } };

export type DecideInCommissionMutationVariables = Exact<{
  input: RecordCommissionDecisionInput;
}>;


export type DecideInCommissionMutation = { recordCommissionDecision: { commissionDecision: { id: string, decision: CommissionOutcome } | null, refusal: { reason: RecordCommissionDecisionRefusalReason, message: string } | null } };

export type DistrictsToChooseQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictsToChooseQuery = { districts: Array<{ id: string, name: string }> };

export type EndCommissionMutationVariables = Exact<{
  input: CloseCommissionInput;
}>;


export type EndCommissionMutation = { closeCommission: { commission: { id: string, status: CommissionStatus } | null, refusal: { reason: CloseCommissionRefusalReason, message: string } | null } };

export type EndEmergencyMutationVariables = Exact<{
  input: EndBreakGlassInput;
}>;


export type EndEmergencyMutation = { endBreakGlass: { notYetTold: Array<string>, access: { id: string } | null, refusal: { reason: EndBreakGlassRefusalReason, message: string } | null } };

export type EndOrLookAtArrangementMutationVariables = Exact<{
  input: EndOwnArrangementInput;
}>;


export type EndOrLookAtArrangementMutation = { endOwnArrangement: { ownArrangement: { id: string } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, refusal: { reason: EndOwnArrangementRefusalReason, message: string } | null } };

export type EndOrLookAtPlacementMutationVariables = Exact<{
  input: EndPlacementInput;
}>;


export type EndOrLookAtPlacementMutation = { endPlacement: { placement: { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, lackingStays: Array<{ startsAt: string, endsAt: string, obstacle: { message: string } }>, refusal: { reason: EndPlacementRefusalReason, message: string } | null } };

export type EndSessionsOfMutationVariables = Exact<{
  input: RevokeSessionsInput;
}>;


export type EndSessionsOfMutation = { revokeSessions: { sub: string | null, notConfirmed: Array<string>, refusal: { reason: RevokeSessionsRefusalReason, message: string } | null } };

export type EntrustFamilyMutationVariables = Exact<{
  input: SendReferralInput;
}>;


export type EntrustFamilyMutation = { sendReferral: { notYetTold: Array<string>, referral: { id: string, status: ReferralStatus } | null, refusal: { reason: SendReferralRefusalReason, message: string, isQuestion: boolean } | null } };

export type FamiliesThatNeedMeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FamiliesThatNeedMeQuery = { myFamilies: { edges: Array<{ node: { family: { id: string, reference: string | null, displayName: string | null } | null, alerts: Array<{ kind: FamilyAlertKind, subjectId: string, at: string, message: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FilesLookedForQueryVariables = Exact<{
  askedBy?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type FilesLookedForQuery = { familyLookups: { edges: Array<{ node: { id: string, askedAt: string, askedBy: string, outcome: LookupOutcome, foundReferences: Array<string> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindFamiliesQueryVariables = Exact<{
  search: string;
  after?: string | null | undefined;
}>;


export type FindFamiliesQuery = { families: { edges: Array<{ node: { id: string, reference: string | null, displayName: string | null, householdKind: HouseholdKind | null, district: { id: string, name: string } | null, adults: Array<{ id: string, firstName: string | null, lastName: string | null }> | null, children: Array<{ id: string, firstName: string | null, birthDate: string | null }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FixCommissionMutationVariables = Exact<{
  input: ScheduleCommissionInput;
}>;


export type FixCommissionMutation = { scheduleCommission: { commission: { id: string, heldOn: string } | null, refusal: { reason: ScheduleCommissionRefusalReason, message: string, isQuestion: boolean } | null } };

export type FollowUpsIOweQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowUpsIOweQuery = { dueFollowUps: { edges: Array<{ node: { point: FollowUpPoint, dueOn: string, returnToWork: { id: string, kind: ReturnKind, title: string | null, startsOn: string, jobSeeker: { id: string, adult: { id: string, firstName: string | null, lastName: string | null, phone: string | null } } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type GiveBackCoverMutationVariables = Exact<{
  input: UncoverMilestoneInput;
}>;


export type GiveBackCoverMutation = { uncoverMilestone: { bookings: Array<{ id: string, status: BookingStatus }> | null, cover: { status: CoverStatus } | null, refusal: { reason: UncoverMilestoneRefusalReason, message: string } | null } };

export type HandFamiliesOverMutationVariables = Exact<{
  input: TakeOverFamiliesInput;
}>;


export type HandFamiliesOverMutation = { takeOverFamilies: { families: number | null, left: number | null, notYetTold: Array<string>, refusal: { reason: TakeOverFamiliesRefusalReason, message: string } | null } };

export type HandJobSeekersOverMutationVariables = Exact<{
  input: TakeOverJobSeekersInput;
}>;


export type HandJobSeekersOverMutation = { takeOverJobSeekers: { families: number | null, left: number | null, notYetTold: Array<string>, refusal: { reason: TakeOverJobSeekersRefusalReason, message: string } | null } };

export type HandLeadOverMutationVariables = Exact<{
  input: HandOverLeadInput;
}>;


export type HandLeadOverMutation = { handOverLead: { notYetTold: Array<string>, lead: { id: string } | null, refusal: { reason: HandOverLeadRefusalReason, message: string } | null } };

export type HoldPlaceMutationVariables = Exact<{
  input: OfferPlaceInput;
}>;


export type HoldPlaceMutation = { offerPlace: { careOffer: { id: string, version: number, expiresAt: string } | null, refusal: { reason: OfferPlaceRefusalReason, message: string } | null } };

export type HowLogsAreSealedQueryVariables = Exact<{ [key: string]: never; }>;


export type HowLogsAreSealedQuery = { careLogSealing: { seals: number, unsealedRows: number, unsealedSince: string | null, monthsLetGo: Array<string>, newest: Array<{ number: number, sealedAt: string, head: string }>, kept: Array<{ source: string, number: number, head: string, toldAt: string, isContradicted: boolean }> } | null, jobSearchLogSealing: { seals: number, unsealedRows: number, unsealedSince: string | null, monthsLetGo: Array<string>, newest: Array<{ number: number, sealedAt: string, head: string }>, kept: Array<{ source: string, number: number, head: string, toldAt: string, isContradicted: boolean }> } | null, benefitsLogSealing: { seals: number, unsealedRows: number, unsealedSince: string | null, monthsLetGo: Array<string>, newest: Array<{ number: number, sealedAt: string, head: string }>, kept: Array<{ source: string, number: number, head: string, toldAt: string, isContradicted: boolean }> } | null };

export type HowSealedFragment = { seals: number, unsealedRows: number, unsealedSince: string | null, monthsLetGo: Array<string>, newest: Array<{ number: number, sealedAt: string, head: string }>, kept: Array<{ source: string, number: number, head: string, toldAt: string, isContradicted: boolean }> };

export type JoinTeamMutationVariables = Exact<{
  input: JoinSupportTeamInput;
}>;


export type JoinTeamMutation = { joinSupportTeam: { notYetTold: Array<string>, member: { id: string } | null, refusal: { reason: JoinSupportTeamRefusalReason, message: string } | null } };

export type KeepPlacesMutationVariables = Exact<{
  input: ChangeCentreInput;
}>;


export type KeepPlacesMutation = { changeCentre: { centre: { id: string, version: number } | null, bookingsInTheWay: Array<{ id: string, startsAt: string, endsAt: string, child: { id: string, firstName: string | null }, family: { id: string, reference: string | null, displayName: string | null } | null }>, refusal: { reason: ChangeCentreRefusalReason, message: string } | null } };

export type KeepsPlacesFragment = { id: string, name: string, version: number, sections: Array<{ id: string, name: string, places: number }>, emergencyPlaces: Array<{ sectionId: string, weekday: number, from: string, to: string, places: number }>, toCome: Array<{ from: string, sections: Array<{ id: string, name: string, places: number }>, emergencyPlaces: Array<{ sectionId: string, weekday: number, from: string, to: string, places: number }> }> };

export type LeaveTeamMutationVariables = Exact<{
  input: LeaveSupportTeamInput;
}>;


export type LeaveTeamMutation = { leaveSupportTeam: { notYetTold: Array<string>, member: { id: string } | null, refusal: { reason: LeaveSupportTeamRefusalReason, message: string } | null } };

export type LookIntoReferralMutationVariables = Exact<{
  input: MarkReferralSeenInput;
}>;


export type LookIntoReferralMutation = { markReferralSeen: { notYetTold: Array<string>, referral: { id: string, status: ReferralStatus } | null, refusal: { reason: MarkReferralSeenRefusalReason, message: string } | null } };

export type LostToClosureQueryVariables = Exact<{
  closureId: string;
  after?: string | null | undefined;
}>;


export type LostToClosureQuery = { careLostToClosure: { edges: Array<{ node: { startsAt: string, endsAt: string, booking: { id: string, child: { id: string, firstName: string | null }, family: { id: string, reference: string | null, displayName: string | null } | null }, options: Array<{ kind: CareKind, startsAt: string, endsAt: string, isWholeTime: boolean, section: { id: string, name: string }, centre: { id: string, name: string } }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MapOfDistrictsQueryVariables = Exact<{ [key: string]: never; }>;


export type MapOfDistrictsQuery = { districts: Array<{ id: string, name: string, outline: { coordinates: Array<Array<Array<number>>> } | null }> };

export type MergeOrLookMutationVariables = Exact<{
  input: MergeFamiliesInput;
}>;


export type MergeOrLookMutation = { mergeFamilies: { notYetTold: Array<string>, family: { id: string, reference: string | null, displayName: string | null } | null, moved: { adults: number, children: number, bookings: number, placements: number, careRequests: number, milestones: number } | null, overlappingBookings: Array<{ id: string, startsAt: string, endsAt: string, child: { id: string, firstName: string | null } }>, refusal: { reason: MergeFamiliesRefusalReason, message: string } | null } };

export type MyCentresQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCentresQuery = { me: { centres: Array<{ id: string, name: string }> | null } | null };

export type MyEmergenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyEmergenciesQuery = { breakGlasses: { edges: Array<{ node: { id: string, version: number, reason: string, beganAt: string, until: string, endedAt: string | null, finding: BreakGlassFinding | null, remark: string | null, family: { id: string, reference: string | null, displayName: string | null } | null } }> } };

export type NoteAbsenceOfColleagueMutationVariables = Exact<{
  input: RecordAbsenceInput;
}>;


export type NoteAbsenceOfColleagueMutation = { recordAbsence: { professional: { id: string, name: string } | null, refusal: { reason: RecordAbsenceRefusalReason, message: string } | null } };

export type NoteAcceptanceMutationVariables = Exact<{
  input: AcceptOfferInput;
}>;


export type NoteAcceptanceMutation = { acceptOffer: { careOffer: { id: string, version: number } | null, refusal: { reason: AcceptOfferRefusalReason, message: string } | null } };

export type NoteAtTheDoorMutationVariables = Exact<{
  input: RecordAttendancesInput;
}>;


export type NoteAtTheDoorMutation = { recordAttendances: { lines: Array<{ id: string, refusal: { reason: AttendanceLineRefusalReason, message: string } | null }>, refusal: { reason: RecordAttendancesRefusalReason, message: string } | null } };

export type NoteDeclineMutationVariables = Exact<{
  input: DeclineOfferInput;
}>;


export type NoteDeclineMutation = { declineOffer: { careOffer: { id: string, version: number } | null, refusal: { reason: DeclineOfferRefusalReason, message: string } | null } };

export type NoteDepartureMutationVariables = Exact<{
  input: RecordDepartureInput;
}>;


export type NoteDepartureMutation = { recordDeparture: { professional: { id: string, name: string } | null, refusal: { reason: RecordDepartureRefusalReason, message: string } | null } };

export type NoteFollowUpMutationVariables = Exact<{
  input: RecordFollowUpInput;
}>;


export type NoteFollowUpMutation = { recordFollowUp: { followUp: { id: string, outcome: FollowUpOutcome } | null, refusal: { reason: RecordFollowUpRefusalReason, message: string } | null } };

export type NoteObjectionMutationVariables = Exact<{
  input: RecordObjectionInput;
}>;


export type NoteObjectionMutation = { recordObjection: { notYetTold: Array<string>, objection: { id: string } | null, refusal: { reason: RecordObjectionRefusalReason, message: string } | null } };

export type NoteOwnArrangementMutationVariables = Exact<{
  input: RecordOwnArrangementInput;
}>;


export type NoteOwnArrangementMutation = { recordOwnArrangement: { ownArrangement: { id: string, kind: OwnArrangementKind } | null, refusal: { reason: RecordOwnArrangementRefusalReason, message: string } | null } };

export type NoteResourcesMutationVariables = Exact<{
  input: RecordResourcesInput;
}>;


export type NoteResourcesMutation = { recordResources: { resources: { id: string, year: number } | null, refusal: { reason: RecordResourcesRefusalReason, message: string } | null } };

export type NoteReturnMutationVariables = Exact<{
  input: RecordReturnToWorkInput;
}>;


export type NoteReturnMutation = { recordReturnToWork: { returnToWork: { id: string, kind: ReturnKind, startsOn: string } | null, refusal: { reason: RecordReturnToWorkRefusalReason, message: string } | null } };

export type NoteReviewMutationVariables = Exact<{
  input: ReviewBreakGlassInput;
}>;


export type NoteReviewMutation = { reviewBreakGlass: { access: { id: string, finding: BreakGlassFinding | null } | null, refusal: { reason: ReviewBreakGlassRefusalReason, message: string } | null } };

export type NoteTaskMutationVariables = Exact<{
  input: AddTaskInput;
}>;


export type NoteTaskMutation = { addTask: { task: { id: string } | null, refusal: { reason: AddTaskRefusalReason, message: string } | null } };

export type OnePlacementQueryVariables = Exact<{
  id: string;
}>;


export type OnePlacementQuery = { placement: { id: string, version: number, status: PlacementStatus, kind: CareKind, startsOn: string, endsOn: string, endReason: string | null, isInsertionContract: boolean, weeklyHours: number, weeklyPattern: Array<{ weekday: number, from: string, to: string }>, child: { id: string, firstName: string | null }, family: { id: string, reference: string | null, displayName: string | null } | null, section: { id: string, name: string, centre: { id: string, name: string } }, pauses: Array<{ id: string, kind: PauseKind, startsOn: string, endsOn: string, reason: string }>, history: Array<{ id: string, at: string, sentence: string }> } | null };

export type OneSeekerQueryVariables = Exact<{
  id: string;
}>;


export type OneSeekerQuery = { jobSeeker: { id: string, version: number, status: JobSeekerStatus, category: number, romeCode: string | null, registeredOn: string, closedOn: string | null, adult: { id: string, firstName: string | null, lastName: string | null, phone: string | null, preferredLanguage: string | null, needsInterpreter: boolean | null }, family: { id: string, reference: string | null, milestones: { edges: Array<{ node: { id: string, kind: MilestoneKind | null, title: string | null, startsAt: string, endsAt: string, status: MilestoneStatus | null, jobSeeker: { id: string } | null, childcareCover: { status: CoverStatus, neededFrom: string, neededTo: string, children: Array<{ status: CoverStatus, child: { id: string, firstName: string | null }, gaps: Array<{ startsAt: string, endsAt: string }> }> } | null } }> } | null } | null, engagementContract: { id: string, signedOn: string, weeklyHours: number, weeklyHoursToday: number, reductions: Array<{ id: string, weeklyHours: number, startsOn: string, endsOn: string, evidence: ReductionEvidence }> } | null, returnsToWork: Array<{ id: string, kind: ReturnKind, title: string | null, startsOn: string, endsOn: string | null, weeklyHours: number | null, followUps: Array<{ id: string, point: FollowUpPoint, outcome: FollowUpOutcome, recordedAt: string }> }>, history: Array<{ id: string, at: string, kind: JobSearchStepKind, day: string | null, weeklyHours: number | null }> } | null };

export type OneWhoWaitsQueryVariables = Exact<{
  id: string;
}>;


export type OneWhoWaitsQuery = { careRequest: { id: string, version: number, kind: CareKind, status: CareRequestStatus, firstDay: string, lastDay: string, submittedAt: string, child: { id: string, firstName: string | null, birthDate: string | null, expectedDate: string | null }, family: { id: string, reference: string | null, displayName: string | null } | null, weeklyPattern: Array<{ weekday: number, from: string, to: string }>, rankedCentres: Array<{ id: string, name: string }>, commissionDecisions: Array<{ id: string, decision: CommissionOutcome, reason: string | null, section: { id: string, name: string, centre: { id: string, name: string } } | null, commission: { id: string, heldOn: string } }> | null, alternatives: Array<{ id: string, text: string, contact: string | null, phone: string | null, replacedById: string | null }>, offers: Array<{ id: string, version: number, status: CareOfferStatus, expiresAt: string, section: { id: string, name: string, centre: { id: string, name: string } } }>, priority: { score: number, reasons: Array<{ contribution: number, sentence: string }> } | null, history: Array<{ id: string, at: string, sentence: string }> | null, options: { stretches: Array<{ startsAt: string, endsAt: string, options: Array<{ isWholeTime: boolean, startsAt: string, endsAt: string, section: { id: string, name: string }, centre: { id: string, name: string }, reasons: Array<{ contribution: number, sentence: string }> }>, nearestMisses: Array<{ section: { id: string, name: string }, centre: { id: string, name: string }, obstacles: Array<{ sentence: string }> }> }>, week: { firstDay: string, lastDay: string, options: Array<{ isWholeWeek: boolean, weeklyHours: number, section: { id: string, name: string }, centre: { id: string, name: string }, lines: Array<{ weekday: number, from: string, to: string }>, reasons: Array<{ contribution: number, sentence: string }> }>, nearestMisses: Array<{ section: { id: string, name: string }, centre: { id: string, name: string }, obstacles: Array<{ sentence: string }> }> } | null } | null } | null };

export type OpenAgainMutationVariables = Exact<{
  input: WithdrawClosureInput;
}>;


export type OpenAgainMutation = { withdrawClosure: { bookedAgain: number, notBookedAgain: number, refusal: { reason: WithdrawClosureRefusalReason, message: string } | null } };

export type OpenBenefitMutationVariables = Exact<{
  input: OpenEntitlementInput;
}>;


export type OpenBenefitMutation = { openEntitlement: { entitlement: { id: string, state: EntitlementStatus } | null, refusal: { reason: OpenEntitlementRefusalReason, message: string } | null } };

export type OpenFamilyQueryVariables = Exact<{
  reference: string;
  from: string;
  to: string;
  today: string;
}>;


export type OpenFamilyQuery = { family: { id: string, version: number | null, reference: string | null, displayName: string | null, householdKind: HouseholdKind | null, district: { id: string, name: string } | null, address: { street: string, postalCode: string, city: string } | null, adults: Array<{ id: string, firstName: string | null, lastName: string | null, phone: string | null, preferredLanguage: string | null, needsInterpreter: boolean | null, jobSeeker: { id: string, category: number, status: JobSeekerStatus } | null }> | null, careAttention: Array<{ id: string, kind: string, sentence: string, subjectId: string, at: string }> | null, jobSearchAttention: Array<{ id: string, kind: string, sentence: string, subjectId: string, at: string }> | null, benefitsAttention: Array<{ id: string, kind: string, sentence: string, subjectId: string, at: string }> | null, milestones: { edges: Array<{ node: { id: string, kind: MilestoneKind | null, title: string | null, startsAt: string, endsAt: string, travelMinutes: number, status: MilestoneStatus | null, version: number, bookings: Array<{ id: string, startsAt: string, endsAt: string, status: BookingStatus, child: { id: string, firstName: string | null }, section: { id: string, name: string, centre: { id: string, name: string } } }> | null, childcareCover: { status: CoverStatus, neededFrom: string, neededTo: string, children: Array<{ status: CoverStatus, child: { id: string, firstName: string | null }, gaps: Array<{ startsAt: string, endsAt: string }> }> } | null } }>, pageInfo: { hasNextPage: boolean } } | null, children: Array<{ id: string, firstName: string | null, birthDate: string | null, expectedDate: string | null, careAlerts: Array<string> | null, placements: Array<{ id: string, status: PlacementStatus, kind: CareKind, weeklyHours: number, startsOn: string, endsOn: string, weeklyPattern: Array<{ weekday: number, from: string, to: string }>, section: { id: string, name: string, centre: { id: string, name: string } }, monthlyEstimate: { cents: number | null } | null }> | null, bookings: Array<{ id: string, startsAt: string, endsAt: string, kind: CareKind, placement: { id: string } | null, section: { id: string, centre: { id: string, name: string } } }> | null, ownArrangements: Array<{ id: string, version: number, kind: OwnArrangementKind, weekday: number | null, from: string | null, to: string | null, startsAt: string | null, endsAt: string | null, startsOn: string | null, endsOn: string | null }> | null, careRequests: Array<{ id: string, status: CareRequestStatus, submittedAt: string }> | null }> | null, benefitsStatus: { incomeSupport: IncomeSupport, since: string | null, freshness: string | null, conflictingSchemes: Array<Scheme> } | null, entitlements: Array<{ id: string, version: number, scheme: Scheme, state: EntitlementStatus, monthlyAmountCents: number | null, since: string, adult: { id: string, firstName: string | null } | null, history: Array<{ id: string, state: EntitlementStatus, from: string, to: string | null, monthlyAmountCents: number | null, reasonLabel: string | null }> }> | null, hourlyFee: { cents: number | null, reason: HourlyFeeReason, message: string } | null, tasks: Array<{ id: string, title: string, dueOn: string, isOverdue: boolean, doneAt: string | null, version: number, assignee: { id: string, name: string } | null, corrections: Array<{ id: string, at: string, by: string, reason: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> }> | null, notes: { edges: Array<{ node: { id: string, version: number, category: NoteCategory, audience: NoteAudience, text: string, writtenAt: string, author: { id: string, name: string, sub: string } | null, corrections: Array<{ id: string, at: string, by: string, reason: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> } }>, pageInfo: { hasNextPage: boolean } } | null, supportTeam: Array<{ id: string, version: number, isLead: boolean, professional: { id: string, name: string, role: ProfessionalRole, phone: string | null, sub: string } | null }> | null, objections: Array<{ id: string, version: number, category: SharedCategory, agency: AgencyKind, isInForce: boolean, saidOn: string, note: string | null, liftedOn: string | null, liftReason: string | null, saidBy: { id: string, firstName: string | null } | null, toldTo: { id: string, name: string } | null, liftSaidBy: { id: string, firstName: string | null } | null, liftToldTo: { id: string, name: string } | null }> | null, referrals: Array<{ id: string, version: number, target: ReferralTarget, status: ReferralStatus, sentAt: string, message: string | null, sender: { id: string, sub: string } | null, addressee: { id: string, name: string } | null, corrections: Array<{ id: string, at: string, by: string, reason: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> | null }> | null } | null };

export type NeedsDoingFragment = { id: string, kind: string, sentence: string, subjectId: string, at: string };

export type FileMilestoneFragment = { id: string, kind: MilestoneKind | null, title: string | null, startsAt: string, endsAt: string, travelMinutes: number, status: MilestoneStatus | null, version: number, bookings: Array<{ id: string, startsAt: string, endsAt: string, status: BookingStatus, child: { id: string, firstName: string | null }, section: { id: string, name: string, centre: { id: string, name: string } } }> | null, childcareCover: { status: CoverStatus, neededFrom: string, neededTo: string, children: Array<{ status: CoverStatus, child: { id: string, firstName: string | null }, gaps: Array<{ startsAt: string, endsAt: string }> }> } | null };

export type OpenInEmergencyMutationVariables = Exact<{
  input: BreakGlassInput;
}>;


export type OpenInEmergencyMutation = { breakGlass: { notYetTold: Array<string>, access: { id: string, until: string, family: { id: string, reference: string | null } | null } | null, refusal: { reason: BreakGlassRefusalReason, message: string } | null } };

export type OpenedInEmergencyQueryVariables = Exact<{
  reviewed?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenedInEmergencyQuery = { breakGlasses: { edges: Array<{ node: { id: string, version: number, familyReference: string | null, openedWithinDay: number | null, reason: string, beganAt: string, until: string, endedAt: string | null, finding: BreakGlassFinding | null, remark: string | null, reviewedAt: string | null, reviewedByName: string | null, professional: { id: string, sub: string, name: string, agency: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartAgainOrLookMutationVariables = Exact<{
  input: UndoMergeInput;
}>;


export type PartAgainOrLookMutation = { undoMerge: { notYetTold: Array<string>, files: Array<{ familyId: string, reference: string, adults: number, children: number, bookings: number, placements: number, careRequests: number, milestones: number }>, refusal: { reason: UndoMergeRefusalReason, message: string } | null } };

export type PlacementBecomesFragment = { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } };

export type LosesCoverFragment = { startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null };

export type StaysLackingFragment = { startsAt: string, endsAt: string, obstacle: { message: string } };

export type PlacementsOfDayQueryVariables = Exact<{
  id: string;
  date: string;
}>;


export type PlacementsOfDayQuery = { centre: { id: string, day: { date: string, closureReason: string | null, children: Array<{ firstName: string | null, lastName: string, section: { id: string, name: string }, booking: { id: string, startsAt: string, endsAt: string, placement: { id: string, endsOn: string } | null } }> } | null } | null };

export type PlacesOfDayQueryVariables = Exact<{
  id: string;
  date: string;
}>;


export type PlacesOfDayQuery = { centre: { id: string, name: string, version: number, day: { date: string, closureReason: string | null, sections: Array<{ section: { id: string, name: string, minAgeMonths: number, maxAgeMonths: number }, halfHours: Array<{ startsAt: string, endsAt: string, freePlaces: number, freeEmergencyPlaces: number }> }> } | null, sections: Array<{ id: string, name: string, places: number }>, emergencyPlaces: Array<{ sectionId: string, weekday: number, from: string, to: string, places: number }>, toCome: Array<{ from: string, sections: Array<{ id: string, name: string, places: number }>, emergencyPlaces: Array<{ sectionId: string, weekday: number, from: string, to: string, places: number }> }> } | null };

export type PlacesOfWeekQueryVariables = Exact<{
  date: string;
}>;


export type PlacesOfWeekQuery = { centres: Array<{ id: string, name: string, district: { id: string }, position: { latitude: number, longitude: number }, week: { days: Array<{ date: string, closureReason: string | null, peakChildren: number, places: number, openHours: number }> } | null }> };

export type PlacesOfferedQueryVariables = Exact<{
  status?: Array<CareOfferStatus> | CareOfferStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type PlacesOfferedQuery = { careOffers: { totalCount: number, isExact: boolean, edges: Array<{ node: { id: string, version: number, status: CareOfferStatus, firstDay: string, lastDay: string, expiresAt: string, endReason: string | null, section: { id: string, name: string, centre: { id: string, name: string } }, careRequest: { id: string, version: number, kind: CareKind, status: CareRequestStatus, child: { id: string, firstName: string | null }, family: { id: string, reference: string | null, displayName: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PlanMilestoneMutationVariables = Exact<{
  input: ScheduleMilestoneInput;
}>;


export type PlanMilestoneMutation = { scheduleMilestone: { milestone: { id: string, version: number, startsAt: string, endsAt: string } | null, refusal: { reason: ScheduleMilestoneRefusalReason, message: string, isQuestion: boolean } | null } };

export type PlanSeriesMutationVariables = Exact<{
  input: ScheduleMilestoneSeriesInput;
}>;


export type PlanSeriesMutation = { scheduleMilestoneSeries: { milestones: Array<{ id: string, startsAt: string, endsAt: string }> | null, refusal: { reason: ScheduleMilestoneSeriesRefusalReason, message: string, isQuestion: boolean } | null } };

export type ProposeOtherwiseMutationVariables = Exact<{
  input: ProposeAlternativeInput;
}>;


export type ProposeOtherwiseMutation = { proposeAlternative: { careRequest: { id: string, version: number } | null, refusal: { reason: ProposeAlternativeRefusalReason, message: string } | null } };

export type PutAttendanceRightMutationVariables = Exact<{
  input: CorrectAttendanceInput;
}>;


export type PutAttendanceRightMutation = { correctAttendance: { booking: { id: string, version: number } | null, refusal: { reason: CorrectAttendanceRefusalReason, message: string } | null } };

export type PutDownNoteMutationVariables = Exact<{
  input: WriteNoteInput;
}>;


export type PutDownNoteMutation = { writeNote: { note: { id: string } | null, refusal: { reason: WriteNoteRefusalReason, message: string } | null } };

export type PutIntoDirectoryMutationVariables = Exact<{
  input: RecordProfessionalInput;
}>;


export type PutIntoDirectoryMutation = { recordProfessional: { professional: { id: string, name: string } | null, refusal: { reason: RecordProfessionalRefusalReason, message: string } | null } };

export type PutNoteRightMutationVariables = Exact<{
  input: CorrectNoteInput;
}>;


export type PutNoteRightMutation = { correctNote: { note: { id: string } | null, refusal: { reason: CorrectNoteRefusalReason, message: string } | null } };

export type PutReferralRightMutationVariables = Exact<{
  input: CorrectReferralInput;
}>;


export type PutReferralRightMutation = { correctReferral: { notYetTold: Array<string>, referral: { id: string } | null, refusal: { reason: CorrectReferralRefusalReason, message: string } | null } };

export type PutRightFragment = { id: string, at: string, by: string, reason: string, changes: Array<{ field: string, before: string | null, after: string | null }> };

export type PutTaskRightMutationVariables = Exact<{
  input: CorrectTaskInput;
}>;


export type PutTaskRightMutation = { correctTask: { task: { id: string } | null, refusal: { reason: CorrectTaskRefusalReason, message: string } | null } };

export type ReceiveChildMutationVariables = Exact<{
  input: AdmitChildInput;
}>;


export type ReceiveChildMutation = { admitChild: { placement: { id: string, version: number } | null, refusal: { reason: AdmitChildRefusalReason, message: string } | null } };

export type ReferralsInBoxQueryVariables = Exact<{
  box: ReferralBox;
  after?: string | null | undefined;
}>;


export type ReferralsInBoxQuery = { referrals: { edges: Array<{ node: { id: string, version: number, status: ReferralStatus, target: ReferralTarget, message: string | null, sentAt: string, expiresOn: string, isReminderDue: boolean, declineReason: string | null, family: { id: string, reference: string | null, displayName: string | null } | null, sender: { id: string, name: string, role: ProfessionalRole, phone: string | null } | null, addressee: { id: string, name: string, role: ProfessionalRole, phone: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RefuseRequestMutationVariables = Exact<{
  input: RefuseCareRequestInput;
}>;


export type RefuseRequestMutation = { refuseCareRequest: { careRequest: { id: string, version: number } | null, refusal: { reason: RefuseCareRequestRefusalReason, message: string } | null } };

export type RegisterItMutationVariables = Exact<{
  input: RegisterFamilyInput;
}>;


export type RegisterItMutation = { registerFamily: { notYetTold: Array<string>, family: { id: string, reference: string | null, displayName: string | null } | null, possibleDuplicates: Array<{ nextStep: string, child: { id: string, firstName: string | null } }>, refusal: { reason: RegisterFamilyRefusalReason, message: string, isQuestion: boolean } | null } };

export type RemoveOrLookAtArrangementMutationVariables = Exact<{
  input: RemoveOwnArrangementInput;
}>;


export type RemoveOrLookAtArrangementMutation = { removeOwnArrangement: { removed: { id: string } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, refusal: { reason: RemoveOwnArrangementRefusalReason, message: string } | null } };

export type RenewOrLookAtPlacementMutationVariables = Exact<{
  input: RenewPlacementInput;
}>;


export type RenewOrLookAtPlacementMutation = { renewPlacement: { placement: { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, lackingStays: Array<{ startsAt: string, endsAt: string, obstacle: { message: string } }>, refusal: { reason: RenewPlacementRefusalReason, message: string } | null } };

export type ReportOfQuarterQueryVariables = Exact<{
  from: string;
  to: string;
  districtId?: string | null | undefined;
}>;


export type ReportOfQuarterQuery = { impactReport: { from: string, to: string, isProvisional: boolean, closesOn: string, district: { id: string, name: string } | null, careFiguresClosed: { closedAt: string } | null, familiesServed: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } }, familiesByCareKind: Array<{ kind: CareKind, families: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } } }>, emergencyCare: { medianNoticeMinutes: number | null, bookings: { value: number | null, isWithheld: boolean, correctedSince: number | null } }, stabilisingOrPositiveOutcome: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } }, milestonesByCover: Array<{ cover: ReportedCover, attended: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } }, missed: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } }, missedForLackOfChildcare: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } } }> | null, returnsByKind: Array<{ kind: ReturnKind, jobSeekers: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } } }> | null, returnsFollowedUp: Array<{ point: FollowUpPoint, stillThere: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } } }> | null, incomeSupportOnLastDay: { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } } | null } };

export type CountedFragment = { value: number | null, isWithheld: boolean, correctedSince: number | null };

export type PartFragment = { numerator: { value: number | null, isWithheld: boolean, correctedSince: number | null }, denominator: { value: number | null, isWithheld: boolean, correctedSince: number | null } };

export type ResumeOrLookAtPlacementMutationVariables = Exact<{
  input: ResumePlacementInput;
}>;


export type ResumeOrLookAtPlacementMutation = { resumePlacement: { placement: { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, lackingStays: Array<{ startsAt: string, endsAt: string, obstacle: { message: string } }>, refusal: { reason: ResumePlacementRefusalReason, message: string } | null } };

export type RulesOfCityQueryVariables = Exact<{ [key: string]: never; }>;


export type RulesOfCityQuery = { citySettings: { version: number, withdraws: number | null, from: string | null, reason: string | null, saidAt: string | null, saidBy: string | null, emergencyNoticeHours: number, weights: { milestone: number, incomeSupport: number, loneParent: number, firstDay: number, waitingTime: number }, milestoneBands: Array<{ days: number, value: number }>, firstDayBands: Array<{ days: number, value: number }>, waitingBands: Array<{ days: number, value: number }> }, usual: { version: number, withdraws: number | null, from: string | null, reason: string | null, saidAt: string | null, saidBy: string | null, emergencyNoticeHours: number, weights: { milestone: number, incomeSupport: number, loneParent: number, firstDay: number, waitingTime: number }, milestoneBands: Array<{ days: number, value: number }>, firstDayBands: Array<{ days: number, value: number }>, waitingBands: Array<{ days: number, value: number }> }, citySettingsHistory: Array<{ version: number, withdraws: number | null, from: string | null, reason: string | null, saidAt: string | null, saidBy: string | null, emergencyNoticeHours: number, weights: { milestone: number, incomeSupport: number, loneParent: number, firstDay: number, waitingTime: number }, milestoneBands: Array<{ days: number, value: number }>, firstDayBands: Array<{ days: number, value: number }>, waitingBands: Array<{ days: number, value: number }> }>, centres: Array<{ id: string, name: string, version: number, sections: Array<{ id: string, name: string, places: number }>, emergencyPlaces: Array<{ sectionId: string, weekday: number, from: string, to: string, places: number }>, toCome: Array<{ from: string, sections: Array<{ id: string, name: string, places: number }>, emergencyPlaces: Array<{ sectionId: string, weekday: number, from: string, to: string, places: number }> }> }>, me: { isAdministrator: boolean } | null };

export type SectionsToChooseQueryVariables = Exact<{ [key: string]: never; }>;


export type SectionsToChooseQuery = { centres: Array<{ id: string, name: string, sections: Array<{ id: string, name: string, minAgeMonths: number, maxAgeMonths: number }> }> };

export type SeekersIFollowQueryVariables = Exact<{
  status?: Array<JobSeekerStatus> | JobSeekerStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type SeekersIFollowQuery = { myJobSeekers: { totalCount: number, isExact: boolean, edges: Array<{ node: { id: string, status: JobSeekerStatus, registeredOn: string, closedOn: string | null, romeCode: string | null, adult: { id: string, firstName: string | null, lastName: string | null }, family: { id: string, reference: string | null, milestones: { edges: Array<{ node: { id: string, kind: MilestoneKind | null, startsAt: string, jobSeeker: { id: string } | null, childcareCover: { status: CoverStatus } | null } }> } | null } | null, engagementContract: { id: string, weeklyHoursToday: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SeekersToChooseQueryVariables = Exact<{ [key: string]: never; }>;


export type SeekersToChooseQuery = { myJobSeekers: { edges: Array<{ node: { id: string, adult: { id: string, firstName: string | null, lastName: string | null }, family: { id: string, reference: string | null } | null } }>, pageInfo: { hasNextPage: boolean } } };

export type SendElsewhereMutationVariables = Exact<{
  input: BookBackupsInput;
}>;


export type SendElsewhereMutation = { bookBackups: { lines: Array<{ id: string, booking: { id: string } | null, refusal: { reason: BackupChoiceRefusalReason, message: string } | null }>, refusal: { reason: BookBackupsRefusalReason, message: string } | null } };

export type ServedByPlaceQueryVariables = Exact<{
  id: string;
  place: FreedPlaceInput;
}>;


export type ServedByPlaceQuery = { section: { id: string, wouldServeBest: Array<{ isWholeNeed: boolean, share: number, careRequest: { id: string, kind: CareKind, firstDay: string, child: { id: string, firstName: string | null }, family: { id: string, displayName: string | null } | null, priority: { score: number } | null } }> | null } | null };

export type SessionsEndedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SessionsEndedQuery = { sessionEndings: { edges: Array<{ node: { id: string, endedAt: string, person: string, endedBy: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SignContractMutationVariables = Exact<{
  input: AgreeEngagementContractInput;
}>;


export type SignContractMutation = { agreeEngagementContract: { engagementContract: { id: string, weeklyHoursToday: number } | null, refusal: { reason: AgreeEngagementContractRefusalReason, message: string } | null } };

export type SplitOrLookMutationVariables = Exact<{
  input: SplitFamilyInput;
}>;


export type SplitOrLookMutation = { splitFamily: { notYetTold: Array<string>, newFamily: { id: string, reference: string | null } | null, remaining: { householdKind: HouseholdKind, placements: number, openCareRequests: number, bookingsToCome: number, bookingsForMilestones: number, careLeftToPay: number, adults: Array<{ id: string, firstName: string | null }>, children: Array<{ id: string, firstName: string | null }> } | null, leaving: { householdKind: HouseholdKind, placements: number, openCareRequests: number, bookingsToCome: number, bookingsForMilestones: number, careLeftToPay: number, adults: Array<{ id: string, firstName: string | null }>, children: Array<{ id: string, firstName: string | null }> } | null, refusal: { reason: SplitFamilyRefusalReason, message: string, isQuestion: boolean } | null } };

export type OneOfPartedFragment = { householdKind: HouseholdKind, placements: number, openCareRequests: number, bookingsToCome: number, bookingsForMilestones: number, careLeftToPay: number, adults: Array<{ id: string, firstName: string | null }>, children: Array<{ id: string, firstName: string | null }> };

export type SuspendOrLookAtPlacementMutationVariables = Exact<{
  input: SuspendPlacementInput;
}>;


export type SuspendOrLookAtPlacementMutation = { suspendPlacement: { placement: { id: string, status: PlacementStatus, startsOn: string, endsOn: string, section: { id: string, name: string, centre: { id: string, name: string } } } | null, uncoveredMilestones: Array<{ startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string } | null }>, lackingStays: Array<{ startsAt: string, endsAt: string, obstacle: { message: string } }>, refusal: { reason: SuspendPlacementRefusalReason, message: string } | null } };

export type TakeBenefitOffMutationVariables = Exact<{
  input: CorrectMistakenEntitlementInput;
}>;


export type TakeBenefitOffMutation = { correctMistakenEntitlement: { entitlement: { id: string } | null, refusal: { reason: CorrectMistakenEntitlementRefusalReason, message: string } | null } };

export type TakeDecisionBackMutationVariables = Exact<{
  input: WithdrawCitySettingsInput;
}>;


export type TakeDecisionBackMutation = { withdrawCitySettings: { citySettings: { version: number } | null, refusal: { reason: WithdrawCitySettingsRefusalReason, message: string } | null } };

export type TakeObjectionBackMutationVariables = Exact<{
  input: LiftObjectionInput;
}>;


export type TakeObjectionBackMutation = { liftObjection: { notYetTold: Array<string>, objection: { id: string } | null, refusal: { reason: LiftObjectionRefusalReason, message: string } | null } };

export type TakePlaceBackMutationVariables = Exact<{
  input: WithdrawOfferInput;
}>;


export type TakePlaceBackMutation = { withdrawOffer: { careOffer: { id: string, version: number } | null, refusal: { reason: WithdrawOfferRefusalReason, message: string } | null } };

export type TakeSeekerMutationVariables = Exact<{
  input: TakeJobSeekerInput;
}>;


export type TakeSeekerMutation = { takeJobSeeker: { notYetTold: Array<string>, jobSeeker: { id: string, adult: { id: string, firstName: string | null, lastName: string | null } } | null, refusal: { reason: TakeJobSeekerRefusalReason, message: string } | null } };

export type ThoseWhoWaitQueryVariables = Exact<{
  filter?: WaitingListFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type ThoseWhoWaitQuery = { waitingList: { totalCount: number, isExact: boolean, edges: Array<{ node: { id: string, kind: CareKind, status: CareRequestStatus, firstDay: string, submittedAt: string, child: { id: string, firstName: string | null }, family: { id: string, displayName: string | null } | null, priority: { score: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ThoseWithoutCareQueryVariables = Exact<{
  from: string;
  to: string;
  districtId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ThoseWithoutCareQuery = { milestonesWithoutCare: { totalCount: number, isExact: boolean, edges: Array<{ node: { startsAt: string, endsAt: string, status: CoverStatus, milestone: { id: string, version: number, family: { id: string, reference: string | null, displayName: string | null } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TickOffTaskMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type TickOffTaskMutation = { completeTask: { task: { id: string, doneAt: string | null, version: number } | null, refusal: { reason: CompleteTaskRefusalReason, message: string } | null } };

export type TwoFilesQueryVariables = Exact<{
  keep: string;
  drop: string;
}>;


export type TwoFilesQuery = { keep: { id: string, version: number | null, reference: string | null, displayName: string | null, householdKind: HouseholdKind | null, district: { id: string, name: string } | null, adults: Array<{ id: string, firstName: string | null, lastName: string | null }> | null, children: Array<{ id: string, firstName: string | null, lastName: string, birthDate: string | null, expectedDate: string | null }> | null } | null, drop: { id: string, version: number | null, reference: string | null, displayName: string | null, householdKind: HouseholdKind | null, district: { id: string, name: string } | null, adults: Array<{ id: string, firstName: string | null, lastName: string | null }> | null, children: Array<{ id: string, firstName: string | null, lastName: string, birthDate: string | null, expectedDate: string | null }> | null } | null };

export type OneOfTwoFragment = { id: string, version: number | null, reference: string | null, displayName: string | null, householdKind: HouseholdKind | null, district: { id: string, name: string } | null, adults: Array<{ id: string, firstName: string | null, lastName: string | null }> | null, children: Array<{ id: string, firstName: string | null, lastName: string, birthDate: string | null, expectedDate: string | null }> | null };

export type WeekOfCentreQueryVariables = Exact<{
  id: string;
  date: string;
}>;


export type WeekOfCentreQuery = { centre: { id: string, name: string, week: { monday: string, bookedHours: number, allowedHours: number, occupancy: number | null, days: Array<{ date: string, closureReason: string | null, expectedChildren: number, peakChildren: number, places: number, occupancy: number | null }> } | null } | null };

export type WhatHappenedQueryVariables = Exact<{
  reference: string;
  first: number;
}>;


export type WhatHappenedQuery = { family: { id: string, careTimeline: { edges: Array<{ node: { id: string, at: string, kind: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null, jobSearchTimeline: { edges: Array<{ node: { id: string, at: string, kind: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null, benefitsTimeline: { edges: Array<{ node: { id: string, at: string, kind: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null } | null };

export type ToldFragment = { edges: Array<{ node: { id: string, at: string, kind: string, sentence: string } }>, pageInfo: { hasNextPage: boolean } };

export type WhatIKeepQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIKeepQuery = { me: { isAdministrator: boolean } | null };

export type WhatIsNewInCareQueryVariables = Exact<{
  since: string;
}>;


export type WhatIsNewInCareQuery = { careNews: { edges: Array<{ node: { id: string, at: string, familyId: string | null, sentence: string } }>, pageInfo: { hasNextPage: boolean } } };

export type WhereFileIsQueryVariables = Exact<{
  id: string;
}>;


export type WhereFileIsQuery = { familyById: { id: string, reference: string | null } | null };

export type WhereMergedFileIsQueryVariables = Exact<{
  reference: string;
}>;


export type WhereMergedFileIsQuery = { family: { id: string, version: number | null, reference: string | null, displayName: string | null } | null };

export type WherePlacesAreQueryVariables = Exact<{
  from: string;
  to: string;
  ageMonths?: number | null | undefined;
  districtId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WherePlacesAreQuery = { freePlaces: { totalCount: number, isExact: boolean, edges: Array<{ node: { freePlaces: number, section: { id: string, name: string, centre: { id: string, name: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhoAsksToFollowQueryVariables = Exact<{
  box: MembershipRequestBox;
  after?: string | null | undefined;
}>;


export type WhoAsksToFollowQuery = { membershipRequests: { edges: Array<{ node: { id: string, version: number, status: MembershipRequestStatus, reason: string, askedAt: string, declineReason: string | null, family: { id: string, reference: string | null, displayName: string | null } | null, requester: { id: string, name: string, role: ProfessionalRole, phone: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhoReadFileQueryVariables = Exact<{
  reference: string;
  first: number;
}>;


export type WhoReadFileQuery = { family: { id: string, careAccesses: { edges: Array<{ node: { id: string, at: string, name: string, agency: string, isSystem: boolean, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null, jobSearchAccesses: { edges: Array<{ node: { id: string, at: string, name: string, agency: string, isSystem: boolean, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null, benefitsAccesses: { edges: Array<{ node: { id: string, at: string, name: string, agency: string, isSystem: boolean, sentence: string } }>, pageInfo: { hasNextPage: boolean } } | null } | null };

export type ReadersFragment = { edges: Array<{ node: { id: string, at: string, name: string, agency: string, isSystem: boolean, sentence: string } }>, pageInfo: { hasNextPage: boolean } };

export type WhoStandsInQueryVariables = Exact<{
  agencyId: string;
  role: ProfessionalRole;
}>;


export type WhoStandsInQuery = { professionals: { edges: Array<{ node: { id: string, name: string, isAbsent: boolean } }>, pageInfo: { hasNextPage: boolean } } };

export type WhoWaitsAtDeskQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WhoWaitsAtDeskQuery = { jobSeekersAtDesk: { edges: Array<{ node: { id: string, version: number, since: string, registeredOn: string, category: number, romeCode: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhomToNameQueryVariables = Exact<{
  search: string;
  role: ProfessionalRole;
}>;


export type WhomToNameQuery = { professionals: { edges: Array<{ node: { id: string, name: string, role: ProfessionalRole, agency: string, place: string | null, isAbsent: boolean, standIn: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean } } };

export type WouldBeCoveredQueryVariables = Exact<{
  jobSeekerId: string;
  startsAt: string;
  endsAt: string;
  travelMinutes: number;
}>;


export type WouldBeCoveredQuery = { jobSeeker: { id: string, coverForecast: { status: CoverStatus, couldBeCovered: boolean, neededFrom: string, neededTo: string, children: Array<{ firstName: string | null, isIfBornAsExpected: boolean, status: CoverStatus, missing: Array<{ startsAt: string, endsAt: string }>, couldBeBooked: Array<{ startsAt: string, endsAt: string }> }> } | null } | null };

/** The enums that the screens show. */
export type ShownEnums = {
  readonly AgencyKind: 'BENEFITS' | 'CARE' | 'JOB_SEARCH';
  readonly BookingStatus: 'ABSENT' | 'ATTENDED' | 'CANCELLED' | 'CONFIRMED' | 'HELD';
  readonly BreakGlassFinding: 'JUSTIFIED' | 'NOT_JUSTIFIED';
  readonly CareCriterion: 'AGE' | 'DISTANCE' | 'FACILITIES' | 'KNOWN_CENTRE' | 'OPENING_HOURS' | 'RANKED_CHOICE' | 'WHOLE_TIME';
  readonly CareKind: 'EMERGENCY' | 'FLEXIBLE' | 'LONG_TERM' | 'SHORT_TERM';
  readonly CareMissReason: 'CARE_KIND_NOT_OFFERED' | 'CENTRE_CLOSED' | 'CENTRE_FULL' | 'CENTRE_WEEK_FULL' | 'CHILD_ALREADY_BOOKED' | 'CHILD_TOO_OLD' | 'CHILD_TOO_YOUNG' | 'FACILITY_MISSING' | 'OUTSIDE_OPENING_HOURS' | 'SECTION_FULL' | 'STARTS_BEFORE_NEXT_MONDAY';
  readonly CareOfferStatus: 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'OPEN' | 'WITHDRAWN';
  readonly CareRequestStatus: 'ACCEPTED' | 'ALTERNATIVE_PROPOSED' | 'LAPSED' | 'OFFERED' | 'PLACED' | 'REFUSED' | 'SUBMITTED' | 'WITHDRAWN';
  readonly CentreFact: 'ADDRESS' | 'CARE_KINDS' | 'KIND' | 'OPENING_HOURS' | 'OPERATOR' | 'PLACES' | 'POSITION' | 'SECTIONS';
  readonly CommissionOutcome: 'GRANTED' | 'POSTPONED' | 'REFUSED';
  readonly CommissionStatus: 'CLOSED' | 'SCHEDULED';
  readonly CoverStatus: 'COVERED' | 'NOT_NEEDED' | 'PARTIAL' | 'UNCOVERED' | 'UNKNOWN';
  readonly DeskUrgency: 'LATER' | 'NOW' | 'SOON' | 'TODAY';
  readonly EntitlementStatus: 'CLOSED' | 'CLOSED_EARLIER' | 'OPEN' | 'PAYMENT_SUSPENDED' | 'PENDING' | 'REFUSED' | 'SUSPENDED';
  readonly FamilyAlertKind: 'INCOME_SUPPORT_SUSPENDED' | 'MILESTONE_UNCOVERED' | 'NOTHING_HAPPENED' | 'OFFER_EXPIRING' | 'REFERRAL_WAITING' | 'TASK_OVERDUE';
  readonly FollowUpOutcome: 'CHANGED' | 'ENDED_AS_PLANNED' | 'GOES_ON' | 'NOT_REACHED' | 'SEARCHING_AGAIN';
  readonly FollowUpPoint: 'ONE_MONTH' | 'SIX_MONTHS' | 'THREE_MONTHS';
  readonly HourlyFeeReason: 'CEILING' | 'COMPUTED' | 'FLOOR' | 'FLOOR_FOR_EMERGENCY' | 'NO_SCALE' | 'RESOURCES_UNKNOWN';
  readonly HouseholdKind: 'COUPLE' | 'LONE_PARENT';
  readonly IncomeSupport: 'NONE' | 'PENDING' | 'RECEIVING' | 'SUSPENDED' | 'UNKNOWN';
  readonly JobSearchStepKind: 'ADVISOR_CHANGED' | 'CATEGORY_CHANGED' | 'CONTRACT_AGREED' | 'FILES_MERGED' | 'FILES_PARTED' | 'FILE_CLOSED' | 'FILE_OPENED' | 'FOLLOWED_UP' | 'FOLLOW_UP_CORRECTED' | 'HOURS_REDUCED' | 'MILESTONE_ATTENDED' | 'MILESTONE_CANCELLED' | 'MILESTONE_CONFIRMED' | 'MILESTONE_EXCUSED' | 'MILESTONE_MISSED' | 'MILESTONE_MOVED' | 'MILESTONE_OUTCOME_CORRECTED' | 'MILESTONE_PLANNED' | 'MILESTONE_SERIES_CANCELLED' | 'MILESTONE_SERIES_HELD' | 'MILESTONE_SERIES_MOVED' | 'MILESTONE_SERIES_PLANNED' | 'PUT_TO_THE_DESK' | 'RETURNED_TO_WORK' | 'RETURN_CORRECTED';
  readonly JobSeekerStatus: 'CLOSED' | 'OPEN';
  readonly LookupOutcome: 'FOUND' | 'NOT_FOUND' | 'TURNED_AWAY';
  readonly MembershipRequestStatus: 'DECLINED' | 'GRANTED' | 'WAITING';
  readonly MilestoneKind: 'ADVISOR_APPOINTMENT' | 'IMMERSION' | 'INTERVIEW' | 'JOB_START' | 'TRAINING_SESSION' | 'WORKSHOP';
  readonly MilestoneStatus: 'ATTENDED' | 'CANCELLED' | 'CONFIRMED' | 'EXCUSED' | 'MISSED' | 'PLANNED';
  readonly NoteAudience: 'ALL_AGENCIES' | 'AUTHOR' | 'SOCIAL_WORKERS' | 'SUPPORT_TEAM';
  readonly NoteCategory: 'BENEFITS' | 'CHILDCARE' | 'GENERAL' | 'JOB_SEARCH';
  readonly Operator: 'ASSOCIATIVE' | 'MUNICIPAL';
  readonly OwnArrangementKind: 'CHILDMINDER' | 'FAMILY' | 'OTHER' | 'SCHOOL';
  readonly PauseKind: 'ABSENCE' | 'SUSPENSION';
  readonly PlacementStatus: 'ACTIVE' | 'ENDED' | 'PLANNED' | 'SUSPENDED';
  readonly ProfessionalRole: 'CARE_COORDINATOR' | 'CASEWORKER' | 'EMPLOYMENT_ADVISOR';
  readonly ReductionEvidence: 'MISSED_FOR_CHILDCARE' | 'PARTIALLY_COVERED' | 'UNCOVERED';
  readonly ReferralStatus: 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'SEEN' | 'SENT' | 'WITHDRAWN';
  readonly ReferralTarget: 'ADVISOR' | 'SERVICE_POINT' | 'SOCIAL_WORKER';
  readonly ReportedCover: 'COVERED' | 'NOT_NEEDED' | 'NOT_TOLD' | 'PARTIAL' | 'UNCOVERED' | 'UNKNOWN';
  readonly ReturnKind: 'EDUCATION' | 'EMPLOYMENT' | 'OTHER' | 'TRAINING';
  readonly Scheme: 'AAH' | 'AEEH' | 'ASF' | 'CMG' | 'FAMILY_ALLOWANCES' | 'HOUSING_AID' | 'PAJE_BASE' | 'PRIME_ACTIVITE' | 'RSA';
  readonly SharedCategory: 'BENEFITS' | 'CARE' | 'JOB_SEARCH';
};
