import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { writeWorkbook } from '../../spreadsheets/write-workbook.ts';
import type { ReportDocument } from './report-document.ts';

const fonts = ['400Regular/NotoSansKhmer_400Regular', '700Bold/NotoSansKhmer_700Bold'];
let typesetter: NodeCompiler | null = null;

/** A report as a PDF on A4. Khmer is shaped and broken by Typst; texts are shown as they are, never as commands. */
export function typesetReport(report: ReportDocument): Buffer {
  typesetter ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((name) => readFont(name)) }] });
  const pdf = typesetter.pdf({ mainFileContent: template, inputs: { report: JSON.stringify(report) } });
  typesetter.evictCache(0);
  return pdf;
}

function readFont(name: string): Buffer {
  return readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/noto-sans-khmer/${name}.ttf`)));
}

/** A report as a workbook, a sheet for each section; every cell is text, so that none is computed. */
export function workbookOf(report: ReportDocument): Buffer {
  const front = [[report.title], [report.subtitle], [report.seal]];
  const sheets = report.sections.map(({ title, lines, head, rows }, at): [string, readonly string[][]] => [
    // Names of sheets are short, and bear no signs of addresses.
    `${at + 1} ${title.replace(/[\][*?/\\:']/g, ' ')}`.slice(0, 31),
    [[title], ...lines.map((line) => [line]), [...head], ...rows.map((row) => [...row])],
  ]);
  return Buffer.from(writeWorkbook({ '0': front, ...Object.fromEntries(sheets) }));
}

/**
 * A report as comma-separated values (RFC 4180) in UTF-8 with its mark, so that spreadsheets read Khmer. What begins
 * like a formula is led by an apostrophe.
 */
export function csvOf(report: ReportDocument): Buffer {
  const lines = [
    [report.title],
    [report.subtitle],
    ...report.sections.flatMap(({ title, lines: notes, head, rows }) => [
      [''],
      [title],
      ...notes.map((note) => [note]),
      [...head],
      ...rows.map((row) => [...row]),
    ]),
    [''],
    [report.seal],
  ];
  return Buffer.from(`\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`);
}

/** One cell, harmless and quoted where it needs to be. */
export function csvCell(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const template = `
#let report = json(bytes(sys.inputs.report))
#set document(title: report.title, author: (), date: none)
#set page(paper: "a4", margin: (x: 18mm, y: 18mm), footer: [
  #set text(size: 7.5pt)
  #grid(columns: (1fr, auto), report.title, context counter(page).display("1 / 1", both: true))
])
#set text(font: "Noto Sans Khmer", lang: report.language, size: 10pt)
#set par(leading: 0.8em)
#set table(stroke: 0.4pt + luma(140), inset: 5pt)
#text(size: 17pt, weight: "bold", report.title)
#parbreak()
#report.subtitle
#for section in report.sections {
  v(4mm)
  block(sticky: true, text(size: 12.5pt, weight: "bold", section.title))
  for line in section.lines { par(line) }
  if section.rows.len() > 0 {
    let wide = section.head.len()
    table(
      columns: if wide == 4 and section.rows.at(0).at(3).len() > 40 { (1.2fr, 1fr, auto, 1.6fr) } else { (2fr,) + (1fr,) * (wide - 1) },
      table.header(..section.head.map(cell => strong(cell))),
      ..section.rows.flatten(),
    )
  }
}
#v(6mm)
#text(size: 8pt, report.seal)
`;
