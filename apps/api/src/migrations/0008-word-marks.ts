import { Migration } from '@samleng/server';

/** Makes the table of marks: words typed anywhere that may speak of harm, until a moderator has looked. */
export class WordMarks extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table word_marks (
  id uuid not null,
  deed varchar(60) not null,
  field varchar(120) not null,
  subject_id uuid null,
  place_code varchar(8) not null,
  level varchar(8) not null,
  marked_at timestamptz not null,
  seen_at timestamptz null,
  primary key (id)
);

create index word_marks_unseen on word_marks (place_code, marked_at) where seen_at is null;
`;
