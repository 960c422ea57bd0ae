-- What somebody wants to be reminded of, and how; no row: as nobody chose yet. Changed in place, and the audit says so.
CREATE TABLE reminder_choice (
    account_id {{integer}} NOT NULL PRIMARY KEY REFERENCES account (id),
    kinds {{text}} NOT NULL,
    by_mail {{integer}} NOT NULL CHECK (by_mail IN (0, 1)),
    address {{text}} NOT NULL,
    naming {{integer}} NOT NULL CHECK (naming > 0)
){{strict}};

-- The private address of somebody's calendar; only the hash of its token is kept.
CREATE TABLE calendar_link (
    account_id {{integer}} NOT NULL PRIMARY KEY REFERENCES account (id),
    token_hash {{text}} NOT NULL,
    made_at {{text}} NOT NULL CHECK (length(made_at) = 24)
){{strict}};
CREATE UNIQUE INDEX calendar_link_token ON calendar_link (token_hash);

-- One digest a day and account: taken in hand, sent, or failed.
CREATE TABLE reminder_mail (
    account_id {{integer}} NOT NULL REFERENCES account (id),
    on_day {{text}} NOT NULL CHECK ({{day on_day}}),
    state {{integer}} NOT NULL CHECK (state > 0),
    at {{text}} NOT NULL CHECK (length(at) = 24),
    tries {{integer}} NOT NULL CHECK (tries > 0),
    reminders {{integer}} NOT NULL CHECK (reminders >= 0),
    failure {{text}} NOT NULL,
    PRIMARY KEY (account_id, on_day)
){{strict}};
CREATE INDEX reminder_mail_day ON reminder_mail (on_day);

-- What a digest that was sent has said: not again before its next day comes.
CREATE TABLE reminder_sent (
    account_id {{integer}} NOT NULL REFERENCES account (id),
    thing {{text}} NOT NULL,
    due {{text}} NOT NULL CHECK ({{day due}}),
    since {{text}} NOT NULL CHECK ({{day since}}),
    sent_on {{text}} NOT NULL CHECK ({{day sent_on}}),
    PRIMARY KEY (account_id, thing, due, since)
){{strict}};
CREATE INDEX reminder_sent_day ON reminder_sent (sent_on);
