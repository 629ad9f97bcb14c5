import { Migration } from '@samleng/server';

/** Makes the tables of places, accounts, offices, clubs, concerns, issues, assignments, answers and plans. */
export class TheFirstTables extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create extension if not exists pg_trgm;

create table accounts (
  id uuid not null,
  name varchar(80) not null,
  name_key varchar(80) not null,
  state varchar(16) not null,
  passphrase_hash text null,
  sealed_totp_secret text null,
  last_totp_step bigint null,
  failed_tries int not null default 0,
  last_failed_at timestamptz null,
  trained_on date null,
  agreed_to_conduct_at timestamptz null,
  last_seen_at timestamptz null,
  created_at timestamptz not null,
  primary key (id)
);

alter table accounts add constraint accounts_name_key_unique unique (name_key);

create table answers (
  id uuid not null,
  issue_id uuid not null,
  assignment_id uuid not null,
  office_id uuid not null,
  idempotency_key uuid not null,
  decision varchar(16) not null,
  words text not null,
  reason text null,
  next_step text null,
  question text null,
  due_on date null,
  amount_riel bigint null,
  passed_on_to_office_id uuid null,
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (id)
);

alter table answers add constraint answers_idempotency_key_unique unique (idempotency_key);

create index answers_issue_id_index on answers (issue_id);

create table assignments (
  id uuid not null,
  issue_id uuid not null,
  office_id uuid not null,
  assigned_at timestamptz not null,
  acknowledged_at timestamptz null,
  answered_at timestamptz null,
  ended_at timestamptz null,
  ending varchar(16) null,
  ending_note varchar(1000) null,
  steps jsonb not null,
  version int not null default 1,
  primary key (id)
);

create index assignments_issue_id_index on assignments (issue_id);

create index assignments_of_office on assignments (office_id, ended_at);

create table category_names (
  category varchar(32) not null,
  name_km varchar(60) not null,
  name_en varchar(60) not null,
  primary key (category)
);

create table clubs (
  id uuid not null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  place_code varchar(8) not null,
  girls int not null default 0,
  boys int not null default 0,
  founded_year int null,
  primary key (id)
);

create index clubs_place_code_index on clubs (place_code);

create table concerns (
  id uuid not null,
  idempotency_key uuid not null,
  body_hash varchar(64) not null,
  receipt_lookup_id varchar(32) not null,
  receipt_public_key varchar(64) not null,
  device_key varchar(64) null,
  state varchar(24) not null,
  urgency varchar(16) not null,
  category varchar(32) not null,
  topic varchar(32) null,
  text text null,
  language varchar(8) not null,
  commune_code varchar(6) null,
  village_code varchar(8) null,
  age_band varchar(16) null,
  sex varchar(8) null,
  disability varchar(8) null,
  in_school varchar(8) null,
  about_office_kind varchar(32) null,
  received_at timestamptz not null,
  moderated_at timestamptz null,
  return_reason varchar(24) null,
  is_about_someone_in_charge boolean not null default false,
  return_note varchar(1000) null,
  issue_id uuid null,
  primary key (id)
);

alter table concerns add constraint concerns_idempotency_key_unique unique (idempotency_key);

alter table concerns add constraint concerns_receipt_lookup_id_unique unique (receipt_lookup_id);

create index concerns_queue on concerns (state, commune_code, received_at);

create index concerns_issue_id_index on concerns (issue_id);

create table verdicts (
  issue_id uuid not null,
  voice_key varchar(64) not null,
  verdict varchar(16) not null,
  given_at timestamptz not null,
  primary key (issue_id,
  voice_key)
);

create table grants (
  id uuid not null,
  account_id uuid not null,
  role varchar(24) not null,
  place_code varchar(8) null,
  office_id uuid null,
  primary key (id)
);

create index grants_account_id_index on grants (account_id);

create table help_numbers (
  id uuid not null,
  number varchar(24) not null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  note_km varchar(500) null,
  note_en varchar(500) null,
  is_free boolean not null,
  takes_sms boolean not null,
  hours varchar(80) not null,
  place_code varchar(8) null,
  checked_on date not null,
  retired_at timestamptz null,
  position int not null default 0,
  primary key (id)
);

