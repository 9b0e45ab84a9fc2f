import type { Meeting } from '../../../domain/meeting.ts';
import type { AttendanceEntry } from '../../../domain/meeting-events.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import type { Seated } from './member-names.ts';

type Span = Pick<AttendanceEntry, 'fromParagraph' | 'toParagraph'>;

const part = /^(?:§+\s*)?(\d{1,4})?\s*([-–])?\s*(\d{1,4})?$/;

const spanIn = (text: string): Span | undefined => {
  const [, first, dash, last] = part.exec(text.trim()) ?? [];
  if (first === undefined && last === undefined) return undefined;
  // A paragraph by itself is that one alone.
  const to = dash === undefined ? first : last;
  return {
    ...(first === undefined ? {} : { fromParagraph: Number(first) }),
    ...(to === undefined ? {} : { toParagraph: Number(to) }),
  };
};

/**
 * The paragraphs at which somebody served, as written: nothing is all of them, "41–" from 41, "–40" to 40, and
 * "1–40, 45–" is one who came back.
 * @returns undefined when it cannot be read
 */
export const spansIn = (text: string): Span[] | undefined => {
  if (text.trim() === '') return [{}];
  const spans = text.split(',').map(spanIn);
  return spans.every((each) => each !== undefined) ? spans : undefined;
};

/** The same, written out. */
export const spansAsText = (entries: readonly Span[]): string => {
  const written = entries
    .filter(({ fromParagraph, toParagraph }) => fromParagraph !== undefined || toParagraph !== undefined)
    .map(({ fromParagraph, toParagraph }) => `${fromParagraph ?? ''}–${toParagraph ?? ''}`);
  return written.join(', ');
};

interface Roll {
  readonly members: readonly Seated[];
  readonly substitutes: readonly Seated[];
}

/** What the form says of who was there: everyone with how, in whose place, and from where to where. */
export const readAttendance = (
  { members, substitutes }: Roll,
  filled: Filled,
): { attendance: AttendanceEntry[]; faults: FieldFault[] } => {
  const faults: FieldFault[] = [];
  const entriesOf = ({ memberId, name }: Seated, as: AttendanceEntry['as']): AttendanceEntry[] => {
    const how = firstOf(filled, `n.${memberId}`);
    if (how !== 'ja' && how !== 'distans') return [];
    const spans = spansIn(firstOf(filled, `p.${memberId}`));
    if (spans === undefined) {
      faults.push({
        field: `p.${memberId}`,
        message: `${name}: skriv paragraferna som 41–, –40 eller 1–40, 45–.`,
      });
      return [];
    }
    const servingFor = firstOf(filled, `f.${memberId}`);
    if (as === 'substitute' && servingFor === '') {
      faults.push({
        field: `f.${memberId}`,
        message: `${name}: välj vem ersättaren tjänstgör för. En ersättare som bara är med och lyssnar förs inte upp (KL 5:17, 6:17).`,
      });
      return [];
    }
    return spans.map((span) => ({
      memberId,
      as,
      ...(as === 'member' ? {} : { servingFor }),
      ...(how === 'distans' ? { remote: true } : {}),
      ...span,
    }));
  };
  const attendance = [
    ...members.flatMap((each) => entriesOf(each, 'member')),
    ...substitutes.flatMap((each) => entriesOf(each, 'substitute')),
  ];
  return { attendance, faults };
};

/** What the form begins with: the list as it was recorded, or every member present and no substitute. */
export const filledFrom = ({ members, substitutes }: Roll, meeting: Meeting): Filled => {
  const { attendance, chair = '', certifiers = [] } = meeting;
  const base: Filled = { chair: [chair], certifiers };
  const rows = [...members, ...substitutes].map(({ memberId }): Filled => {
    const mine = attendance?.filter((each) => each.memberId === memberId) ?? [];
    const [first] = mine;
    const isMember = members.some((each) => each.memberId === memberId);
    const there = attendance === undefined ? isMember : first !== undefined;
    return {
      [`n.${memberId}`]: [there ? (first?.remote === true ? 'distans' : 'ja') : 'nej'],
      [`p.${memberId}`]: [spansAsText(mine)],
      [`f.${memberId}`]: [first?.servingFor ?? ''],
    };
  });
  return Object.assign({}, base, ...rows);
};
