-- A therapist a row: what decides a match as columns, and the whole record as it was given.
-- Days are counted from 1970-01-01 in UTC. Unknown is NULL; of lists, empty.
CREATE TABLE therapists (
  id text PRIMARY KEY,
  npi text,
  -- The cell of a tenth of a degree that the practice lies in, and the place as a vector of length one.
  cell integer NOT NULL,
  x double precision NOT NULL,
  y double precision NOT NULL,
  z double precision NOT NULL,
  gender text,
  accepting boolean,
  needs_referral boolean,
  price double precision,
  currency text,
  years_in_practice double precision,
  updated_on integer,
  accepting_as_of integer,
  rating double precision NOT NULL,
  rating_count double precision NOT NULL,
  specialties text[] NOT NULL,
  modalities text[] NOT NULL,
  languages text[] NOT NULL,
  insurance text[] NOT NULL,
  accessibility text[] NOT NULL,
  -- Side by side: a specialty, the most years with it; and the most of all.
  experience text[] NOT NULL,
  experience_years double precision[] NOT NULL,
  most_experience double precision,
  -- Side by side, for each credential.
  credentials_expire integer[] NOT NULL,
  credentials_verified integer[] NOT NULL,
  ever_verified boolean NOT NULL,
  record text NOT NULL
);

CREATE INDEX therapists_by_npi ON therapists (npi, id);

-- One row: what the directory is at. Whoever changes the directory changes it first, and so waits for others.
CREATE TABLE directory_state (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version bigint NOT NULL,
  size bigint NOT NULL
);

INSERT INTO directory_state (version, size) VALUES (0, 0);
