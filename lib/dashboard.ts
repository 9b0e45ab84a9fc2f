import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Alarms, Watched } from './alarms.ts';

export interface DashboardProps extends Watched {
  readonly name: string;
  readonly alarms: Alarms;
  readonly table: Table;
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });

/** One page that says whether the product is well. */
export const makeDashboard = (scope: Construct, id: string, props: DashboardProps): Dashboard => {
  const { machine, api, tick, others, deadLetters, alarms, table, name } = props;
  const dashboard = new Dashboard(scope, id, { dashboardName: name });
  dashboard.addWidgets(
    new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms.all], width: 24, height: 3 }),
  );
  dashboard.addWidgets(
    graph('Executions', [machine.metricStarted(), machine.metricSucceeded(), machine.metricFailed()]),
    graph('Requests and faults', [api.metricCount(), api.metricClientError(), api.metricServerError()]),
    graph('Tick: calls, errors, time', [
      tick.metricInvocations(),
      tick.metricErrors(),
      tick.metricDuration(),
    ]),
    graph(
      'Slowest answers',
      others.map((each) => each.metricDuration({ statistic: 'p99' })),
    ),
    graph('Record: capacity used', [
      table.metricConsumedReadCapacityUnits(),
      table.metricConsumedWriteCapacityUnits(),
    ]),
    graph(
      'Dead letters',
      deadLetters.map((each) => each.metricApproximateNumberOfMessagesVisible()),
    ),
  );
  return dashboard;
};
