import type { CaseStore } from '../../ports/case-store.ts';
import {
  markLetterFate,
  readKeptLetter,
  readLetter,
  readLettersAstray,
  resendLetters,
  settleLetters,
} from './case-letter-fates.ts';
import {
  holdLetter,
  leaseLetter,
  markLetterFailed,
  markLetterSent,
  oweLettersAgain,
  readLetters,
  releaseLetters,
} from './case-letters.ts';
import { dissenterLink, groupLink, jointLink, partyLink, signatoryLink } from './case-links.ts';
import { readLinked, readMotions, readOpenExecutions, readOwed, readRegister } from './case-lists.ts';
import {
  caseEvents,
  loadCase,
  readAnswer,
  readCaseNumbered,
  readDocument,
  readLastSequence,
} from './case-reads.ts';
import {
  clearSignal,
  markStarted,
  moveAfter,
  nextGeneration,
  openWait,
  recordFailure,
} from './case-workflow.ts';
import { commitCase } from './commit-case.ts';
import { caseSubject } from './log-rows.ts';
import { publish } from './publish.ts';
import { rememberDocuments } from './remembered-documents.ts';
import type { Table } from './table-client.ts';
import { readWorklist } from './worklist.ts';

/** The record of cases in DynamoDB. */
export const makeCaseStore = (table: Table): CaseStore => {
  const documents = rememberDocuments((caseId, documentId) => readDocument(table, caseId, documentId));
  const commit: CaseStore['commit'] = async (change) => {
    await commitCase(table, change);
    documents.forget(change.after.caseId, change.weed);
  };
  return { ...storeOf(table), commit, document: documents.read };
};

const storeOf = (table: Table): Omit<CaseStore, 'commit' | 'document'> => ({
  load: (caseId) => loadCase(table, caseId),
  answer: (caseId, commandId) => readAnswer(table, caseSubject(caseId), commandId),
  events: (caseId) => caseEvents(table, caseId),
  lastSequence: (scope) => readLastSequence(table, scope),

  openWait: (caseId, wait, tasks, passed) => openWait(table, caseId, wait, tasks, passed),
  moveAfter: (caseId, version) => moveAfter(table, caseId, version),
  clearSignal: (caseId, version) => clearSignal(table, caseId, version),
  markStarted: (caseId, generation, at) => markStarted(table, caseId, generation, at),
  nextGeneration: (caseId, from, owedAt) => nextGeneration(table, caseId, from, owedAt),
  recordFailure: (caseId, generation, task) => recordFailure(table, caseId, generation, task),

  letters: (caseId) => readLetters(table, caseId),
  leaseLetter: (key, now, leaseUntil) => leaseLetter(table, key, now, leaseUntil),
  markLetterSent: (key, messageId, at, kept) => markLetterSent(table, key, messageId, at, kept),
  letter: (key) => readLetter(table, key),
  keptLetter: (key, messageId) => readKeptLetter(table, key, messageId),
  markLetterFate: (key, messageId, fate, task) => markLetterFate(table, key, messageId, fate, task),
  resendLetters: (caseId, letters, act) => resendLetters(table, caseId, letters, act),
  settleLetters: (caseId, letters, act) => settleLetters(table, caseId, letters, act),
  lettersAstray: (page) => readLettersAstray(table, page),
  oweLettersAgain: (caseId, owedAt) => oweLettersAgain(table, caseId, owedAt),
  markLetterFailed: (key, problem, next) => markLetterFailed(table, key, problem, next),
  holdLetter: (key, task) => holdLetter(table, key, task),
  releaseLetters: (caseId, letters, release, task) => releaseLetters(table, caseId, letters, release, task),

  caseNumbered: (registrationNumber) => readCaseNumbered(table, registrationNumber),
  publish: (motion, publicMotion, publicDetails) => publish(table, motion, publicMotion, publicDetails),

  motions: (caseIds) => readMotions(table, caseIds),
  worklist: (who, page) => readWorklist(table, who, page),
  register: (year, page) => readRegister(table, year, page),
  byParty: (party, page) => readLinked(table, partyLink(party), page),
  byLead: (lead, page) => readLinked(table, jointLink(lead), page),
  bySignatory: (memberId, page) => readLinked(table, signatoryLink(memberId), page),
  byDissenter: (memberId, page) => readLinked(table, dissenterLink(memberId), page),
  byPartyGroup: (partyGroup, page) => readLinked(table, groupLink(partyGroup), page),
  openExecutions: (page) => readOpenExecutions(table, page),
  executionsStartedBefore: (at, page) => readOpenExecutions(table, page, at),
  owed: (kind, now, page) => readOwed(table, kind, now, page),
});
