-- Scans of papers. The files lie sealed in the data folder; a row is one of them. It changes only by going into the
-- trash, coming back and being purged.
CREATE TABLE scan (
    id {{integer}} NOT NULL PRIMARY KEY,
    series_id {{integer}} NOT NULL,
    number {{integer}} NOT NULL CHECK (number > 0),
    dossier_id {{integer}} NOT NULL,
    act_id {{integer}} NOT NULL,
    code {{text}} NOT NULL,
    type {{small}} NOT NULL CHECK (type BETWEEN 1 AND 4),
    bytes {{integer}} NOT NULL CHECK (bytes > 0),
    pages {{integer}} NOT NULL CHECK (pages > 0),
    sha256 {{text}} NOT NULL CHECK (length(sha256) = 64),
    file {{text}} NOT NULL,
    paper {{integer}} NOT NULL,
    batch_id {{integer}},
    filed_at {{text}} NOT NULL CHECK (length(filed_at) = 24),
    filed_by {{integer}},
    recorded_in {{integer}} NOT NULL,
    trashed_at {{text}} CHECK (length(trashed_at) = 24),
    purged_in {{integer}} CHECK (purged_in > recorded_in)
){{strict}};
CREATE INDEX scan_dossier ON scan (dossier_id);
CREATE INDEX scan_batch_id ON scan (batch_id);
CREATE UNIQUE INDEX scan_number ON scan (series_id, number);
CREATE UNIQUE INDEX scan_file ON scan (file);

-- One scanned file of many papers, as it was split by the codes on its pages.
CREATE TABLE scan_batch (
    id {{integer}} NOT NULL PRIMARY KEY,
    account_id {{integer}},
    pages {{integer}} NOT NULL CHECK (pages > 0),
    filed_at {{text}} NOT NULL CHECK (length(filed_at) = 24),
    recorded_in {{integer}} NOT NULL
){{strict}};
CREATE INDEX scan_batch_account ON scan_batch (account_id);

-- Pages of a batch that wait for a person to file or to discard them. No facts: gone once that is done.
CREATE TABLE waiting_page (
    id {{integer}} NOT NULL PRIMARY KEY,
    batch_id {{integer}} NOT NULL,
    account_id {{integer}},
    place {{integer}} NOT NULL CHECK (place > 0),
    reason {{small}} NOT NULL CHECK (reason > 0),
    ink {{integer}} NOT NULL CHECK (ink >= 0),
    paper {{integer}} NOT NULL,
    page {{integer}} NOT NULL CHECK (page >= 0),
    pages {{integer}} NOT NULL CHECK (pages >= page),
    bytes {{integer}} NOT NULL CHECK (bytes > 0),
    sha256 {{text}} NOT NULL CHECK (length(sha256) = 64),
    file {{text}} NOT NULL
){{strict}};
CREATE INDEX waiting_page_batch ON waiting_page (batch_id);
CREATE INDEX waiting_page_account ON waiting_page (account_id);
CREATE UNIQUE INDEX waiting_page_file ON waiting_page (file);

INSERT INTO next_id (noun, value) VALUES ('scan', 0), ('scan_batch', 0), ('waiting_page', 0);
