import { Migration } from '@samleng/server';

/** Makes the tables of the protection desk. What belongs to a case goes when the case goes. */
export class TheFirstTables extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
    this.addSql(refuseCaseWithoutKeys);
    this.addSql(`create constraint trigger case_has_keys after insert on cases deferrable initially deferred
      for each row execute function refuse_case_without_keys()`);
  }
}

/** At the end of a transaction every new case can be opened: by its receipt and by break-glass at least. */
const refuseCaseWithoutKeys = `create function refuse_case_without_keys() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from cases where id = new.id)
      and not (exists (select 1 from case_keys where case_id = new.id and standing = 'BREAK_GLASS')
        and exists (select 1 from receipts where case_id = new.id)
        and exists (select 1 from case_items where case_id = new.id))
    then
      raise exception 'a case needs its keys' using errcode = 'restrict_violation';
    end if;
    return null;
  end $$`;

const tables = `
create table access_reports (
  week_of date not null,
  made_at timestamptz not null,
  lines jsonb not null,
  primary key (week_of)
);

create table accounts (
  id uuid not null,
  name varchar(80) not null,
  name_key varchar(80) not null,
  role varchar(16) not null,
  affiliation varchar(32) not null,
  place_code varchar(8) not null,
  state varchar(16) not null,
  passphrase_hash text null,
  sealed_totp_secret text null,
  last_totp_step bigint null,
  failed_tries int not null default 0,
  last_failed_at timestamptz null,
  trained_on date null,
  agreed_to_conduct_at timestamptz null,
  public_key varchar(64) null,
  wrapped_key text null,
  last_seen_at timestamptz null,
  created_at timestamptz not null,
  primary key (id)
);

alter table accounts add constraint accounts_name_key_unique unique (name_key);

create table alarms (
  id uuid not null,
  kind varchar(32) not null,
  case_id uuid null,
  place_code varchar(8) not null,
  raised_at timestamptz not null,
  seen_at timestamptz null,
  seen_by uuid null,
  primary key (id)
);

create index alarms_by_time on alarms (raised_at);

create table cases (
  id uuid not null,
  idempotency_key uuid not null,
  content_check varchar(64) not null,
  channel varchar(16) not null,
  state varchar(16) not null,
  urgency varchar(16) not null,
  commune_code varchar(6) null,
  public_key varchar(64) not null,
  item_count int not null default 0,
  items_head varchar(64) not null,
  received_at timestamptz not null,
  look_due_at timestamptz null,
  escalated_at timestamptz null,
  has_news boolean not null default true,
  excluded_affiliations jsonb not null,
  assignee_id uuid null,
  has_duty boolean not null default false,
  is_rekey_due boolean not null default false,
  closed_at timestamptz null,
  erase_after timestamptz null,
  primary key (id)
);

alter table cases add constraint cases_idempotency_key_unique unique (idempotency_key);

create index cases_by_timer on cases (look_due_at);

create index cases_to_erase on cases (erase_after);

create table case_counts (
  province_code varchar(2) not null,
  quarter varchar(7) not null,
  received int not null default 0,
  urgent int not null default 0,
  primary key (province_code, quarter)
);

create table case_exclusions (
  case_id uuid not null,
  account_id uuid not null,
  primary key (case_id, account_id)
);

create table case_items (
  id uuid not null,
  case_id uuid not null,
  sequence int not null,
  field varchar(16) not null,
  author_id uuid null,
  idempotency_key uuid null,
  content_check varchar(64) null,
  written_at timestamptz not null,
  sealed text not null,
  primary key (id)
);

alter table case_items add constraint case_items_in_order unique (case_id, sequence);

alter table case_items add constraint case_items_sent_once unique (case_id, idempotency_key);

create table case_keys (
  case_id uuid not null,
  holder_id uuid not null,
  standing varchar(16) not null,
  sealed_key text not null,
  sealed_at timestamptz not null,
  primary key (case_id, holder_id)
);

create index case_keys_of_holder on case_keys (holder_id);

create table case_readers (
  case_id uuid not null,
  account_id uuid not null,
  first_read_at timestamptz not null,
  primary key (case_id, account_id)
);

create table hand_overs (
  id uuid not null,
  case_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  offered_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz null,
  ending varchar(16) null,
  primary key (id)
);

create index hand_overs_by_timer on hand_overs (due_at);

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

create table receipts (
  lookup_id varchar(32) not null,
  case_id uuid not null,
  public_key varchar(64) not null,
  way varchar(16) not null,
  sealed_key text not null,
  primary key (lookup_id)
);

alter table receipts add constraint receipts_case_id_unique unique (case_id);

create table referrals (
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  receiver varchar(24) not null,
  has_assent boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  outcome varchar(16) not null,
  outcome_at timestamptz not null,
  system varchar(16) null,
  primary key (id)
);

create index referrals_of_case on referrals (case_id);

create table roster_entries (
  id uuid not null,
  account_id uuid not null,
  place_code varchar(8) not null,
  hours jsonb not null,
  works_on_holidays boolean not null default false,
  primary key (id)
);

alter table roster_entries add constraint roster_entries_person_and_place unique (account_id, place_code);

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

create table passkey_challenges (
  token_hash varchar(64) not null,
  account_id uuid null,
  purpose varchar(16) not null,
  challenge text not null,
  expires_at timestamptz not null,
  primary key (token_hash)
);

create table passkeys (
  credential_id varchar(512) not null,
  account_id uuid not null,
  public_key text not null,
  counter bigint not null,
  transports jsonb not null,
  wrapped_key text not null,
  created_at timestamptz not null,
  primary key (credential_id)
);

create index passkeys_account_id_index on passkeys (account_id);

create table sign_in_challenges (
  token_hash varchar(64) not null,
  account_id uuid not null,
  tries_left int not null,
  expires_at timestamptz not null,
  primary key (token_hash)
);

create table tombstones (
  case_id uuid not null,
  erased_at timestamptz not null,
  why varchar(16) not null,
  primary key (case_id)
);

alter table case_keys add constraint case_keys_of_case foreign key (case_id) references cases (id) on delete cascade;

alter table case_items add constraint case_items_of_case foreign key (case_id) references cases (id) on delete cascade;

alter table case_exclusions add constraint case_exclusions_of_case foreign key (case_id) references cases (id) on delete cascade;

alter table case_readers add constraint case_readers_of_case foreign key (case_id) references cases (id) on delete cascade;

alter table receipts add constraint receipts_of_case foreign key (case_id) references cases (id) on delete cascade;

alter table hand_overs add constraint hand_overs_of_case foreign key (case_id) references cases (id) on delete cascade;

alter table referrals add constraint referrals_of_case foreign key (case_id) references cases (id) on delete cascade;
`;
