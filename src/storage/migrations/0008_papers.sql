-- Papers that were made, the templates that offices sent, and the numbers that were given.
CREATE TABLE paper (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    dossier_id {{integer}} NOT NULL,
    act_id {{integer}},
    code {{text}} NOT NULL,
    form_set {{text}} NOT NULL,
    template_version {{integer}} NOT NULL,
    on_day {{text}} CHECK ({{day on_day}}),
    issuer_id {{integer}},
    number {{integer}} NOT NULL CHECK (number >= 0),
    number_text {{text}} NOT NULL,
    sha256 {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX paper_id ON paper (id);
CREATE UNIQUE INDEX paper_stands ON paper (id) WHERE replaced_in IS NULL;
CREATE INDEX paper_dossier ON paper (dossier_id);

-- `content` is the Word file as hex.
CREATE TABLE paper_template (
    version {{integer}} NOT NULL PRIMARY KEY,
    id {{integer}} NOT NULL,
    owner_id {{integer}} NOT NULL,
    code {{text}} NOT NULL,
    form_set {{text}} NOT NULL,
    file_name {{text}} NOT NULL,
    note {{text}} NOT NULL,
    sha256 {{text}} NOT NULL,
    content {{text}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    replaced_in {{integer}} CHECK (replaced_in >= recorded_in)
){{strict}};
CREATE INDEX paper_template_id ON paper_template (id);
CREATE UNIQUE INDEX paper_template_stands ON paper_template (id) WHERE replaced_in IS NULL;
CREATE INDEX paper_template_code ON paper_template (code);

-- A number that was given and not released; one series is all that is the same before `number`.
CREATE TABLE paper_number (
    body_id {{integer}} NOT NULL,
    sign {{text}} NOT NULL,
    type {{text}} NOT NULL,
    term {{text}} NOT NULL,
    number {{integer}} NOT NULL CHECK (number > 0),
    paper_id {{integer}} NOT NULL,
    recorded_in {{integer}} NOT NULL,
    PRIMARY KEY (body_id, sign, type, term, number)
){{strict}};
-- Numbers up to `given` were given before this program was used.
CREATE TABLE paper_series (
    body_id {{integer}} NOT NULL,
    sign {{text}} NOT NULL,
    type {{text}} NOT NULL,
    term {{text}} NOT NULL,
    given {{integer}} NOT NULL CHECK (given >= 0),
    recorded_in {{integer}} NOT NULL,
    PRIMARY KEY (body_id, sign, type, term)
){{strict}};

INSERT INTO next_id (noun, value) VALUES ('paper', 0), ('paper_version', 0), ('paper_template', 0),
    ('paper_template_version', 0);
