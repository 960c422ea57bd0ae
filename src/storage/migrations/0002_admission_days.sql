-- The people behind a number of the statistics are found from the days of their admissions.
CREATE INDEX admission_day ON admission (counted_on, person_id) WHERE replaced_in IS NULL;
