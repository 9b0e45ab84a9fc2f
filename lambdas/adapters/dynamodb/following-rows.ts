// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { CustomAttributeType, Entity } from 'electrodb';
import type { FollowedSubject, PublicNewsKind } from '../../../domain/following.ts';
import type { FollowRequest, NewsThread } from '../../ports/following.ts';
import { count, model, optionalText, optionalValue, ordinal, row, text, value, whenDue } from './model.ts';
import { rowNames } from './row.ts';

const ofAddress = [['id'], 'SUBSCRIBER#${id}'] as const;

/**
 * A request to follow something. `placeAt` is when it is looked at again: when it is due, or when a claim runs out.
 */
export const requestRow = new Entity(
  {
    model: model('follow-request'),
    attributes: {
      id: text,
      about: text,
      subject: value(CustomAttributeType<FollowedSubject>('any')),
      email: text,
      askedAt: text,
      state: value(CustomAttributeType<FollowRequest['state']>('string')),
      attempts: count,
      dueAt: text,
      leaseUntil: optionalText,
      codeHash: optionalText,
      placeAt: text,
    },
    indexes: {
      row: row(ofAddress, [['about'], 'REQUEST#${about}']),
      owed: whenDue([[], 'OWED#follow-request'], [['placeAt', 'id', 'about'], '${placeAt}#${id}#${about}']),
    },
  } as const,
  rowNames,
);

/** Somebody who follows, and when the next letter is due. `placeAt` as for a request. */
export const followerRow = new Entity(
  {
    model: model('follower'),
    attributes: {
      id: text,
      version: count,
      email: text,
      subjects: value(CustomAttributeType<readonly FollowedSubject[]>('any')),
      endKey: text,
      endHash: text,
      toldThrough: text,
      threads: optionalValue(CustomAttributeType<readonly NewsThread[]>('any')),
      attempts: count,
      dueAt: text,
      leaseUntil: optionalText,
      placeAt: text,
    },
    indexes: {
      row: row(ofAddress, [[], 'FOLLOWER']),
      owed: whenDue([[], 'OWED#follower'], [['placeAt', 'id'], '${placeAt}#${id}']),
    },
  } as const,
  rowNames,
);

/** What the code of a link leads to, by its hash. */
export const codeRow = new Entity(
  {
    model: model('follow-code'),
    attributes: {
      codeHash: text,
      kind: value(CustomAttributeType<'confirm' | 'end'>('string')),
      id: text,
      subject: optionalValue(CustomAttributeType<FollowedSubject>('any')),
      expiresAt: optionalText,
    },
    indexes: { row: row([['codeHash'], 'SUBSCRIBER#CODE#${codeHash}'], [[], 'CODE']) },
  } as const,
  rowNames,
);

/** Something that has happened to a motion, for anyone to know, by day. */
export const publicNewsRow = new Entity(
  {
    model: model('public-news'),
    attributes: {
      on: text,
      recordedAt: text,
      caseId: text,
      version: ordinal,
      kind: value(CustomAttributeType<PublicNewsKind>('string')),
    },
    indexes: {
      row: row(
        [['on'], 'PUBLIC#NEWS#${on}'],
        [['recordedAt', 'caseId', 'version', 'kind'], '${recordedAt}#${caseId}#${version}#${kind}'],
      ),
    },
  } as const,
  rowNames,
);
