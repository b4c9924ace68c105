-- What was explained to a family about its file: that agencies share it, that she may object, who reads it. Never rewritten:
-- what was written down wrongly is put right by another row that names it.

create table information_given (
  id uuid not null,
  family_id uuid not null,
  adult_id uuid not null,
  subjects text[] not null,
  given_on date not null,
  language text not null,
  with_interpreter boolean not null,
  given_by_sub text not null,
  recorded_at timestamptz not null,
  recorded_by_sub text not null,
  corrects_id uuid,
  correction_reason text,
  constraint information_given_pkey primary key (id),
  constraint information_giver_fkey foreign key (given_by_sub) references professionals (sub),
  constraint information_recorder_fkey foreign key (recorded_by_sub) references professionals (sub),
  constraint information_correction_fkey foreign key (corrects_id) references information_given (id),
  constraint information_corrected_once unique (corrects_id),
  constraint information_is_of_known_subjects
    check (subjects <@ array['RECORDS', 'SHARING', 'OBJECTION', 'ACCESS_LOG', 'CORRECTION']),
  constraint information_is_about_something check (subjects <> '{}' or corrects_id is not null),
  constraint information_is_corrected_with_a_reason check ((corrects_id is null) = (correction_reason is null))
);
create index information_given_by_family on information_given (family_id, given_on, id);
create index information_given_by_giver on information_given (given_by_sub);
create index information_given_by_recorder on information_given (recorded_by_sub);
