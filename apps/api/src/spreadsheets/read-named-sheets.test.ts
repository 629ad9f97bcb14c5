import { describe, expect, it } from 'vitest';
import { workbookOf } from '../testing/a-workbook.ts';
import { readNamedSheets } from './read-named-sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('sheets of a workbook', () => {
  it('come back by name as they were written, signs of formulas and markup included', () => {
    const survey = [['type', 'name'], [], ['text', '=1+1', '<b> & "x"', 'សំឡេង']];
    const file = writeWorkbook({ other: [['no']], Survey: survey });
    expect(readNamedSheets(base64(file), ['survey', 'choices'])).toEqual({
      ok: true,
      value: { survey, choices: [] },
    });
    expect(writeWorkbook({ other: [['no']], Survey: survey })).toEqual(file);
  });

  it('are refused when a cell computes, a row lies too far down, or it is no workbook', () => {
    const named = (rows: string) => readNamedSheets(base64(workbookOf(rows, '')), ['1']);
    expect(named('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')).toEqual({
      ok: false,
      problem: 'FORMULA_IN_CELL',
    });
    for (const row of ['1000000', 'x', '0'])
      expect(named(`<row r="${row}"><c r="A1"><v>2</v></c></row>`)).toEqual({
        ok: false,
        problem: 'FILE_TOO_LARGE',
      });
    expect(readNamedSheets('bm8=', ['survey'])).toEqual({ ok: false, problem: 'FILE_UNREADABLE' });
    expect(readNamedSheets('A'.repeat(70_000), ['survey'])).toEqual({ ok: false, problem: 'FILE_TOO_LARGE' });
  });
});
