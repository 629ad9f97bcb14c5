import { Migration } from '@samleng/server';

/** Makes the tables of service points, needs of villages, emergencies and what the guide to complaints says of OP3. */
export class ServicesAndEmergencies extends Migration {
  override up(): void {
    // One statement at a time: the embedded database takes no more.
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = `
create table service_points (
  id uuid not null,
  kind varchar(32) not null,
  name_km varchar(200) not null,
  name_en varchar(200) not null,
  place_code varchar(8) not null,
  hours varchar(80) not null,
  phone varchar(24) null,
  is_free boolean not null,
  latitude double precision null,
  longitude double precision null,
  checked_on date not null,
  checked_by varchar(120) not null,
  retired_at timestamptz null,
  made_by uuid not null,
  primary key (id)
);
create index service_points_of_place on service_points (place_code varchar_pattern_ops, id);

create table need_counts (
  village_code varchar(8) not null,
  need varchar(40) not null,
  families int not null,
  counted_on date not null,
  counted_by uuid not null,
  primary key (village_code, need)
);

create table emergencies (
  id uuid not null,
  kind varchar(16) not null,
  place_code varchar(8) not null,
  message_km varchar(280) not null,
  message_en varchar(280) not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz null,
  declared_by uuid not null,
  primary key (id)
);
create index emergencies_by_end on emergencies (ends_at);

create table emergency_polls (
  emergency_id uuid not null references emergencies (id),
  place_code varchar(8) not null,
  poll_id uuid not null references polls (id),
  primary key (emergency_id, place_code)
);

create table complaint_guides (
  key varchar(8) not null,
  is_open boolean not null,
  source varchar(300) null,
  changed_on date not null,
  changed_by uuid not null,
  primary key (key)
);
`;
