// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { CustomAttributeType, Entity } from 'electrodb';
import type { Meeting } from '../../../domain/meeting.ts';
import type { PublicMeeting } from '../../../domain/public-meeting.ts';
import { count, inList, model, ordinal, row, text, value, whenDue } from './model.ts';
import { rowNames } from './row.ts';

const ofMeeting = [['meetingId'], 'MEETING#${meetingId}'] as const;

/** Subject of the events, answers and clocks of a meeting. */
export const meetingSubject = (meetingId: string) => `MEETING#${meetingId}`;

export const meetingRow = new Entity(
  {
    model: model('meeting'),
    attributes: {
      meetingId: text,
      version: count,
      status: text,
      head: text,
      body: text,
      date: text,
      meeting: value(CustomAttributeType<Meeting>('any')),
    },
    indexes: {
      row: row(ofMeeting, [[], 'NOW#MEETING']),
      list: inList([['body'], 'MEETINGS#${body}'], [['date', 'meetingId'], '${date}#${meetingId}']),
    },
  } as const,
  rowNames,
);

export const agendaItemRow = new Entity(
  {
    model: model('agenda-item'),
    attributes: { meetingId: text, caseId: text },
    indexes: { row: row(ofMeeting, [['caseId'], 'ITEM#${caseId}']) },
  } as const,
  rowNames,
);

/** An event of the meeting that the cases on its agenda have still to follow. */
export const meetingRelayRow = new Entity(
  {
    model: model('meeting-relay'),
    attributes: { meetingId: text, version: ordinal, owedAt: text },
    indexes: {
      row: row(ofMeeting, [['version'], 'RELAY#${version}']),
      owed: whenDue(
        [[], 'OWED#meeting-relay'],
        [['owedAt', 'meetingId', 'version'], '${owedAt}#${meetingId}#${version}'],
      ),
    },
  } as const,
  rowNames,
);

/** What anyone may see of a meeting, by its day; one that moves is another row. */
export const publicMeetingRow = new Entity(
  {
    model: model('public-meeting'),
    attributes: {
      date: text,
      meetingId: text,
      meeting: value(CustomAttributeType<PublicMeeting>('any')),
    },
    indexes: {
      row: row([[], 'PUBLIC#MEETINGS'], [['date', 'meetingId'], '${date}#${meetingId}']),
    },
  } as const,
  rowNames,
);
