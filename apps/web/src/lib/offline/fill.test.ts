import { expect, it } from 'vitest';
import { fillIn } from './fill.ts';

it('fills each kind of field, and nothing of what was typed becomes markup', () => {
  const html =
    '<input type="hidden" name="receipt" value="1"/><input type="radio" name="category" value="WATER" checked="">' +
    '<input type="radio" name="category" value="ROAD_SAFETY"><textarea id="text" name="text" rows="6">old</textarea>' +
    '<select name="village"><option value="">?</option><option value="01" selected="">A</option><option value="02">B</option></select>' +
    '<input name="left" value="x">';
  const text = '</textarea><script>"$&"';
  expect(fillIn(html, { receipt: '2"', category: 'ROAD_SAFETY', text, village: '02' })).toBe(
    '<input type="hidden" name="receipt" value="2&quot;"><input type="radio" name="category" value="WATER">' +
      '<input type="radio" name="category" value="ROAD_SAFETY" checked><textarea id="text" name="text" rows="6">\n' +
      '&lt;/textarea&gt;&lt;script&gt;&quot;$&amp;&quot;</textarea>' +
      '<select name="village"><option value="">?</option><option value="01">A</option><option value="02" selected>B</option></select>' +
      '<input name="left" value="x">',
  );
});
