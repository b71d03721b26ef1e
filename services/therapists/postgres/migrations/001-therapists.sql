-- A therapist a row: what decides a match as columns, and the whole record as it was given.
-- Days are counted from 1970-01-01 in UTC. Unknown is NULL; of lists, empty.
CREATE TABLE therapists (
  id text PRIMARY KEY,
  npi text,
  -- The cell of a tenth of a degree that the practice lies in, and the place as a vector of length one.
  cell int4 NOT NULL,
  x float8 NOT NULL,
  y float8 NOT NULL,
  z float8 NOT NULL,
  gender text,
  accepting boolean,
  needs_referral boolean,
  price float8,
  currency text,
  years_in_practice float8,
  updated_on int4,
  accepting_as_of int4,
  rating float8 NOT NULL,
  rating_count float8 NOT NULL,
  specialties text[] NOT NULL,
  modalities text[] NOT NULL,
  languages text[] NOT NULL,
  insurance text[] NOT NULL,
  accessibility text[] NOT NULL,
  -- Side by side: a specialty, the most years with it; and the most of all.
  experience text[] NOT NULL,
  experience_years float8[] NOT NULL,
  most_experience float8,
  -- Side by side, for each credential.
  credentials_expire int4[] NOT NULL,
  credentials_verified int4[] NOT NULL,
  ever_verified boolean NOT NULL,
  record text NOT NULL
);

CREATE INDEX therapists_by_npi ON therapists (npi, id);

-- One row: what the directory is at. Whoever changes the directory changes it first, and so waits for others.
CREATE TABLE directory_state (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version int8 NOT NULL,
  size int8 NOT NULL
);

INSERT INTO directory_state (version, size) VALUES (0, 0);
