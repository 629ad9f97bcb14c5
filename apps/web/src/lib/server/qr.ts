import { create } from 'qrcode';

/** A QR code as a picture of squares: how many stand in a row, and the dark ones as one SVG path. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** The QR code of a text, with runs of a row drawn together. */
export function qrPicture(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && data[row * size + column]) column += 1;
      const run = column - start;
      if (run > 0) path += `M${String(start)} ${String(row)}h${String(run)}v1h-${String(run)}z`;
    }
  }
  return { size, path };
}
