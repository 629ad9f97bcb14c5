import { Migration } from '@samleng/server';

/** Lets a finding of research say which published issue it speaks about. */
export class FindingsOfIssues extends Migration {
  override up(): void {
    this.addSql('alter table research_findings add column issue_id uuid null');
    this.addSql('create index research_findings_of_issue on research_findings (issue_id)');
  }
}
