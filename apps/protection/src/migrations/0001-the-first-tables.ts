import { Migration } from '@samleng/server';

/** Makes the tables of the protection desk. */
export class TheFirstTables extends Migration {
  override up(): void {
    for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') this.addSql(statement);
  }
}

const tables = ``;
