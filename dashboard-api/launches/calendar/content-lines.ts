/** Content lines of iCalendar (RFC 5545, 3.1 and 3.3.11). */

const CRLF = '\r\n';
/** Octets of a line without its end; a longer one goes on in the next, behind a space. */
const MAX_OCTETS = 75;

const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

const fold = (line: string): string => {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      folded += `${CRLF} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
};

/** A property whose value needs no escaping: a date, a number, a word of the format. */
export const property = (name: string, value: string | number): string =>
  fold(`${name}:${value}`) + CRLF;

/** A property with a text of any characters; those that no text may hold are left out. */
export const textProperty = (name: string, text: string): string => {
  const escaped = text.replace(/[\\;,]/g, '\\$&').replace(LINE_ENDS, '\\n');
  return property(name, escaped.replace(CONTROLS, ''));
};

/** A component: its properties and components between its two ends. */
export const component = (name: string, lines: readonly string[]): string =>
  property('BEGIN', name) + lines.join('') + property('END', name);
