/** A sheet as its rows of texts; the first names the columns. */
export type Sheet = readonly (readonly string[])[];

/** A workbook of XLSForm: the sheets that mean something. */
export type XlsForm = { readonly survey: Sheet; readonly choices: Sheet; readonly settings: Sheet };

export type SheetName = keyof XlsForm;

/** A row by the names of its columns, with its number as a spreadsheet shows it. */
export type Row = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

/** The rows below the header that hold anything. Column names lose spaces around them and their capitals. */
export function rowsOf(sheet: Sheet): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const columns = (sheet[0] ?? []).map(columnName);
  const rows = sheet.slice(1).map((cells, index) => ({
    line: index + 2,
    cells: new Map(
      columns
        .map((column, at) => [column, (cells[at] ?? '').trim()] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  }));
  return {
    columns: columns.filter((column) => column !== ''),
    rows: rows.filter(({ cells }) => cells.size > 0),
  };
}

/** `Label :: English (en)` and `label::English (en)` are one column; so are `list name` and `list_name`. */
function columnName(header: string): string {
  const [first = '', ...rest] = header.split('::').map((part) => part.trim());
  const name = first.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return [name, ...rest.map((part) => part.toLowerCase())].join('::');
}
