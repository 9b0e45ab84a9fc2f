// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { CustomAttributeType, Entity } from 'electrodb';
import type { Invitation } from '../../../domain/invitations.ts';
import type { Member } from '../../../domain/members.ts';
import type { Minutes } from '../../../domain/minutes.ts';
import type { Person } from '../../../domain/people.ts';
import type { PublicDetails } from '../../../domain/public-details.ts';
import type { PublicHappening } from '../../../domain/public-history.ts';
import type { PublicMotion } from '../../../domain/public-motion.ts';
import type { PublicNotice } from '../../../domain/public-notice.ts';
import { count, inList, model, ordinal, row, text, value, whenDue } from './model.ts';
import { rowNames } from './row.ts';

/** The last number given in a register, year and series. */
export const counterRow = new Entity(
  {
    model: model('counter'),
    attributes: { scope: text, last: count },
    indexes: { row: row([['scope'], 'COUNTER#${scope}'], [[], 'COUNTER']) },
  } as const,
  rowNames,
);

/** A register number and its case: there is one row for each number ever given. */
export const numberRow = new Entity(
  {
    model: model('number'),
    attributes: { registrationNumber: text, caseId: text },
    indexes: { row: row([['registrationNumber'], 'NUMBER#${registrationNumber}'], [[], 'NUMBER']) },
  } as const,
  rowNames,
);

const ofMinutes = [['minutesId'], 'MINUTES#${minutesId}'] as const;

export const minutesRow = new Entity(
  {
    model: model('minutes'),
    attributes: {
      minutesId: text,
      version: count,
      status: text,
      head: text,
      body: text,
      meetingDate: text,
      minutes: value(CustomAttributeType<Minutes>('any')),
    },
    indexes: {
      row: row(ofMinutes, [[], 'NOW#MINUTES']),
      list: inList(
        [['body'], 'MINUTES#${body}'],
        [['meetingDate', 'minutesId'], '${meetingDate}#${minutesId}'],
      ),
    },
  } as const,
  rowNames,
);

/** An act of a case in minutes. It may have several there, such as a late report and a decision (KL 5:35). */
export const minutesItemRow = new Entity(
  {
    model: model('minutes-item'),
    attributes: { minutesId: text, caseId: text, paragraph: text },
    indexes: { row: row(ofMinutes, [['caseId', 'paragraph'], 'ITEM#${caseId}#${paragraph}']) },
  } as const,
  rowNames,
);

/** An event of the minutes that their cases have still to follow. */
export const relayRow = new Entity(
  {
    model: model('relay'),
    attributes: { minutesId: text, version: ordinal, owedAt: text },
    indexes: {
      row: row(ofMinutes, [['version'], 'RELAY#${version}']),
      owed: whenDue(
        [[], 'OWED#relay'],
        [['owedAt', 'minutesId', 'version'], '${owedAt}#${minutesId}#${version}'],
      ),
    },
  } as const,
  rowNames,
);

export const personRow = new Entity(
  {
    model: model('person'),
    attributes: {
      subject: text,
      name: text,
      version: count,
      person: value(CustomAttributeType<Person>('any')),
    },
    indexes: {
      row: row([['subject'], 'PERSON#${subject}'], [[], 'NOW#PERSON']),
      list: inList([[], 'PEOPLE'], [['name', 'subject'], '${name}#${subject}']),
    },
  } as const,
  rowNames,
);

export const memberRow = new Entity(
  {
    model: model('member'),
    attributes: {
      memberId: text,
      name: text,
      version: count,
      member: value(CustomAttributeType<Member>('any')),
    },
    indexes: {
      row: row([['memberId'], 'MEMBER#${memberId}'], [[], 'NOW#MEMBER']),
      list: inList([[], 'MEMBERS'], [['name', 'memberId'], '${name}#${memberId}']),
    },
  } as const,
  rowNames,
);

/** The name of a member whose identity is protected: a list by itself, which may be read where no other list may. */
export const protectedNameRow = new Entity(
  {
    model: model('protected-name'),
    attributes: { memberId: text, name: text },
    indexes: { row: row([[], 'PROTECTED#NAMES'], [['memberId'], '${memberId}']) },
  } as const,
  rowNames,
);

