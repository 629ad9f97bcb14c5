import { Migration } from '@samleng/server';

/** Makes the tables of recordings, and lets a concern and an answer have one. */
export class Recordings extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table attachments (
  id uuid not null,
  purpose varchar(8) not null,
  giver varchar(64) not null,
  size int not null,
  media_type varchar(24) null,
  seconds int null,
  digest varchar(64) null,
  bytes bytea null,
  begun_at timestamptz not null,
  taken_at timestamptz null,
  primary key (id)
);

create index attachments_untaken on attachments (begun_at) where taken_at is null;

create table attachment_parts (
  attachment_id uuid not null references attachments (id),
  number int not null,
  digest varchar(64) not null,
  bytes bytea null,
  primary key (attachment_id, number)
);

alter table concerns add column voice_id uuid null references attachments (id);
create index concerns_voice on concerns (voice_id) where voice_id is not null;

alter table answers add column voice_id uuid null references attachments (id);
`;
