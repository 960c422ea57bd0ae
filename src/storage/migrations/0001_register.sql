-- The register, the same on SQLite and PostgreSQL. Words in double braces differ (migration_text.cpp):
-- text and integer are the column types, strict makes SQLite refuse other types, day and partial are the checks that
-- a text is a real date. Why facts are versions and what the audit numbers mean: src/storage/README.md.

-- The last number given to each noun; taken inside the transaction that uses it.
CREATE TABLE next_id (
    noun {{text}} NOT NULL PRIMARY KEY,
    value {{integer}} NOT NULL
){{strict}};

-- The audit chain (docs/audit-chain.md).
CREATE TABLE audit_row (
    number {{integer}} NOT NULL PRIMARY KEY,
    at {{text}} NOT NULL CHECK (length(at) = 24),
    actor {{integer}},
    actor_name {{text}} NOT NULL,
    action {{text}} NOT NULL,
    subject {{text}} NOT NULL,
    person_id {{integer}},
    organisation_id {{integer}},
    details {{text}} NOT NULL,
    sealed {{small}} NOT NULL CHECK (sealed IN (0, 1)),
    previous_hash {{text}} NOT NULL CHECK (length(previous_hash) = 64),
    hash {{text}} NOT NULL CHECK (length(hash) = 64)
){{strict}};
CREATE INDEX audit_row_actor ON audit_row (actor, number);
CREATE INDEX audit_row_action ON audit_row (action, number);
CREATE INDEX audit_row_person ON audit_row (person_id, number);
CREATE INDEX audit_row_organisation ON audit_row (organisation_id, number);
CREATE INDEX audit_row_at ON audit_row (at, number);

-- One row: the end of the chain, signed. Writers on PostgreSQL lock it to stand in line.
CREATE TABLE audit_head (
    id {{small}} NOT NULL PRIMARY KEY CHECK (id = 1),
    number {{integer}} NOT NULL,
    hash {{text}} NOT NULL,
    seal {{text}} NOT NULL
){{strict}};

-- The key that seals what audit rows say of one person; sealed itself. No sealed_key: destroyed.
CREATE TABLE person_key (
    person_id {{integer}} NOT NULL PRIMARY KEY,
    sealed_key {{text}}
){{strict}};

CREATE TABLE organisation_version (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    kind {{small}} NOT NULL CHECK (kind > 0),
    sector {{small}} NOT NULL,
    code {{text}} NOT NULL,
    name {{text}} NOT NULL CHECK (name <> ''),
    parent_id {{integer}},
    beside_id {{integer}},
    valid_from {{text}} NOT NULL CHECK ({{day valid_from}}),
    valid_until {{text}} CHECK ({{day valid_until}}),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (valid_until > valid_from),
    CHECK (parent_id <> id AND beside_id <> id)
){{strict}};
CREATE UNIQUE INDEX organisation_version_stands ON organisation_version (id, valid_from) WHERE replaced_in IS NULL;
CREATE INDEX organisation_version_id ON organisation_version (id);
CREATE INDEX organisation_version_code ON organisation_version (code) WHERE replaced_in IS NULL;
CREATE INDEX organisation_version_parent ON organisation_version (parent_id) WHERE replaced_in IS NULL;

