import type { Status } from './motion.ts';

/** The Swedish word for each status, as the register shows it. */
export const statusName: Readonly<Record<Status, string>> = {
  Draft: 'utkast',
  Discarded: 'kasserat utkast',
  Received: 'inkommen',
  Registered: 'registrerad',
  Returned: 'återlämnad för komplettering',
  Referred: 'remitterad till styrelsen',
  Assigned: 'tilldelad handläggare',
  Drafting: 'under beredning',
  Consulting: 'på remiss',
  Approval: 'svaret godkänns',
  BoardReady: 'klar för styrelsen',
  BoardAgenda: 'på styrelsens dagordning',
  CouncilReady: 'klar för fullmäktige',
  CouncilAgenda: 'på fullmäktiges dagordning',
  WithdrawalPending: 'återtagen, ska anmälas i fullmäktige',
  Decided: 'beslutad',
  Certified: 'beslutad, protokollet justerat',
  AppealWindow: 'beslutad, överklagandetid löper',
  PresumedFinal: 'överklagandetiden har gått ut',
  Final: 'laga kraft',
  Appealed: 'överklagad',
  Archived: 'arkiverad',
};
