/** A component of an iCalendar object, its values still escaped as they stood. */
export interface CalendarComponent {
  name: string;
  /** Properties by name with parameters, as in `DTSTART;VALUE=DATE`. */
  properties: Record<string, string>;
  components: CalendarComponent[];
}

const MAX_OCTETS = 75;

/** Lines with the folded ones joined again. */
const unfolded = (text: string): string[] => {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`A line end that is not CRLF: ${line}`);
    if (Buffer.byteLength(line) > MAX_OCTETS) throw new Error(`Too long: ${line}`);
  }
  return lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
};

/**
 * Reads an iCalendar object as RFC 5545 has it.
 * @throws Error for lines over 75 octets, other line ends than CRLF, repeated properties and unmatched ends
 */
export const parseCalendar = (text: string): CalendarComponent => {
  const root: CalendarComponent = { name: '', properties: {}, components: [] };
  const open = [root];
  for (const line of unfolded(text)) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/u.exec(line) ?? [];
    const current = open.at(-1)!;
    if (name === 'BEGIN') {
      const component: CalendarComponent = { name: value, properties: {}, components: [] };
      current.components.push(component);
      open.push(component);
    } else if (name === 'END') {
      if (open.pop()?.name !== value) throw new Error(`END:${value} ends ${current.name}`);
    } else {
      if (name === '' || name in current.properties) throw new Error(`Not expected: ${line}`);
      current.properties[name] = value;
    }
  }
  if (open.length !== 1 || root.components.length !== 1) throw new Error('Not one whole calendar');
  return root.components[0]!;
};

/** The text that an escaped value stands for. */
export const unescapeText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
