/** A property of an event: its value as written, and its parameters by upper-case name. */
export interface CalendarProperty {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}
/** The properties of one event by upper-case name; of several of a name, the first. */
export type CalendarEvent = ReadonlyMap<string, CalendarProperty>;

const line = /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^";:])*)*):(.*)$/s;
const parameter = /;([\w-]+)=((?:"[^"]*"|[^";:])*)/g;

/**
 * The events of a calendar in iCalendar (RFC 5545), in their order. What stands within a part of an event, such as an
 * alarm, is not the event's.
 * @returns undefined when the text is no calendar, or one that breaks off
 */
export const parseCalendarEvents = (text: string): readonly CalendarEvent[] | undefined => {
  const events: CalendarEvent[] = [];
  const within: string[] = [];
  let current = new Map<string, CalendarProperty>();
  for (const each of unfolded(text)) {
    const [, name = '', parameters = '', value = ''] = line.exec(each) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN') {
      within.push(value.toUpperCase());
      if (value.toUpperCase() === 'VEVENT') current = new Map();
    } else if (key === 'END') {
      if (within.pop() !== value.toUpperCase()) return undefined;
      if (value.toUpperCase() === 'VEVENT') events.push(current);
    } else if (within.at(-1) === 'VEVENT' && !current.has(key)) {
      current.set(key, { value, parameters: parametersOf(parameters) });
    }
  }
  const isCalendar = /^\uFEFF?BEGIN:VCALENDAR\b/i.test(text.trimStart());
  return isCalendar && within.length === 0 ? events : undefined;
};

/** A long line goes on after a line break and a blank. */
const unfolded = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((each) => each.trimEnd())
    .filter((each) => each !== '');

const parametersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(parameter)].map(([, name = '', value = '']) => [
      name.toUpperCase(),
      value.replaceAll('"', ''),
    ]),
  );

/** A text with its commas, semicolons, line breaks and backslashes as they are meant. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));
