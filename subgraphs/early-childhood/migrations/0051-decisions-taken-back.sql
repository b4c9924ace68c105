-- A decision of the city that has not begun is taken back by another row, from the same day, with what held before: rows are still
-- added and never changed, so that the table stays the history, and the last one that has begun holds.
alter table city_settings
  add column withdraws integer,
  add constraint city_settings_withdrawn_once unique (withdraws),
  add constraint city_settings_withdraw_what_was_decided foreign key (withdraws) references city_settings (number),
  add constraint city_settings_withdraw_earlier_ones check (withdraws < number);
