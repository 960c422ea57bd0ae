-- Admission dossiers. What is personal beyond names and days (notes, relatives, rolls of a vote, special regimes) is
-- sealed under the person's key, as hex.
CREATE TABLE dossier (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    person_id {{integer}} NOT NULL,
    cell_id {{integer}} NOT NULL,
    opened_on {{text}} NOT NULL CHECK ({{day opened_on}}),
    is_citizen {{small}} NOT NULL CHECK (is_citizen IN (0, 1)),
    area {{small}} NOT NULL CHECK (area > 0),
    village_elder {{small}} NOT NULL CHECK (village_elder IN (0, 1)),
    youth_union_member {{small}} NOT NULL CHECK (youth_union_member IN (0, 1)),
    youth_union_available {{small}} NOT NULL CHECK (youth_union_available IN (0, 1)),
    left_on {{text}} CHECK ({{day left_on}}),
    left_cause {{small}},
    expunged_on {{text}} CHECK ({{day expunged_on}}),
    times {{small}} NOT NULL,
    closed_on {{text}} CHECK ({{day closed_on}}),
    closing_cause {{small}},
    sealed {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK ((left_on IS NULL) = (left_cause IS NULL)),
    CHECK ((closed_on IS NULL) = (closing_cause IS NULL))
){{strict}};
CREATE INDEX dossier_id ON dossier (id);
CREATE UNIQUE INDEX dossier_stands ON dossier (id) WHERE replaced_in IS NULL;
CREATE INDEX dossier_person ON dossier (person_id);

CREATE TABLE dossier_act (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    dossier_id {{integer}} NOT NULL,
    side {{small}},
    kind {{small}} NOT NULL CHECK (kind > 0),
    on_day {{text}} NOT NULL CHECK ({{day on_day}}),
    about {{small}},
    certificate {{small}} NOT NULL,
    consent {{small}} NOT NULL,
    introducer {{small}} NOT NULL,
    stage {{small}} NOT NULL,
    official {{small}} NOT NULL CHECK (official IN (0, 1)),
    replaces {{small}} NOT NULL CHECK (replaces IN (0, 1)),
    shared_months {{integer}} NOT NULL,
    cell_official {{integer}} NOT NULL,
    cell_excluded {{integer}} NOT NULL,
    cell_present {{integer}} NOT NULL,
    cell_in_favour {{integer}} NOT NULL,
    cell_against {{integer}} NOT NULL,
    committee_members {{integer}} NOT NULL,
    committee_in_favour {{integer}} NOT NULL,
    committee_decides {{small}} NOT NULL CHECK (committee_decides IN (0, 1)),
    received_on {{text}} CHECK ({{day received_on}}),
    paper_number {{text}} NOT NULL,
    paper_on {{text}} CHECK ({{day paper_on}}),
    paper_issuer {{text}} NOT NULL,
    who_id {{integer}},
    concerns_id {{integer}},
    is_past_fact {{small}} NOT NULL CHECK (is_past_fact IN (0, 1)),
    made_id {{integer}} NOT NULL,
    sealed {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX dossier_act_id ON dossier_act (id);
CREATE UNIQUE INDEX dossier_act_stands ON dossier_act (id) WHERE replaced_in IS NULL;
CREATE INDEX dossier_act_dossier ON dossier_act (dossier_id);

CREATE TABLE dossier_move (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    dossier_id {{integer}} NOT NULL,
    from_id {{integer}} NOT NULL,
    to_id {{integer}} NOT NULL,
    stage {{small}} NOT NULL,
    sent_on {{text}} NOT NULL CHECK ({{day sent_on}}),
    certificate_number {{text}} NOT NULL,
    certificate_on {{text}} CHECK ({{day certificate_on}}),
    certificate_issuer {{text}} NOT NULL,
    note {{text}} NOT NULL,
    accepted_on {{text}} CHECK ({{day accepted_on}}),
    taken_back_on {{text}} CHECK ({{day taken_back_on}}),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX dossier_move_id ON dossier_move (id);
CREATE UNIQUE INDEX dossier_move_stands ON dossier_move (id) WHERE replaced_in IS NULL;
CREATE INDEX dossier_move_dossier ON dossier_move (dossier_id);

-- Who was in a cell on an earlier day, for the roll of a meeting.
CREATE INDEX person_version_earlier ON person_version (cell_id, valid_until)
    WHERE replaced_in IS NULL AND valid_until IS NOT NULL;

INSERT INTO next_id (noun, value) VALUES ('dossier', 0), ('dossier_version', 0), ('dossier_act', 0),
    ('dossier_act_version', 0), ('dossier_move', 0), ('dossier_move_version', 0);