create table holidays (
  day date not null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  is_confirmed boolean not null default false,
  primary key (day)
);

create table invitations (
  id uuid not null,
  account_id uuid not null,
  token_hash varchar(64) not null,
  sealed_totp_secret text not null,
  expires_at timestamptz not null,
  used_at timestamptz null,
  primary key (id)
);

alter table invitations add constraint invitations_token_hash_unique unique (token_hash);

create table issues (
  id uuid not null,
  category varchar(32) not null,
  topic varchar(32) null,
  commune_code varchar(6) not null,
  village_code varchar(8) null,
  title_km varchar(120) null,
  title_en varchar(120) null,
  words_km text null,
  words_en text null,
  state varchar(16) not null,
  about_office_kind varchar(32) null,
  published_at timestamptz not null,
  support_count int not null default 0,
  concern_count int not null default 1,
  position int not null default 2147483647,
  lower_bound double precision not null default 0,
  standing jsonb null,
  bands int[] not null,
  merged_into_id uuid null,
  event_count int not null default 0,
  over_since timestamptz null,
  version int not null default 1,
  primary key (id)
);

create index issues_newest on issues (commune_code, published_at);

create index issues_ranked on issues (commune_code, position, id);

create index issues_published on issues (published_at, id);

create index issues_sure on issues (lower_bound, id);

create index issues_merged_into_id_index on issues (merged_into_id);

create index issues_state_index on issues (state);

create table issue_events (
  issue_id uuid not null,
  number int not null,
  change varchar(24) not null,
  occurred_at timestamptz not null,
  office_id uuid null,
  answer_id uuid null,
  plan_item_id uuid null,
  note varchar(1000) null,
  primary key (issue_id,
  number)
);

create table offices (
  id uuid not null,
  kind varchar(32) not null,
  place_code varchar(8) not null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  is_active boolean not null default true,
  primary key (id)
);

create index offices_place_code_kind_index on offices (place_code, kind);

create table passkeys (
  credential_id varchar(512) not null,
  account_id uuid not null,
  public_key text not null,
  counter bigint not null,
  transports jsonb not null,
  created_at timestamptz not null,
  primary key (credential_id)
);

create index passkeys_account_id_index on passkeys (account_id);

create table places (
  code varchar(8) not null,
  type varchar(16) not null,
  parent_code varchar(6) null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  search_key text not null,
  valid_from date null,
  valid_to date null,
  replaced_by_code varchar(8) null,
  primary key (code)
);

create table plan_items (
  id uuid not null,
  issue_id uuid not null,
  office_id uuid not null,
  idempotency_key uuid not null,
  kind varchar(16) not null,
  period varchar(9) not null,
  sector varchar(32) not null,
  title_km varchar(200) null,
  title_en varchar(200) null,
  cost_riel bigint not null,
  sources jsonb not null,
  state varchar(16) not null,
  percent_done int not null default 0,
  due_on date null,
  created_at timestamptz not null,
  primary key (id)
);

alter table plan_items add constraint plan_items_idempotency_key_unique unique (idempotency_key);

create index plan_items_issue_id_index on plan_items (issue_id);

create table plan_progress (
  id uuid not null,
  plan_item_id uuid not null,
  idempotency_key uuid not null,
  percent_done int not null,
  state varchar(16) not null,
  note text null,
  evidence_link varchar(500) null,
  reported_at timestamptz not null,
  reported_by uuid not null,
  primary key (id)
);

alter table plan_progress add constraint plan_progress_idempotency_key_unique unique (idempotency_key);

create index plan_progress_plan_item_id_index on plan_progress (plan_item_id);

create table rankings (
  commune_code varchar(6) not null,
  computed_at timestamptz not null,
  method varchar(64) not null,
  inputs jsonb not null,
  primary key (commune_code)
);

create table issue_showings (
  issue_id uuid not null,
  day date not null,
  times int not null,
  primary key (issue_id,
  day)
);

create table issue_voices (
  issue_id uuid not null,
  counted_at timestamptz not null,
  total int not null,
  cells jsonb not null,
  primary key (issue_id)
);

create table rankings_due (
  commune_code varchar(6) not null,
  since timestamptz not null,
  primary key (commune_code)
);

