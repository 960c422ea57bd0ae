-- Rounds of checking a sample of dossiers, what could be drawn, what was drawn, and the faults that were found. Notes
-- are sealed under the person's key, as hex.
CREATE TABLE audit_round (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    unit_id {{integer}} NOT NULL,
    name {{text}} NOT NULL CHECK (length(name) > 0),
    first_on {{text}} NOT NULL CHECK ({{day first_on}}),
    last_on {{text}} NOT NULL CHECK ({{day last_on}}),
    share {{small}} NOT NULL CHECK (share BETWEEN 1 AND 100),
    seed {{integer}} NOT NULL CHECK (seed >= 0),
    drawn_on {{text}} NOT NULL CHECK ({{day drawn_on}}),
    due_on {{text}} NOT NULL CHECK ({{day due_on}}),
    closed_on {{text}} CHECK ({{day closed_on}}),
    conclusion {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX audit_round_id ON audit_round (id);
CREATE UNIQUE INDEX audit_round_stands ON audit_round (id) WHERE replaced_in IS NULL;

-- Every dossier that could be drawn, as it was when the round was fixed: written once.
CREATE TABLE audit_lot (
    round_id {{integer}} NOT NULL,
    dossier_id {{integer}} NOT NULL,
    cell_id {{integer}} NOT NULL,
    unit_id {{integer}} NOT NULL,
    tickets {{integer}} NOT NULL CHECK (tickets > 0),
    marks {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    PRIMARY KEY (round_id, dossier_id)
){{strict}};

CREATE TABLE audit_sample (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    round_id {{integer}} NOT NULL,
    dossier_id {{integer}} NOT NULL,
    person_id {{integer}} NOT NULL,
    cell_id {{integer}} NOT NULL,
    unit_id {{integer}} NOT NULL,
    tickets {{integer}} NOT NULL CHECK (tickets > 0),
    marks {{text}} NOT NULL,
    checking_id {{integer}} NOT NULL CHECK (checking_id <> cell_id),
    checked_on {{text}} CHECK ({{day checked_on}}),
    note {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX audit_sample_id ON audit_sample (id);
CREATE UNIQUE INDEX audit_sample_stands ON audit_sample (id) WHERE replaced_in IS NULL;
CREATE INDEX audit_sample_round ON audit_sample (round_id);
CREATE INDEX audit_sample_checking ON audit_sample (checking_id) WHERE replaced_in IS NULL;

CREATE TABLE check_fault (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    sample_id {{integer}} NOT NULL,
    round_id {{integer}} NOT NULL,
    dossier_id {{integer}} NOT NULL,
    person_id {{integer}} NOT NULL,
    kind {{text}} NOT NULL CHECK (length(kind) > 0),
    severity {{small}} NOT NULL CHECK (severity > 0),
    note {{text}} NOT NULL,
    due_on {{text}} NOT NULL CHECK ({{day due_on}}),
    done_on {{text}} CHECK ({{day done_on}}),
    done_note {{text}} NOT NULL,
    confirmed_on {{text}} CHECK ({{day confirmed_on}}),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (confirmed_on IS NULL OR done_on IS NOT NULL)
){{strict}};
CREATE INDEX check_fault_id ON check_fault (id);
CREATE UNIQUE INDEX check_fault_stands ON check_fault (id) WHERE replaced_in IS NULL;
CREATE INDEX check_fault_sample ON check_fault (sample_id);

INSERT INTO next_id (noun, value) VALUES ('audit_round', 0), ('audit_round_version', 0), ('audit_sample', 0),
    ('audit_sample_version', 0), ('check_fault', 0), ('check_fault_version', 0);
