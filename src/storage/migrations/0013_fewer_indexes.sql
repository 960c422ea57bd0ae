-- Trees that cost each row of an import more than they gave. Words of names are looked for in the list that a server keeps
-- in memory; what was replaced is told apart from what stands, as for people.
DROP TABLE name_word;
DROP INDEX admission_id;
CREATE INDEX admission_replaced ON admission (id) WHERE replaced_in IS NOT NULL;
DROP INDEX membership_event_id;
CREATE INDEX membership_event_replaced ON membership_event (id) WHERE replaced_in IS NOT NULL;
