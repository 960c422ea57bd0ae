-- Terms that an office told of its own body: its congress need not be held when those of others are.
CREATE TABLE paper_term (
    body_id {{integer}} NOT NULL,
    name {{text}} NOT NULL,
    from_day {{text}} NOT NULL CHECK ({{day from_day}}),
    recorded_in {{integer}} NOT NULL,
    PRIMARY KEY (body_id, name)
){{strict}};
