import { Migration } from '@samleng/server';

/** Makes the tables of commune budgets: a year as one document, and its lines. */
export class CommuneBudgets extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table budget_years (
  commune_code varchar(6) not null references places (code),
  year int not null,
  source varchar(200) not null,
  children int null check (children > 0),
  import_id uuid not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (commune_code, year)
);

create table budget_lines (
  commune_code varchar(6) not null,
  year int not null,
  code varchar(32) not null,
  position int not null,
  title_km varchar(200) null,
  title_en varchar(200) null,
  sector varchar(32) not null,
  tag varchar(16) not null check (tag in ('CHILDREN', 'SOCIAL_SERVICES', 'OTHER')),
  planned_riel bigint not null check (planned_riel >= 0),
  spent_riel bigint null check (spent_riel >= 0),
  primary key (commune_code, year, code),
  foreign key (commune_code, year) references budget_years (commune_code, year),
  check (title_km is not null or title_en is not null)
);
`;
