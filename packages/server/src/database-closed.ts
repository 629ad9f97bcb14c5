/** Something asked a database that was closed before. */
export class DatabaseClosed extends Error {
  override readonly name = 'DatabaseClosed';

  constructor() {
    super('The database is closed.');
  }
}
