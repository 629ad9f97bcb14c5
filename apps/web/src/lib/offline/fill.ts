import type { Fields } from './item.ts';

/**
 * A page of ours with its fields filled in. A kept page is text, and where it is handed out there is no document to
 * work on; its markup is our own, so that each field is one tag with quoted attributes.
 *
 * @param html as the server made it
 * @param fields by name; fields not named stay as they are
 */
export function fillIn(html: string, fields: Fields): string {
  return html
    .replace(/<input\b[^>]*>/g, (tag) => {
      const value = valueFor(tag, fields);
      if (value === undefined) return tag;
      const type = attribute(tag, 'type');
      if (type !== 'radio' && type !== 'checkbox') {
        const bare = tag.replace(/\svalue="[^"]*"/, '');
        return bare.replace(/\s*\/?>$/, ` value="${escaped(value)}">`);
      }
      const bare = tag.replace(/\schecked(?:="[^"]*")?/, '');
      // Of ticks several may be set: their values stand with spaces between.
      const set = type === 'checkbox' ? escaped(value).split(' ') : [escaped(value)];
      return set.includes(attribute(tag, 'value') ?? '') ? bare.replace(/\s*\/?>$/, ' checked>') : bare;
    })
    .replace(/(<textarea\b[^>]*>)[^<]*(<\/textarea>)/g, (whole: string, open: string, close: string) => {
      const value = valueFor(open, fields);
      // The first line break in the field belongs to the markup.
      return value === undefined ? whole : `${open}\n${escaped(value)}${close}`;
    })
    .replace(
      /(<select\b[^>]*>)([^]*?)(<\/select>)/g,
      (whole: string, open: string, list: string, close: string) => {
        const value = valueFor(open, fields);
        if (value === undefined) return whole;
        const bare = list.replace(/\sselected(?:="[^"]*")?/g, '');
        return (
          open + bare.replace(`<option value="${escaped(value)}"`, (start) => `${start} selected`) + close
        );
      },
    );
}

function valueFor(tag: string, fields: Fields): string | undefined {
  const name = attribute(tag, 'name');
  return name !== undefined && Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
