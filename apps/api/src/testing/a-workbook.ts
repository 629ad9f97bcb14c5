import { strToU8, zipSync } from 'fflate';

/** A workbook of one sheet, as spreadsheet programs write it, small. */
export function workbookOf(rows: string, strings: string, sharedStrings?: string): Uint8Array {
  const file = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  return zipSync({
    '[Content_Types].xml': file('<Types/>'),
    'xl/workbook.xml': file(
      '<workbook><sheets><sheet name="1" sheetId="1" r:id="rId7"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': file(
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': file(sharedStrings ?? `<sst>${strings}</sst>`),
    'xl/worksheets/sheet1.xml': file(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}
