import { Migration } from '@samleng/server';

/** Makes the tables of polls, cards, ballots and results. */
export class Polls extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table polls (
  id uuid not null,
  idempotency_key uuid not null,
  place_code varchar(8) not null,
  question_km varchar(200) null,
  question_en varchar(200) null,
  words_km varchar(1000) null,
  words_en varchar(1000) null,
  sound_id uuid null,
  ballot_type varchar(24) not null,
  settings jsonb not null,
  rule varchar(40) not null,
  seats int null,
  electorate varchar(8) not null,
  school_office_id uuid null,
  takes_open_support boolean not null default false,
  takes_proposals boolean not null default false,
  is_sensitive boolean not null default false,
  is_from_issues boolean not null default false,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  state varchar(8) not null,
  lot jsonb null,
  option_count int not null default 0,
  made_by uuid not null,
  close_asked_by uuid null,
  closed_by uuid null,
  closed_at timestamptz null,
  version int not null default 1,
  primary key (id)
);

alter table polls add constraint polls_idempotency_key_unique unique (idempotency_key);
create index polls_of_place on polls (place_code, closes_at, id);
alter table polls add foreign key (place_code) references places (code) deferrable initially deferred;
alter table polls add foreign key (school_office_id) references offices (id) deferrable initially deferred;
alter table polls add constraint polls_have_a_question check (question_km is not null or question_en is not null);
alter table polls add constraint polls_close_after_opening check (closes_at > opens_at);
alter table polls add constraint polls_closed_by_two check
  (state <> 'CLOSED' or (close_asked_by is not null and closed_by is not null and close_asked_by <> closed_by));

create table poll_options (
  poll_id uuid not null,
  key varchar(8) not null,
  position int not null,
  title_km varchar(120) null,
  title_en varchar(120) null,
  picture_key varchar(40) null,
  picture_id uuid null,
  sound_id uuid null,
  issue_id uuid null,
  cost_riel bigint null,
  is_proposed_by_child boolean not null default false,
  state varchar(8) not null,
  primary key (poll_id, key)
);

create index poll_options_issue_id_index on poll_options (issue_id);
alter table poll_options add foreign key (poll_id) references polls (id) deferrable initially deferred;
alter table poll_options add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table poll_options add constraint poll_options_have_a_title check (state = 'REFUSED' or title_km is not null or title_en is not null);
alter table poll_options add constraint poll_options_cost check (cost_riel is null or cost_riel >= 0);

create table paper_sheets (
  id uuid not null,
  idempotency_key uuid not null,
  poll_id uuid not null,
  ballots jsonb not null,
  papers int not null,
  counts jsonb null,
  photo_key varchar(80) null,
  photo_id uuid null,
  signers jsonb not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz null,
  primary key (id)
);

alter table paper_sheets add constraint paper_sheets_idempotency_key_unique unique (idempotency_key);
create index paper_sheets_poll_id_index on paper_sheets (poll_id);
alter table paper_sheets add foreign key (poll_id) references polls (id) deferrable initially deferred;

alter table paper_sheets add constraint paper_sheets_shown check (photo_key is not null or photo_id is not null);

create table poll_media (
  id uuid not null,
  poll_id uuid not null,
  purpose varchar(8) not null,
  kind varchar(8) not null,
  media_type varchar(24) not null,
  digest varchar(64) not null,
  bytes bytea not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (id)
);

alter table poll_media add constraint poll_media_once unique (poll_id, purpose, digest);
alter table poll_media add foreign key (poll_id) references polls (id) deferrable initially deferred;
alter table polls add foreign key (sound_id) references poll_media (id) deferrable initially deferred;
alter table poll_options add foreign key (picture_id) references poll_media (id) deferrable initially deferred;
alter table poll_options add foreign key (sound_id) references poll_media (id) deferrable initially deferred;
alter table paper_sheets add foreign key (photo_id) references poll_media (id) deferrable initially deferred;

create table card_batches (
  id uuid not null,
  idempotency_key uuid not null,
  poll_id uuid not null,
  club_id uuid null,
  size int not null,
  voters int not null,
  sex varchar(8) null,
  age_band varchar(16) null,
  state varchar(8) not null,
  asked_by uuid not null,
  approved_by uuid null,
  signals jsonb not null,
  review varchar(16) null,
  reviewed_by uuid null,
  version int not null default 1,
  primary key (id)
);

alter table card_batches add constraint card_batches_idempotency_key_unique unique (idempotency_key);
create index card_batches_poll_id_index on card_batches (poll_id);
alter table card_batches add foreign key (poll_id) references polls (id) deferrable initially deferred;
alter table card_batches add foreign key (club_id) references clubs (id) deferrable initially deferred;
alter table card_batches add constraint card_batches_one_group check (sex is null or age_band is null);

create table cards (
  hash varchar(64) not null,
  batch_id uuid not null,
  is_void boolean not null default false,
  primary key (hash)
);

create index cards_batch_id_index on cards (batch_id);
alter table cards add foreign key (batch_id) references card_batches (id) deferrable initially deferred;

create table card_draws (
  batch_id uuid not null,
  member varchar(40) not null,
  primary key (batch_id, member)
);

alter table card_draws add foreign key (batch_id) references card_batches (id) deferrable initially deferred;

create table poll_keys (
  poll_id uuid not null,
  sealed_key text not null,
  primary key (poll_id)
);

alter table poll_keys add foreign key (poll_id) references polls (id) deferrable initially deferred;

create table ballots (
  poll_id uuid not null,
  nullifier varchar(64) not null,
  voice varchar(12) not null,
  choice text not null,
  primary key (poll_id, nullifier)
);

create table counted_ballots (
  poll_id uuid not null,
  number int not null,
  voice varchar(12) not null,
  is_doubted boolean not null,
  group_key varchar(24) null,
  choice text not null,
  primary key (poll_id, number)
);

alter table counted_ballots add foreign key (poll_id) references polls (id) deferrable initially deferred;

alter table plan_items add column poll_id uuid null;
alter table plan_items add column poll_option varchar(8) null;
create index plan_items_poll_id_index on plan_items (poll_id);
alter table plan_items add foreign key (poll_id, poll_option) references poll_options (poll_id, key)
  deferrable initially deferred;

create table poll_results (
  poll_id uuid not null,
  voice varchar(12) not null,
  is_without_doubted boolean not null,
  ballots int not null,
  papers int not null,
  outcome jsonb not null,
  steps jsonb not null,
  opinion_groups jsonb null,
  splits jsonb null,
  primary key (poll_id, voice, is_without_doubted)
);

alter table poll_results add foreign key (poll_id) references polls (id) deferrable initially deferred;
`;
