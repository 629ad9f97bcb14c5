/**
 * Pages are made on the server and need no script. Words therefore never travel as script, and a page weighs what
 * it shows. What is nicer with script is a small module of its own in `#lib/enhance`.
 */
export const csr = false;
