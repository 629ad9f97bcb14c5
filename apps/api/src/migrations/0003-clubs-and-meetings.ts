import { Migration } from '@samleng/server';

/** Makes the tables of networks, club members, sessions and meetings, and lets an issue's history name an agenda item. */
export class ClubsAndMeetings extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table networks (
  id uuid not null,
  idempotency_key uuid not null,
  kind varchar(16) not null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  parent_id uuid null,
  primary key (id)
);

alter table networks add constraint networks_idempotency_key_unique unique (idempotency_key);
create index networks_parent_id_index on networks (parent_id);
alter table networks add foreign key (parent_id) references networks (id) deferrable initially deferred;
alter table networks add constraint networks_movement_is_the_root check (kind <> 'MOVEMENT' or parent_id is null);

create table network_places (
  network_id uuid not null,
  place_code varchar(8) not null,
  primary key (network_id, place_code)
);

create index network_places_of_place on network_places (place_code);
alter table network_places add foreign key (network_id) references networks (id) deferrable initially deferred;
alter table network_places add foreign key (place_code) references places (code) deferrable initially deferred;

alter table clubs add column idempotency_key uuid null;
alter table clubs add column kind varchar(16) not null default 'CHILDREN_CLUB';
alter table clubs add column network_id uuid null;
alter table clubs add constraint clubs_idempotency_key_unique unique (idempotency_key);
create index clubs_network_id_index on clubs (network_id);
alter table clubs add foreign key (network_id) references networks (id) deferrable initially deferred;

create table club_keepers (
  club_id uuid not null,
  account_id uuid not null,
  primary key (club_id, account_id)
);

alter table club_keepers add foreign key (club_id) references clubs (id) deferrable initially deferred;
alter table club_keepers add foreign key (account_id) references accounts (id) deferrable initially deferred;

create table club_members (
  id uuid not null,
  idempotency_key uuid not null,
  import_id uuid null,
  club_id uuid not null,
  alias varchar(24) not null,
  alias_key varchar(80) not null,
  age_band varchar(16) not null,
  sex varchar(8) null,
  disability varchar(8) null,
  is_leader boolean not null default false,
  assent_on date not null,
  guardian_consent_on date null,
  consent_until date not null,
  left_on date null,
  version int not null default 1,
  primary key (id)
);

alter table club_members add constraint club_members_idempotency_key_unique unique (idempotency_key);
create unique index club_members_one_alias on club_members (club_id, alias_key) where left_on is null;
create index club_members_by_consent on club_members (consent_until);
alter table club_members add foreign key (club_id) references clubs (id) deferrable initially deferred;
alter table club_members add constraint club_members_under_18_with_guardian check
  (age_band = 'AGE_18_24' or guardian_consent_on is not null);

create table consent_reminders (
  club_id uuid not null,
  told_on date not null,
  ending int not null,
  ended int not null,
  primary key (club_id)
);

alter table consent_reminders add foreign key (club_id) references clubs (id) deferrable initially deferred;

create table activity_sessions (
  id uuid not null,
  idempotency_key uuid not null,
  import_id uuid null,
  club_id uuid null,
  place_code varchar(8) not null,
  kind varchar(24) not null,
  held_on date not null,
  counts jsonb not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz null,
  primary key (id)
);

alter table activity_sessions add constraint activity_sessions_idempotency_key_unique unique (idempotency_key);
create index activity_sessions_of_place on activity_sessions (place_code, held_on, id);
create index activity_sessions_of_club on activity_sessions (club_id, held_on, id);
alter table activity_sessions add foreign key (club_id) references clubs (id) deferrable initially deferred;
alter table activity_sessions add foreign key (place_code) references places (code) deferrable initially deferred;

create table meetings (
  id uuid not null,
  kind varchar(24) not null,
  place_code varchar(8) not null,
  state varchar(12) not null,
  starts_at timestamptz not null,
  minutes int null,
  venue varchar(120) null,
  invited_girls int not null default 0,
  invited_boys int not null default 0,
  invited_facilitators int not null default 0,
  attendance jsonb null,
  faces jsonb null,
  notes text null,
  record_id uuid null,
  record_hash varchar(64) null,
  recorded_at timestamptz null,
  recorded_by uuid null,
  made_by uuid not null,
  version int not null default 1,
  primary key (id)
);

create index meetings_of_place on meetings (place_code, starts_at, id);
alter table meetings add constraint meetings_record_id_unique unique (record_id);
alter table meetings add foreign key (place_code) references places (code) deferrable initially deferred;

create table agenda_items (
  id uuid not null,
  meeting_id uuid not null,
  position int not null,
  kind varchar(12) not null,
  issue_id uuid null,
  subject_id uuid null,
  title_km varchar(200) null,
  title_en varchar(200) null,
  minutes int null,
  is_without_children boolean not null default false,
  carried_from_id uuid null,
  outcome varchar(16) null,
  decision_km varchar(1000) null,
  decision_en varchar(1000) null,
  due_on date null,
  office_id uuid null,
  plan_item_id uuid null,
  spoke jsonb null,
  primary key (id)
);

create index agenda_items_of_meeting on agenda_items (meeting_id, position);
create index agenda_items_of_issue on agenda_items (issue_id);
create index agenda_items_of_subject on agenda_items (subject_id) where subject_id is not null;
create index agenda_items_carried on agenda_items (carried_from_id);
alter table agenda_items add foreign key (meeting_id) references meetings (id) deferrable initially deferred;
alter table agenda_items add foreign key (issue_id) references issues (id) deferrable initially deferred;
alter table agenda_items add foreign key (office_id) references offices (id) deferrable initially deferred;
alter table agenda_items add foreign key (plan_item_id) references plan_items (id) deferrable initially deferred;
alter table agenda_items add constraint agenda_items_name_their_subject check
  ((kind = 'ISSUE') = (issue_id is not null) and (kind <> 'OTHER' or title_km is not null or title_en is not null)
    and (kind <> 'POLL' or subject_id is not null));

alter table issue_events add column agenda_item_id uuid null;

create table calendar_addresses (
  id uuid not null,
  token_hash varchar(64) not null,
  place_code varchar(8) not null,
  account_id uuid not null,
  made_at timestamptz not null,
  revoked_at timestamptz null,
  primary key (id)
);

alter table calendar_addresses add constraint calendar_addresses_token_hash_unique unique (token_hash);
create index calendar_addresses_of_account on calendar_addresses (account_id, id);
alter table calendar_addresses add foreign key (account_id) references accounts (id) deferrable initially deferred;
alter table calendar_addresses add foreign key (place_code) references places (code) deferrable initially deferred
`;