CREATE TABLE succession (
    version {{integer}} NOT NULL PRIMARY KEY,
    kind {{small}} NOT NULL CHECK (kind BETWEEN 1 AND 6),
    on_day {{text}} NOT NULL CHECK ({{day on_day}}),
    from_id {{integer}},
    to_id {{integer}},
    document {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (from_id IS NOT NULL OR to_id IS NOT NULL)
){{strict}};
CREATE INDEX succession_from ON succession (from_id) WHERE replaced_in IS NULL;
CREATE INDEX succession_to ON succession (to_id) WHERE replaced_in IS NULL;

CREATE TABLE organisation_fact (
    version {{integer}} NOT NULL PRIMARY KEY,
    organisation_id {{integer}} NOT NULL,
    kind {{small}} NOT NULL CHECK (kind > 0),
    note {{text}} NOT NULL,
    valid_from {{text}} NOT NULL CHECK ({{day valid_from}}),
    valid_until {{text}} CHECK ({{day valid_until}}),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (valid_until > valid_from)
){{strict}};
CREATE INDEX organisation_fact_organisation ON organisation_fact (organisation_id) WHERE replaced_in IS NULL;

-- Derived from the last version of every unit: where it stands when the tree is walked from the top.
CREATE TABLE organisation_place (
    organisation_id {{integer}} NOT NULL PRIMARY KEY,
    first_place {{integer}} NOT NULL,
    last_place {{integer}} NOT NULL,
    depth {{small}} NOT NULL
){{strict}};
CREATE UNIQUE INDEX organisation_place_first ON organisation_place (first_place);

CREATE TABLE person_version (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    name {{text}} NOT NULL CHECK (name <> ''),
    other_name {{text}} NOT NULL,
    born {{text}} NOT NULL CHECK ({{partial born}}),
    sex {{small}} NOT NULL CHECK (sex BETWEEN 0 AND 2),
    ethnicity {{small}} NOT NULL,
    religion {{small}} NOT NULL,
    birthplace {{text}} NOT NULL,
    home {{text}} NOT NULL,
    residence {{text}} NOT NULL,
    stay {{text}} NOT NULL,
    work {{text}} NOT NULL,
    occupation {{small}} NOT NULL,
    general_education {{small}} NOT NULL,
    qualification {{small}} NOT NULL,
    academic_title {{small}} NOT NULL,
    political_theory {{small}} NOT NULL,
    foreign_language {{text}} NOT NULL,
    youth_union_joined {{text}} CHECK ({{partial youth_union_joined}}),
    employed {{text}} CHECK ({{partial employed}}),
    enlisted {{text}} CHECK ({{partial enlisted}}),
    discharged {{text}} CHECK ({{partial discharged}}),
    phone {{text}} NOT NULL,
    card_number {{text}} NOT NULL,
    file_number {{text}} NOT NULL,
    cell_id {{integer}} NOT NULL CHECK (cell_id > 0),
    standing {{small}} NOT NULL CHECK (standing BETWEEN 0 AND 8),
    invented {{small}} NOT NULL CHECK (invented IN (0, 1)),
    name_fold {{text}} NOT NULL,
    name_sort {{text}} NOT NULL,
    valid_from {{text}} NOT NULL CHECK ({{day valid_from}}),
    valid_until {{text}} CHECK ({{day valid_until}}),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (valid_until > valid_from)
){{strict}};
CREATE UNIQUE INDEX person_version_stands ON person_version (id, valid_from) WHERE replaced_in IS NULL;
CREATE INDEX person_version_replaced ON person_version (id) WHERE replaced_in IS NOT NULL;
CREATE UNIQUE INDEX person_version_now ON person_version (id) WHERE replaced_in IS NULL AND valid_until IS NULL;

-- Derived: the words of each person's names now, folded, for searching.
CREATE TABLE name_word (
    word {{text}} NOT NULL,
    person_id {{integer}} NOT NULL,
    PRIMARY KEY (word, person_id)
){{strict_without_rowid}};
CREATE INDEX name_word_person ON name_word (person_id);

-- Derived: the day of each person's last admission.
CREATE TABLE person_admitted (
    person_id {{integer}} NOT NULL PRIMARY KEY,
    counted_on {{text}} NOT NULL
){{strict}};
CREATE INDEX person_admitted_day ON person_admitted (counted_on, person_id);

-- Identity numbers: sealed, found by a keyed hash. `shown` is the masked form with the last digits.
CREATE TABLE person_identity (
    version {{integer}} NOT NULL PRIMARY KEY,
    person_id {{integer}} NOT NULL,
    sealed {{text}} NOT NULL,
    keyed_hash {{text}} NOT NULL CHECK (length(keyed_hash) = 64),
    shown {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE UNIQUE INDEX person_identity_person ON person_identity (person_id) WHERE replaced_in IS NULL;
CREATE UNIQUE INDEX person_identity_hash ON person_identity (keyed_hash) WHERE replaced_in IS NULL;

CREATE TABLE admission (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    person_id {{integer}} NOT NULL,
    cell_id {{integer}} NOT NULL,
    counted_on {{text}} NOT NULL CHECK ({{day counted_on}}),
    decided_on {{text}} CHECK ({{day decided_on}}),
    decision_number {{text}} NOT NULL,
    ceremony_on {{text}} CHECK ({{day ceremony_on}}),
    born {{text}} NOT NULL CHECK ({{partial born}}),
    sex {{small}} NOT NULL CHECK (sex BETWEEN 0 AND 2),
    ethnicity {{small}} NOT NULL,
    religion {{small}} NOT NULL,
    occupation {{small}} NOT NULL,
    general_education {{small}} NOT NULL,
    qualification {{small}} NOT NULL,
    academic_title {{small}} NOT NULL,
    youth_union_member {{small}} NOT NULL CHECK (youth_union_member IN (0, 1)),
    private_owner {{small}} NOT NULL CHECK (private_owner IN (0, 1)),
    population_policy {{small}} NOT NULL CHECK (population_policy IN (0, 1)),
    foreign_marriage {{small}} NOT NULL CHECK (foreign_marriage IN (0, 1)),
    readmission {{small}} NOT NULL CHECK (readmission IN (0, 1)),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (ceremony_on IS NOT NULL OR decided_on IS NOT NULL)
){{strict}};
CREATE INDEX admission_id ON admission (id);
CREATE UNIQUE INDEX admission_stands ON admission (id) WHERE replaced_in IS NULL;
CREATE INDEX admission_person ON admission (person_id);

CREATE TABLE membership_event (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    person_id {{integer}} NOT NULL,
    kind {{small}} NOT NULL CHECK (kind > 0),
    on_day {{text}} NOT NULL CHECK ({{day on_day}}),
    decided_on {{text}} CHECK ({{day decided_on}}),
    decision_number {{text}} NOT NULL,
    from_id {{integer}},
    to_id {{integer}},
    elsewhere {{text}} NOT NULL,
    note {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX membership_event_id ON membership_event (id);
CREATE UNIQUE INDEX membership_event_stands ON membership_event (id) WHERE replaced_in IS NULL;
CREATE INDEX membership_event_person ON membership_event (person_id);

CREATE TABLE account (
    id {{integer}} NOT NULL PRIMARY KEY,
    name {{text}} NOT NULL UNIQUE,
    display_name {{text}} NOT NULL,
    password_hash {{text}} NOT NULL,
    disabled {{small}} NOT NULL CHECK (disabled IN (0, 1)),
    must_change_password {{small}} NOT NULL CHECK (must_change_password IN (0, 1)),
    created_at {{text}} NOT NULL CHECK (length(created_at) = 24),
    last_signed_in_at {{text}} CHECK (length(last_signed_in_at) = 24),
    failures {{integer}} NOT NULL,
    blocked_until {{text}} CHECK (length(blocked_until) = 24)
){{strict}};

CREATE TABLE role_grant (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    account_id {{integer}} NOT NULL REFERENCES account (id),
    role {{small}} NOT NULL CHECK (role BETWEEN 1 AND 9),
    organisation_id {{integer}} NOT NULL,
    valid_from {{text}} NOT NULL CHECK ({{day valid_from}}),
    valid_until {{text}} CHECK ({{day valid_until}}),
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in),
    CHECK (valid_until >= valid_from)
){{strict}};
CREATE UNIQUE INDEX role_grant_stands ON role_grant (id, valid_from) WHERE replaced_in IS NULL;
CREATE INDEX role_grant_account ON role_grant (account_id);
CREATE INDEX role_grant_organisation ON role_grant (organisation_id) WHERE replaced_in IS NULL;

CREATE TABLE sign_in (
    token_hash {{text}} NOT NULL PRIMARY KEY,
    account_id {{integer}} NOT NULL REFERENCES account (id),
    csrf {{text}} NOT NULL,
    opened_at {{text}} NOT NULL CHECK (length(opened_at) = 24),
    seen_at {{text}} NOT NULL CHECK (length(seen_at) = 24),
    expires_at {{text}} NOT NULL CHECK (length(expires_at) = 24)
){{strict}};
CREATE INDEX sign_in_account ON sign_in (account_id);
CREATE INDEX sign_in_expires ON sign_in (expires_at);

CREATE TABLE api_token (
    id {{integer}} NOT NULL PRIMARY KEY,
    token_hash {{text}} NOT NULL UNIQUE,
    account_id {{integer}} NOT NULL REFERENCES account (id),
    label {{text}} NOT NULL,
    created_at {{text}} NOT NULL CHECK (length(created_at) = 24),
    expires_at {{text}} CHECK (length(expires_at) = 24),
    last_used_at {{text}} CHECK (length(last_used_at) = 24),
    revoked_at {{text}} CHECK (length(revoked_at) = 24)
){{strict}};
CREATE INDEX api_token_account ON api_token (account_id);

CREATE TABLE first_link (
    token_hash {{text}} NOT NULL PRIMARY KEY,
    expires_at {{text}} NOT NULL CHECK (length(expires_at) = 24),
    used_at {{text}} CHECK (length(used_at) = 24)
){{strict}};

CREATE TABLE setting (
    name {{text}} NOT NULL PRIMARY KEY,
    value {{text}} NOT NULL
){{strict}};

INSERT INTO next_id (noun, value) VALUES
    ('organisation', 0), ('organisation_version', 0), ('succession', 0), ('organisation_fact', 0),
    ('person', 0), ('person_version', 0), ('person_identity', 0),
    ('admission', 0), ('admission_version', 0), ('membership_event', 0), ('membership_event_version', 0),
    ('account', 0), ('role_grant', 0), ('role_grant_version', 0), ('api_token', 0);

INSERT INTO audit_head (id, number, hash, seal) VALUES
    (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '');

-- Lists of people as they are now: walked in order, or gathered by cell. Columns after the order are there so that
-- filters are answered from the index alone.
CREATE INDEX person_list_name ON person_version (name_sort, id, cell_id, standing, sex, occupation, born)
    WHERE replaced_in IS NULL AND valid_until IS NULL;
CREATE INDEX person_list_born ON person_version (born, id, cell_id, standing, sex, occupation)
    WHERE replaced_in IS NULL AND valid_until IS NULL;
CREATE INDEX person_list_cell ON person_version (cell_id, standing, sex, occupation, born, id)
    WHERE replaced_in IS NULL AND valid_until IS NULL;