/** An administrator's invitation, by the hash of its code. */
export const invitationRow = new Entity(
  {
    model: model('invitation'),
    attributes: {
      codeHash: text,
      invitedAt: text,
      version: count,
      invitation: value(CustomAttributeType<Invitation>('any')),
    },
    indexes: {
      row: row([['codeHash'], 'INVITATION#${codeHash}'], [[], 'NOW#INVITATION']),
      list: inList([[], 'INVITATIONS'], [['invitedAt', 'codeHash'], '${invitedAt}#${codeHash}']),
    },
  } as const,
  rowNames,
);

/** One change to a person or member; `of` is its partition. */
export const registerLogRow = new Entity(
  {
    model: model('register-log'),
    attributes: { of: text, version: ordinal, by: text, at: text, what: text },
    indexes: { row: row([['of'], '${of}'], [['version'], 'LOG#${version}']) },
  } as const,
  rowNames,
);

/** A member whose motions are owed to be published again, from when. */
export const publicationRow = new Entity(
  {
    model: model('publication'),
    attributes: { memberId: text, version: count, dueAt: text },
    indexes: {
      row: row([['memberId'], 'MEMBER#${memberId}'], [[], 'PUBLICATION']),
      owed: whenDue([[], 'OWED#publication'], [['dueAt', 'memberId'], '${dueAt}#${memberId}']),
    },
  } as const,
  rowNames,
);

/** What anyone may see of a motion, in the register of its year. */
export const publicMotionRow = new Entity(
  {
    model: model('public-motion'),
    attributes: {
      registerYear: count,
      registerOrder: text,
      motion: value(CustomAttributeType<PublicMotion>('any')),
    },
    indexes: {
      row: row(
        [['registerYear'], 'PUBLIC#REGISTER#${registerYear}'],
        [['registerOrder'], '${registerOrder}'],
      ),
    },
  } as const,
  rowNames,
);

/** Which version of each motion is shown: small rows, so that whoever keeps a copy can ask what has changed. */
export const publicHeadRow = new Entity(
  {
    model: model('public-head'),
    attributes: { registerYear: count, registerOrder: text, caseId: text, digest: text },
    indexes: {
      row: row([[], 'PUBLIC#HEADS'], [['registerYear', 'registerOrder'], '${registerYear}#${registerOrder}']),
    },
  } as const,
  rowNames,
);

const ofPublicCase = [['caseId'], 'PUBLIC#CASE#${caseId}'] as const;

/** The longer texts of a motion's public view. */
export const publicDetailsRow = new Entity(
  {
    model: model('public-details'),
    attributes: { caseId: text, details: value(CustomAttributeType<PublicDetails>('any')) },
    indexes: { row: row(ofPublicCase, [[], 'DETAILS']) },
  } as const,
  rowNames,
);

/** One thing that has happened to a motion, as the public is told. */
export const publicHappeningRow = new Entity(
  {
    model: model('public-happening'),
    attributes: {
      caseId: text,
      seq: ordinal,
      happening: value(CustomAttributeType<PublicHappening>('any')),
    },
    indexes: { row: row(ofPublicCase, [['seq'], 'HAPPENED#${seq}']) },
  } as const,
  rowNames,
);

/** The notice of certified minutes, by the day of the meeting. */
export const publicNoticeRow = new Entity(
  {
    model: model('public-notice'),
    attributes: { date: text, minutesId: text, notice: value(CustomAttributeType<PublicNotice>('any')) },
    indexes: {
      row: row([[], 'PUBLIC#NOTICES'], [['date', 'minutesId'], '${date}#${minutesId}']),
    },
  } as const,
  rowNames,
);

/** Where in the public register a case stands: it is written once, with the number. */
export const publicCaseRow = new Entity(
  {
    model: model('public-case'),
    attributes: { caseId: text, registerYear: count, registerOrder: text },
    indexes: { row: row(ofPublicCase, [[], 'PUBLIC']) },
  } as const,
  rowNames,
);
