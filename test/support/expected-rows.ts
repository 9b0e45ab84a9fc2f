/**
 * domain.md §11.1 typed out once more, by hand and apart from `domain/transitions.ts`, so that a wrong row there is
 * seen. Columns: row, command, from, to, by.
 */
const open =
  'Received Registered Returned Referred Assigned Drafting Consulting Approval BoardReady BoardAgenda CouncilReady CouncilAgenda';
const registered =
  'Registered Returned Referred Assigned Drafting Consulting Approval BoardReady BoardAgenda CouncilReady CouncilAgenda';
const beforeArchive = `${registered} WithdrawalPending Decided Certified AppealWindow PresumedFinal Final Appealed`;
const received = `${open} WithdrawalPending Decided Certified AppealWindow PresumedFinal Final Appealed Archived`;
const movers = 'member:author-group group-secretary:author-group';
const approvers = 'manager:approver director:approver';

const table = `
0   | start-draft             | -                       | Draft             | member group-secretary
0a  | revise-text             | Draft Returned          | same              | ${movers}
0b  | approve-text            | Draft Returned          | same              | member:signatory
1   | submit                  | Draft                   | Received          | ${movers}
1b  | discard-draft           | Draft                   | Discarded         | ${movers}
1i  | import-motion           | -                       | Received          | registrar
1r  | import-open-motion      | -                       | Registered        | registrar
1f  | import-open-motion      | -                       | Referred          | registrar
1a  | import-open-motion      | -                       | Assigned          | registrar
1d  | import-open-motion      | -                       | Drafting          | registrar
1e  | import-earlier-work     | Drafting                | BoardReady        | registrar
1c  | import-earlier-work     | Drafting                | CouncilReady      | registrar
2   | register                | Received                | Registered        | registrar
2w  | register                | WithdrawalPending       | WithdrawalPending | registrar
2c  | ring-clock              | Received WithdrawalPending ${registered} | same | system
3   | return-motion           | Registered              | Returned          | registrar
4   | resubmit                | Returned                | Registered        | ${movers}
4p  | complete-on-paper       | Returned                | Registered        | registrar
5   | refer                   | Registered              | Referred          | council-secretary
5b  | decide-at-once          | Registered              | Decided           | council-secretary
6   | assign                  | Referred                | Assigned          | board-secretary
6b  | start-drafting          | Assigned                | Drafting          | official:officer
6c  | reassign                | Assigned Drafting Consulting Approval | same | manager board-secretary
6j  | join-preparation        | Assigned Drafting       | same              | official:officer board-secretary
6k  | leave-preparation       | Assigned Drafting Consulting Approval BoardReady | same | official:officer board-secretary
7   | send-consultation       | Assigned Drafting       | Consulting        | official:officer
7b  | send-consultation       | Consulting              | same              | official:officer
8a  | record-statement        | Consulting              | same              | official:officer registrar
8   | record-statement        | Consulting              | Drafting          | official:officer registrar
8d  | record-statement        | Drafting Consulting Approval BoardReady BoardAgenda CouncilReady CouncilAgenda | same | official:officer registrar
8b  | end-consultation        | Consulting              | same              | official:officer registrar
8c  | end-consultation        | Consulting              | Drafting          | official:officer registrar
9a  | write-answer            | Drafting Consulting     | same              | official:officer
9   | submit-answer           | Drafting                | Approval          | official:officer
10  | return-answer           | Approval                | Drafting          | ${approvers}
10k | comment-answer          | Approval                | same              | ${approvers} official:officer
11a | approve-answer          | Approval                | Approval          | ${approvers}
11  | approve-answer          | Approval                | BoardReady        | ${approvers}
11j | declare-disqualification | Approval               | same              | ${approvers}
12  | place-on-board-agenda   | BoardReady              | BoardAgenda       | board-secretary
12m | follow-meeting/MeetingMoved     | BoardAgenda     | same              | system
12x | follow-meeting/MeetingCancelled | BoardAgenda     | BoardReady        | system
12e | follow-meeting/MeetingEnded     | BoardAgenda     | BoardReady        | system
12o | take-off-agenda         | BoardAgenda             | BoardReady        | board-secretary
13  | postpone-in-board       | BoardAgenda             | BoardReady        | board-secretary
14  | refer-back-in-board     | BoardAgenda             | Drafting          | board-secretary
15  | propose                 | BoardAgenda             | CouncilReady      | board-secretary
15f | forward-without-recommendation  | BoardAgenda     | CouncilReady      | board-secretary
16  | place-on-council-agenda | CouncilReady            | CouncilAgenda     | council-secretary
16m | follow-meeting/MeetingMoved     | CouncilAgenda   | same              | system
16x | follow-meeting/MeetingCancelled | CouncilAgenda   | CouncilReady      | system
16e | follow-meeting/MeetingEnded     | CouncilAgenda   | CouncilReady      | system
16o | take-off-agenda         | CouncilAgenda           | CouncilReady      | council-secretary
17  | postpone-in-council     | CouncilAgenda           | CouncilReady      | council-secretary
18  | refer-back-in-council   | CouncilAgenda           | Drafting          | council-secretary
19  | decide                  | CouncilAgenda           | Decided           | council-secretary
19t | take-back-act           | BoardReady Drafting CouncilReady WithdrawalPending Decided | earlier | board-secretary council-secretary
28a | withdraw                | ${open}                 | same              | member:signatory
28  | withdraw                | ${open}                 | WithdrawalPending | member:signatory
28c | withdraw-clauses        | ${open}                 | same              | member:signatory
28r | complete-withdrawal     | ${open}                 | WithdrawalPending | registrar
28b | note-withdrawal         | WithdrawalPending       | Decided           | council-secretary
28p | place-on-council-agenda | WithdrawalPending       | WithdrawalPending | council-secretary
28m | follow-meeting/MeetingMoved     | WithdrawalPending | same            | system
28x | follow-meeting/MeetingCancelled | WithdrawalPending | same            | system
28e | follow-meeting/MeetingEnded     | WithdrawalPending | same            | system
28o | take-off-agenda         | WithdrawalPending       | same              | council-secretary
28s | postpone-in-council     | WithdrawalPending       | same              | council-secretary
28d | decide                  | WithdrawalPending       | Decided           | council-secretary
28k | refer-back-in-council   | WithdrawalPending       | same              | council-secretary
29  | report-late             | ${registered}           | same              | council-secretary
29t | take-back-late-report   | ${registered}           | same              | council-secretary
30  | write-off               | ${registered}           | Decided           | council-secretary
20  | follow-minutes/MinutesCertified   | Decided                          | Certified     | system
21  | follow-minutes/NoticePosted       | Certified                        | AppealWindow  | system
21a | follow-minutes/NoticePosted       | Appealed                         | same          | system
22  | follow-minutes/NoticeFoundDown    | AppealWindow PresumedFinal       | Certified     | system
22f | follow-minutes/NoticeFoundDown    | Final                            | Certified     | system
22a | follow-minutes/NoticeFoundDown    | Appealed                         | same          | system
23  | follow-minutes/AppealWindowPassed | AppealWindow                     | PresumedFinal | system
24  | follow-minutes/NoAppealConfirmed  | PresumedFinal                    | Final         | system
25  | follow-minutes/AppealRecorded     | Certified AppealWindow PresumedFinal Final | Appealed | system
25n | follow-minutes/AppealRecorded     | Appealed                         | same          | system
25d | follow-minutes/AppealRecorded     | ${beforeArchive}                 | same          | system
25m | follow-minutes/AppealClosed       | Appealed                         | same          | system
25b | follow-minutes/AppealClosed       | Appealed                         | Final         | system
26  | follow-minutes/AppealClosed       | Appealed                         | Final         | system
26d | follow-minutes/AppealClosed       | ${beforeArchive}                 | same          | system
27  | follow-minutes/AppealClosed       | Appealed                         | CouncilReady  | system
27d | follow-minutes/AppealClosed       | ${beforeArchive}                 | same          | system
27p | follow-minutes/AppealClosed       | Appealed                         | Drafting      | system
27u | follow-minutes/AppealClosed       | Appealed                         | Registered    | system
27w | follow-minutes/AppealClosed       | Appealed                         | WithdrawalPending | system
31  | archive                           | Final                            | Archived      | archivist
32  | mark-secrecy            | ${received}             | same              | registrar
32l | lift-secrecy-mark       | ${received}             | same              | registrar
33  | add-note                | ${received}             | same              | registrar board-secretary council-secretary
34  | correct-days            | ${open} WithdrawalPending | same         | registrar
33o | add-note                | Assigned Drafting Consulting Approval BoardReady BoardAgenda CouncilReady CouncilAgenda | same | official:officer
`;

export const expectedRows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [row = '', command = '', from = '', to = '', by = ''] = line.split('|').map((cell) => cell.trim());
    return { row, command, from: from.split(' '), to, by: by.split(' ') };
  });