create table routing_rules (
  id uuid not null,
  category varchar(32) null,
  topic varchar(32) null,
  level varchar(16) not null,
  place_code varchar(8) null,
  office_kind varchar(32) not null,
  is_usual boolean not null default false,
  primary key (id)
);

create table sessions (
  id uuid not null,
  account_id uuid not null,
  token_hash varchar(64) not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  reauthenticated_at timestamptz null,
  revoked_at timestamptz null,
  primary key (id)
);

alter table sessions add constraint sessions_token_hash_unique unique (token_hash);

create index sessions_account_id_index on sessions (account_id);

create table sign_in_challenges (
  token_hash varchar(64) not null,
  account_id uuid not null,
  purpose varchar(16) not null,
  passkey_challenge varchar(128) null,
  tries_left int not null,
  expires_at timestamptz not null,
  primary key (token_hash)
);

create table supports (
  issue_id uuid not null,
  device_key varchar(64) not null,
  age_band varchar(16) null,
  sex varchar(8) null,
  disability varchar(8) null,
  village_code varchar(8) null,
  since_event int not null default 0,
  seen_event int not null default 0,
  primary key (issue_id,
  device_key)
);

create index supports_of_device on supports (device_key);

alter table places add constraint places_code_shape check (code ~ '^([0-9]{2}){1,4}$');
create index places_below on places (parent_code, code);
create index places_search on places using gin (search_key gin_trgm_ops);

alter table grants add foreign key (account_id) references accounts (id) deferrable initially deferred;
alter table grants add foreign key (office_id) references offices (id) deferrable initially deferred;
alter table invitations add foreign key (account_id) references accounts (id) deferrable initially deferred;
alter table sessions add foreign key (account_id) references accounts (id) deferrable initially deferred;
alter table sign_in_challenges add foreign key (account_id) references accounts (id) deferrable initially deferred;
alter table passkeys add foreign key (account_id) references accounts (id) deferrable initially deferred;
alter table clubs add foreign key (place_code) references places (code) deferrable initially deferred;

create unique index routing_rules_once on routing_rules
  (coalesce(category, ''), coalesce(topic, ''), level, coalesce(place_code, ''));

alter table concerns add foreign key (commune_code) references places (code) deferrable initially deferred;
alter table concerns add foreign key (village_code) references places (code) deferrable initially deferred;
alter table concerns add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table concerns add constraint concerns_text_until_moderated check (text is not null or moderated_at is not null);

alter table issues add foreign key (commune_code) references places (code) deferrable initially deferred;
alter table issues add foreign key (village_code) references places (code) deferrable initially deferred;
alter table issues add foreign key (merged_into_id) references issues (id) deferrable initially deferred;
alter table issues add constraint issues_have_words
  check ((title_km is not null and words_km is not null) or (title_en is not null and words_en is not null));
create index issues_alike on issues using gin (bands);

alter table supports add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table issue_events add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table verdicts add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table issue_showings add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table issue_voices add foreign key (issue_id) references issues (id);
alter table rankings add foreign key (commune_code) references places (code) deferrable initially deferred;
alter table rankings_due add foreign key (commune_code) references places (code) deferrable initially deferred;

alter table assignments add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table assignments add foreign key (office_id) references offices (id) deferrable initially deferred;
create unique index assignments_one_current on assignments (issue_id) where ended_at is null;
create index assignments_unanswered on assignments (assigned_at, id) where ended_at is null and answered_at is null;
alter table answers add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table answers add foreign key (assignment_id) references assignments (id) deferrable initially deferred;
alter table answers add foreign key (office_id) references offices (id) deferrable initially deferred;
alter table answers add constraint answers_money check (amount_riel is null or amount_riel >= 0);
alter table plan_items add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table plan_items add foreign key (office_id) references offices (id) deferrable initially deferred;
alter table plan_items add constraint plan_items_figures check (cost_riel >= 0 and percent_done between 0 and 100);
alter table plan_progress add foreign key (plan_item_id) references plan_items (id) deferrable initially deferred;
alter table plan_progress add constraint plan_progress_figures check (percent_done between 0 and 100);
`;
