import { strToU8, zipSync } from 'fflate';

/**
 * Writes sheets of texts as an XLSX workbook (ECMA-376, part 1). Every cell is an inline string, so that nothing in it
 * is computed, whatever sign it begins with. The same sheets give the same bytes.
 *
 * @example writeWorkbook({ survey: [['type', 'name'], ['integer', 'pupils']] })
 */
export function writeWorkbook(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets);
  const file = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = names.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const types = parts.map((part) => `<Override PartName="/xl/${part}" ContentType="${kind}.worksheet+xml"/>`);
  const listed = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const linked = parts.map(
    (part, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="${part}"/>`,
  );
  const files = {
    '[Content_Types].xml': file(
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${types.join('')}</Types>`,
    ),
    '_rels/.rels': file(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': file(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': file(
      `<Relationships xmlns="${packaged}/relationships">${linked.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      parts.map((part, at) => [
        `xl/${part}`,
        file(`<worksheet xmlns="${main}"><sheetData>${rowsXml(sheets[names[at]!]!)}</sheetData></worksheet>`),
      ]),
    ),
  };
  // One day for all: a workbook tells nothing of when it was asked for.
  return zipSync(files, { mtime: '2020-01-01T00:00:00' }) as Uint8Array<ArrayBuffer>;
}

function rowsXml(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, at) => {
      const written = cells.map((text) =>
        text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      );
      return `<row r="${at + 1}">${written.join('')}</row>`;
    })
    .join('');
}

/** Text in XML 1.0: markup escaped, control characters it cannot hold left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
