-- Indexes that only repeated others, written for each row of an import: words are taken away by their text, and what was
-- replaced is told apart from what stands, as for people.
DROP INDEX name_word_person;
DROP INDEX admission_id;
CREATE INDEX admission_replaced ON admission (id) WHERE replaced_in IS NOT NULL;
DROP INDEX membership_event_id;
CREATE INDEX membership_event_replaced ON membership_event (id) WHERE replaced_in IS NOT NULL;
