import { error } from '@sveltejs/kit';
import { create } from 'qrcode';
import { PUBLIC_URL } from '$app/env/private';
import { communeCodeOf } from '#lib/forms/read.ts';
import { placeByCode } from '#lib/server/choose-place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const code = communeCodeOf(event.params.code);
  const place = code ? await placeByCode(event, code) : null;
  if (!place) error(404, 'refused');
  const address = `${PUBLIC_URL ?? event.url.origin}/c/${place.code}`;
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  return { place, address, qr: { size: modules.size, path: darkPath(modules.size, modules.data) } };
};

/** The dark squares of a QR code as one SVG path, runs of a row drawn together. */
function darkPath(size: number, dark: Uint8Array): string {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && dark[row * size + column]) column += 1;
      if (column > start)
        path += `M${String(start)} ${String(row)}h${String(column - start)}v1h-${String(column - start)}z`;
    }
  }
  return path;
}
