import { Migration } from '@samleng/server';

/**
 * Makes the tables of research. The two promises to children are the database's own: a sensitive topic has no answer
 * sheets, and it is not in the field before a second person has approved every item of its ethics.
 */
export class Research extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table research_topics (
  id uuid not null,
  category varchar(32) not null,
  place_code varchar(8) not null,
  club_id uuid null,
  title_km varchar(120) not null,
  title_en varchar(120) not null,
  question varchar(1000) not null,
  method varchar(16) not null,
  team_girls int not null default 0,
  team_boys int not null default 0,
  team_adults int not null default 0,
  is_sensitive boolean not null,
  stage varchar(16) not null,
  ethics jsonb not null default '[]',
  ethics_filled_by uuid null,
  ethics_approved_by uuid null,
  form jsonb null,
  meeting_id uuid null,
  presented_on date null,
  made_by uuid not null,
  version int not null default 1,
  primary key (id)
);

create index research_topics_of_place on research_topics (place_code, id);
alter table research_topics add constraint research_topics_sensitive_or_not unique (id, is_sensitive);
alter table research_topics add foreign key (place_code) references places (code) deferrable initially deferred;
alter table research_topics add foreign key (club_id) references clubs (id) deferrable initially deferred;
alter table research_topics add foreign key (meeting_id) references meetings (id) deferrable initially deferred;
alter table research_topics add constraint research_topics_ethics_gate check
  (not is_sensitive or stage in ('IDEA', 'PLAN', 'ETHICS') or (
    ethics @> '["NO_OWN_EXPERIENCE", "CONSENT_OF_CHILD_AND_PARENT", "TWO_TRAINED_ADULTS", "HELP_NAMED", "NO_NAMES", "HARM_TO_PROTECTION", "GROUPS_APART"]'::jsonb
    and ethics_filled_by is not null and ethics_approved_by is not null and ethics_approved_by <> ethics_filled_by));
alter table research_topics add constraint research_topics_presented_at_a_meeting check
  (stage not in ('PRESENTED', 'ANSWERED', 'FOLLOWED_UP') or (meeting_id is not null and presented_on is not null));

create table answer_sheets (
  id uuid not null,
  topic_id uuid not null,
  is_sensitive boolean not null default false,
  source varchar(8) not null,
  answered_on date not null,
  answers jsonb not null,
  content_hash varchar(64) not null,
  recorded_by uuid not null,
  primary key (id)
);

create index answer_sheets_of_topic on answer_sheets (topic_id, id);
alter table answer_sheets add constraint answer_sheets_never_sensitive check (is_sensitive = false);
alter table answer_sheets add foreign key (topic_id, is_sensitive) references research_topics (id, is_sensitive);

create table answer_codes (
  id uuid not null,
  topic_id uuid not null,
  question varchar(64) not null,
  name_km varchar(120) null,
  name_en varchar(120) null,
  written_by uuid not null,
  primary key (id)
);

create index answer_codes_of_topic on answer_codes (topic_id, id);
alter table answer_codes add foreign key (topic_id) references research_topics (id) deferrable initially deferred;
alter table answer_codes add constraint answer_codes_have_words check (name_km is not null or name_en is not null);

create table answer_tags (
  sheet_id uuid not null,
  code_id uuid not null,
  primary key (sheet_id, code_id)
);

create index answer_tags_of_code on answer_tags (code_id);
alter table answer_tags add foreign key (sheet_id) references answer_sheets (id) deferrable initially deferred;
alter table answer_tags add foreign key (code_id) references answer_codes (id) deferrable initially deferred;

create table research_tallies (
  id uuid not null,
  topic_id uuid not null,
  source varchar(8) not null,
  counted_on date not null,
  people int not null,
  counts jsonb not null,
  content_hash varchar(64) not null,
  recorded_by uuid not null,
  primary key (id)
);

create index research_tallies_of_topic on research_tallies (topic_id, id);
alter table research_tallies add constraint research_tallies_groups_to_hide_in check (people >= 10);
alter table research_tallies add foreign key (topic_id) references research_topics (id) deferrable initially deferred;

create table research_findings (
  id uuid not null,
  topic_id uuid not null,
  text_km varchar(1000) null,
  text_en varchar(1000) null,
  base int not null,
  written_by uuid not null,
  primary key (id)
);

create index research_findings_of_topic on research_findings (topic_id, id);
alter table research_findings add foreign key (topic_id) references research_topics (id) deferrable initially deferred;
alter table research_findings add constraint research_findings_have_words check
  (text_km is not null or text_en is not null);
alter table research_findings add constraint research_findings_bases_to_hide_in check (base >= 10);

create table research_recommendations (
  id uuid not null,
  topic_id uuid not null,
  office_id uuid not null,
  text_km varchar(1000) null,
  text_en varchar(1000) null,
  decision varchar(16) null,
  answer varchar(1000) null,
  answered_on date null,
  answered_by uuid null,
  verdict varchar(12) null,
  followed_up_on date null,
  written_by uuid not null,
  primary key (id)
);

create index research_recommendations_of_topic on research_recommendations (topic_id, id);
create index research_recommendations_to_office on research_recommendations (office_id, id);
alter table research_recommendations add foreign key (topic_id) references research_topics (id) deferrable initially deferred;
alter table research_recommendations add foreign key (office_id) references offices (id) deferrable initially deferred;
alter table research_recommendations add constraint research_recommendations_have_words check
  (text_km is not null or text_en is not null);
alter table research_recommendations add constraint research_recommendations_followed_up_when_answered check
  (verdict is null or decision is not null)
`;
