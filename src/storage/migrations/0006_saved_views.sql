-- Questions for reports that somebody keeps under a name: their own, or left for the users of a unit. No facts of the
-- register: they are changed and deleted in place, and the audit says so.
CREATE TABLE saved_view (
    id {{integer}} NOT NULL PRIMARY KEY,
    account_id {{integer}} NOT NULL REFERENCES account (id),
    shared_id {{integer}} CHECK (shared_id > 0),
    report {{text}} NOT NULL,
    question {{text}} NOT NULL,
    name {{text}} NOT NULL CHECK (length(name) > 0),
    saved_at {{text}} NOT NULL CHECK (length(saved_at) = 24)
){{strict}};
CREATE INDEX saved_view_account ON saved_view (account_id);
CREATE INDEX saved_view_shared ON saved_view (shared_id);

INSERT INTO next_id (noun, value) VALUES ('saved_view', 0);
