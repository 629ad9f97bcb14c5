import { Migration } from '@samleng/server';

/** Makes the tables of frozen reports, and of the counts of children that stand for a month. */
export class Reports extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table rights_reports (
  id uuid not null,
  kind varchar(24) not null,
  place_code varchar(8) not null,
  from_day date not null,
  to_day date not null,
  figures jsonb not null,
  hash varchar(64) not null,
  made_on date not null,
  made_by uuid not null,
  primary key (id)
);
create index rights_reports_of_place on rights_reports (place_code varchar_pattern_ops, id);

create table insight_counts (
  what varchar(16) not null,
  month varchar(7) not null,
  total int not null,
  base jsonb not null,
  primary key (what)
);
`;
