import { Migration } from '@mikro-orm/migrations';

class KeepAudit extends Migration {
  override up(): void {
    this.addSql(`create table audit_entries (
      sequence bigint primary key,
      occurred_at timestamptz(3) not null,
      actor_id text,
      deed text not null,
      subject_type text not null,
      subject_id text,
      detail jsonb not null,
      previous_hash text not null,
      hash text not null)`);
    this.addSql('create index audit_entries_subject on audit_entries (subject_type, subject_id, sequence)');
    this.addSql('create index audit_entries_actor on audit_entries (actor_id, sequence)');
    this.addSql(`create table audit_head (
      id int primary key check (id = 1),
      sequence bigint not null,
      hash text not null)`);
    this.addSql(`insert into audit_head (id, sequence, hash) values (1, 0, repeat('0', 64))`);
    this.addSql(`create function refuse_audit_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit is only ever added to' using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`create trigger audit_entries_stay before update or delete or truncate on audit_entries
      for each statement execute function refuse_audit_change()`);
    this.addSql(`create trigger audit_head_stays before delete or truncate on audit_head
      for each statement execute function refuse_audit_change()`);
    this.addSql(`create trigger audit_head_grows before update on audit_head
      for each row when (new.sequence is distinct from old.sequence + 1) execute function refuse_audit_change()`);
  }

  override down(): void {
    this.addSql('drop table audit_head');
    this.addSql('drop table audit_entries');
    this.addSql('drop function refuse_audit_change');
  }
}

/** The tables of the audit; put it into the service's list of migrations. */
export const auditMigration = { name: 'keep-audit', class: KeepAudit };
