import type { Stores } from '../support/in-memory-record.ts';
import { clockContract } from './clock-contract.ts';
import { commitContract } from './commit-contract.ts';
import { digestContract } from './digest-contract.ts';
import { followingContract } from './following-contract.ts';
import { invitationContract } from './invitation-contract.ts';
import { letterContract } from './letter-contract.ts';
import { letterFateContract } from './letter-fate-contract.ts';
import { listContract } from './list-contract.ts';
import { meetingContract } from './meeting-contract.ts';
import { minutesContract } from './minutes-contract.ts';
import { numberContract } from './number-contract.ts';
import { peopleContract } from './people-contract.ts';
import { publicContract } from './public-contract.ts';
import { sessionContract } from './session-contract.ts';
import { workflowContract } from './workflow-contract.ts';

/** What every adapter of the record owes its callers; one suite, run on each of them. */
export const recordContract = (stores: () => Stores) => {
  commitContract(stores);
  numberContract(stores);
  workflowContract(stores);
  letterContract(stores);
  letterFateContract(stores);
  listContract(stores);
  minutesContract(stores);
  meetingContract(stores);
  peopleContract(stores);
  publicContract(stores);
  clockContract(stores);
  followingContract(stores);
  digestContract(stores);
  sessionContract(stores);
  invitationContract(stores);
};
