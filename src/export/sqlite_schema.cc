#include "export/sqlite_schema.h"

namespace figmine {

std::string_view sqlite_tables() {
  return R"sql(
CREATE TABLE documents (
  document     INTEGER PRIMARY KEY,
  name         TEXT,              -- in the store
  id           TEXT,
  source       TEXT,
  title        TEXT,
  published    TEXT,              -- ISO date
  publisher    TEXT,
  byline       TEXT,
  place        TEXT,
  url          TEXT,
  language     TEXT,
  media_type   TEXT,
  facts        INTEGER NOT NULL,  -- how many of them stand in this database
  duplicate_of TEXT,              -- name of the document that this one repeats
  sha256       TEXT,              -- of the text
  engine       TEXT,
  rules        TEXT,
  text         TEXT               -- the canonical text: spans are code points of it
);

CREATE TABLE entities (
  entity   INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  id       TEXT NOT NULL,
  name     TEXT NOT NULL,
  type     TEXT NOT NULL
);

CREATE TABLE entity_ids (
  entity INTEGER NOT NULL REFERENCES entities,
  scheme TEXT NOT NULL,           -- ticker, …
  value  TEXT NOT NULL
);

CREATE TABLE entity_aliases (
  entity INTEGER NOT NULL REFERENCES entities,
  alias  TEXT NOT NULL
);

CREATE TABLE mentions (
  entity     INTEGER NOT NULL REFERENCES entities,
  span_begin INTEGER NOT NULL,
  span_end   INTEGER NOT NULL
);

CREATE TABLE facts (
  fact            INTEGER PRIMARY KEY,
  document        INTEGER NOT NULL REFERENCES documents,
  entity          INTEGER REFERENCES entities,  -- the subject's
  id              TEXT,
  section         TEXT NOT NULL,
  text            TEXT,
  kind            TEXT NOT NULL,
  op              TEXT NOT NULL,
  approx          INTEGER NOT NULL,
  value           TEXT,           -- exact decimal
  low             TEXT,
  high            TEXT,
  uncertainty     TEXT,
  unit            TEXT,
  unit_code       TEXT,
  per             TEXT,
  si_value        TEXT,           -- in coherent SI units
  si_unit         TEXT,
  measure         TEXT,
  measure_head    TEXT,
  subject         TEXT,
  subject_type    TEXT,
  share_of        TEXT,
  direction       TEXT,
  change_role     TEXT,
  basis           TEXT,
  baseline        TEXT,
  period          TEXT,
  period_start    TEXT,           -- ISO date; inclusive
  period_end      TEXT,
  period_inferred INTEGER NOT NULL,
  status          TEXT NOT NULL,
  negated         INTEGER NOT NULL,
  speaker         TEXT,
  speaker_role    TEXT,
  speaker_verb    TEXT,
  class           TEXT,           -- why the figure is no claim
  score           REAL NOT NULL,
  span_begin      INTEGER NOT NULL,
  span_end        INTEGER NOT NULL,
  sentence        TEXT,
  -- To sort and to count with: as near as a double comes.
  value_real      REAL GENERATED ALWAYS AS (CAST(value AS REAL)) VIRTUAL,
  low_real        REAL GENERATED ALWAYS AS (CAST(low AS REAL)) VIRTUAL,
  high_real       REAL GENERATED ALWAYS AS (CAST(high AS REAL)) VIRTUAL
);

CREATE TABLE links (
  fact   INTEGER NOT NULL REFERENCES facts,
  rel    TEXT NOT NULL,           -- equivalent, delta_of, old_level_of, …
  target INTEGER NOT NULL REFERENCES facts
);

CREATE TABLE fact_rules (
  fact     INTEGER NOT NULL REFERENCES facts,
  position INTEGER NOT NULL,      -- in order of application, from 1
  rule     TEXT NOT NULL,
  PRIMARY KEY (fact, position)
) WITHOUT ROWID;

CREATE TABLE warnings (
  document   INTEGER NOT NULL REFERENCES documents,
  code       TEXT NOT NULL,
  message    TEXT NOT NULL,
  span_begin INTEGER,
  span_end   INTEGER
);

-- What most questions need, in one row a claim.
CREATE VIEW figures AS
SELECT f.fact, d.published, f.subject, f.measure, f.op, f.approx,
       coalesce(f.value_real, f.low_real, f.high_real) AS number,
       coalesce(f.value, f.low || '..' || f.high, f.low, f.high) AS value, f.kind, f.unit, f.unit_code,
       f.per, f.share_of, f.direction, f.change_role, f.basis, f.period_start, f.period_end, f.status,
       f.negated, f.speaker, f.speaker_role, f.score, f.text, f.sentence, f.section, d.title, d.source,
       d.name AS document_name, f.document, f.entity
FROM facts f JOIN documents d USING (document)
WHERE f.class IS NULL;

-- A change ("up 12%") and, where the text gives them, the levels that it led from and to.
CREATE VIEW changes AS
SELECT c.fact, c.published, c.subject, c.measure, c.direction, c.value AS change, c.number AS change_number,
       c.unit AS change_unit, c.basis,
       (SELECT o.value FROM links d JOIN links n ON n.fact = d.target JOIN figures o ON o.fact = n.target
        WHERE d.fact = c.fact AND d.rel = 'delta_of' AND n.rel = 'new_level_of') AS old_level,
       (SELECT n.value FROM links d JOIN figures n ON n.fact = d.target
        WHERE d.fact = c.fact AND d.rel = 'delta_of') AS new_level,
       c.period_start, c.period_end, c.status, c.sentence, c.title, c.source, c.document
FROM figures c
WHERE c.change_role = 'by';

-- What the full-text index shows.
CREATE VIEW searched AS
SELECT f.fact, d.title, f.sentence, f.measure, f.subject FROM facts f JOIN documents d USING (document);
CREATE VIRTUAL TABLE search USING fts5(
  title, sentence, measure, subject,
  content='searched', content_rowid='fact', tokenize='unicode61 remove_diacritics 2');
)sql";
}

std::string_view sqlite_indices() {
  return R"sql(
CREATE INDEX documents_name ON documents (name);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX entities_id ON entities (document, id);
CREATE INDEX entities_name ON entities (name);
CREATE INDEX entity_ids_entity ON entity_ids (entity);
CREATE INDEX entity_ids_value ON entity_ids (scheme, value);
CREATE INDEX entity_aliases_entity ON entity_aliases (entity);
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX facts_id ON facts (document, id);
CREATE INDEX facts_entity ON facts (entity);
CREATE INDEX facts_kind ON facts (kind, unit_code);
CREATE INDEX facts_measure ON facts (measure COLLATE NOCASE);
CREATE INDEX facts_subject ON facts (subject COLLATE NOCASE);
CREATE INDEX facts_period ON facts (period_start, period_end);
CREATE INDEX facts_value ON facts (value_real);
CREATE INDEX links_fact ON links (fact);
CREATE INDEX links_target ON links (target);
CREATE INDEX fact_rules_rule ON fact_rules (rule);
CREATE INDEX warnings_document ON warnings (document);
INSERT INTO search (search) VALUES ('rebuild');
)sql";
}

}  // namespace figmine
