-- Two records of one person made one: the facts of `other_id` were replaced by nothing or moved to `kept_id` by the
-- audit row `recorded_in`, and are put back by `replaced_in`.
CREATE TABLE person_merge (
    version {{integer}} NOT NULL PRIMARY KEY,
    kept_id {{integer}} NOT NULL,
    other_id {{integer}} NOT NULL CHECK (other_id <> kept_id),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE UNIQUE INDEX person_merge_other ON person_merge (other_id) WHERE replaced_in IS NULL;
CREATE INDEX person_merge_kept ON person_merge (kept_id);

-- Two people who look like one and are not: `first_id` is the smaller number.
CREATE TABLE person_distinct (
    version {{integer}} NOT NULL PRIMARY KEY,
    first_id {{integer}} NOT NULL,
    second_id {{integer}} NOT NULL CHECK (second_id > first_id),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE UNIQUE INDEX person_distinct_pair ON person_distinct (first_id, second_id) WHERE replaced_in IS NULL;

-- A person who was named by an act is found when two records become one.
CREATE INDEX dossier_act_who ON dossier_act (who_id) WHERE replaced_in IS NULL AND who_id IS NOT NULL;

-- The act that made an admission or an event, from the correction of one.
CREATE INDEX dossier_act_made ON dossier_act (made_id) WHERE replaced_in IS NULL AND made_id <> 0;

INSERT INTO next_id (noun, value) VALUES ('person_merge', 0), ('person_distinct', 0);
