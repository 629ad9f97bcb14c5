import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { create } from 'qrcode';

/** What stands on a sheet of cards. Texts are shown as they are: nothing in them is taken for a command. */
export type CardSheet = {
  readonly title: string;
  readonly question: string;
  /** The club or school, and until when cards answer. */
  readonly whose: string;
  readonly until: string;
  readonly cut: string;
  /** On each card: what to do with it, and that nobody knows whose it is. */
  readonly how: string;
  readonly secret: string;
  /** Codes as they are printed, and the address each leads to. */
  readonly cards: readonly { readonly code: string; readonly address: string }[];
};

const fonts = ['400Regular/NotoSansKhmer_400Regular', '700Bold/NotoSansKhmer_700Bold'];
let typesetter: NodeCompiler | null = null;

/**
 * A sheet of cards as a PDF on A4, ten cards a page to cut apart: a picture code and the signs to type. Khmer is shaped
 * and broken by Typst. Cards bear no number: nothing but the code tells one from another.
 */
export function typesetCards(sheet: CardSheet): Buffer {
  typesetter ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: fonts.map((name) => readFont(name)) }],
  });
  const cards = sheet.cards.map(({ code, address }) => ({ code, picture: pictureCode(address) }));
  const pdf = typesetter.pdf({
    mainFileContent: template,
    inputs: { sheet: JSON.stringify({ ...sheet, cards }) },
  });
  // What was typeset is kept for the next time; these codes should not be.
  typesetter.evictCache(0);
  return pdf;
}

function readFont(name: string): Buffer {
  return readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/noto-sans-khmer/${name}.ttf`)));
}

/** The picture code of an address, as SVG: runs of dark squares, with a quiet border of four. */
export function pictureCode(address: string): string {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const isDark = (row: number, column: number) => column < size && data[row * size + column] === 1;
  let path = '';
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (isDark(row, column)) column += 1;
      if (column > start) path += `M${start + 4} ${row + 4}h${column - start}v1h-${column - start}z`;
    }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 8} ${size + 8}"><path d="${path}"/></svg>`;
}

const template = `
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, author: (), date: none)
#set page(
  paper: "a4",
  margin: (x: 12mm, top: 24mm, bottom: 12mm),
  header: [
    #set text(size: 8.5pt)
    #grid(columns: (1fr, auto), column-gutter: 6mm,
      [*#sheet.title* · #sheet.whose],
      context [#counter(page).display("1 / 1", both: true)])
    #v(-1.5mm)
    #sheet.cut
  ],
)
#set text(font: "Noto Sans Khmer", lang: "km", size: 9pt)
#set par(leading: 0.75em)
#let card(it) = box(width: 100%, height: 51mm, inset: 3mm, stroke: (dash: "dashed", thickness: 0.4pt), clip: true, {
  grid(columns: (34mm, 1fr), column-gutter: 2mm,
    image(bytes(it.picture), format: "svg", width: 34mm),
    {
      text(size: 8.5pt, weight: "bold", sheet.question)
      linebreak()
      text(size: 7.5pt, sheet.until)
      v(1mm)
      text(size: 17pt, weight: "bold", tracking: 0.5pt, lang: "en", it.code)
    })
  v(-1mm)
  text(size: 7.5pt, [#sheet.how #sheet.secret])
})
#grid(columns: (1fr, 1fr), ..sheet.cards.map(card))
`;
