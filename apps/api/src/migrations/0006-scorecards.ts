import { Migration } from '@samleng/server';

/** Makes the tables of scorecards, their rounds, the info sheets of services. */
export class Scorecards extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table scorecards (
  id uuid not null,
  office_id uuid not null references offices (id),
  place_code varchar(8) not null,
  year int not null,
  criteria_version varchar(24) not null,
  state varchar(16) not null,
  self_scores jsonb null,
  self_note varchar(1000) null,
  interface_on date null,
  interface_meeting_id uuid null,
  agreed_km varchar(1000) null,
  agreed_en varchar(1000) null,
  published_at timestamptz null,
  made_by uuid not null,
  primary key (id),
  constraint scorecards_office_id_year_unique unique (office_id, year)
);
create index scorecards_of_place on scorecards (place_code varchar_pattern_ops, id);

create table score_rounds (
  id uuid not null,
  scorecard_id uuid not null references scorecards (id),
  people varchar(16) not null,
  way varchar(8) not null,
  code varchar(12) null,
  is_closed boolean not null default false,
  heads int null,
  counts jsonb null,
  primary key (id),
  constraint score_rounds_code_unique unique (code)
);
create index score_rounds_scorecard_id_index on score_rounds (scorecard_id);

create table score_sheets (
  round_id uuid not null references score_rounds (id),
  key uuid not null,
  scores jsonb not null,
  primary key (round_id, key)
);

create table info_sheets (
  id uuid not null,
  office_id uuid not null references offices (id),
  year int not null,
  standards text not null,
  performance text null,
  fees text null,
  hours varchar(400) null,
  planned_riel bigint null,
  spent_riel bigint null,
  source varchar(200) null,
  changed_on date not null,
  primary key (id),
  constraint info_sheets_office_id_year_unique unique (office_id, year)
);

create table scorecard_actions (
  plan_item_id uuid not null,
  scorecard_id uuid not null references scorecards (id),
  criterion varchar(32) not null,
  primary key (plan_item_id)
);
create index scorecard_actions_scorecard_id_index on scorecard_actions (scorecard_id);
`;
