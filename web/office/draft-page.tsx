import { Crumbs, Day, Prose } from '../components/lists.tsx';
import { ErrorSummary, Mark, Notice } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';
import { DraftForm } from './draft-form.tsx';
import type { CheckLine, DraftPageProps } from './draft-props.ts';
import { TwoTexts } from './two-texts.tsx';

/** When a motion handed in today comes before the council. */
const HandedInFor = ({ meeting, council }: Pick<DraftPageProps, 'meeting' | 'council'>) =>
  meeting === undefined ? (
    <p>{`Inget sammanträde i ${council} är inlagt som motionen hinner till. Den kan lämnas in ändå.`}</p>
  ) : (
    <p>
      Lämnas motionen in i dag hinner den anmälas i {council} <Day on={meeting.meeting} />. Sista dag är{' '}
      <Day on={meeting.by} />
      {meeting.at === undefined ? '' : ` kl. ${meeting.at}`}.
    </p>
  );

const states = { done: ['klart', 'good'], needed: ['behövs', 'bad'], think: ['tänk på', undefined] } as const;

/** What the law and the council's rules ask, and what is still missing. */
const Checklist = ({ checklist }: Pick<DraftPageProps, 'checklist'>) => (
  <ul class="actions">
    {checklist.map(({ state, says, rule }) => (
      <li>
        <Mark tone={states[state][1]}>{states[state][0]}</Mark> {says}
        {rule === undefined ? null : <small>{` (${rule})`}</small>}
      </li>
    ))}
  </ul>
);

const ActionLink = ({
  href,
  isFirst,
  label,
}: {
  href: string | undefined;
  isFirst: boolean;
  label: string;
}) =>
  href === undefined ? null : (
    <li>
      <a class={isFirst ? 'button first' : 'button'} href={href}>
        {label}
      </a>
    </li>
  );

const isReady = (checklist: readonly CheckLine[]) => checklist.every(({ state }) => state !== 'needed');

const Aside = ({ actions, checklist, meeting, council, isReturned }: DraftPageProps) => (
  <aside aria-labelledby="vidare">
    <h2 id="vidare">Vidare</h2>
    {actions === undefined ? (
      <p>Spara utkastet, så kan ni sedan läsa, godkänna och lämna in det.</p>
    ) : (
      <ul class="actions">
        <ActionLink href={actions.read} isFirst={!isReady(checklist)} label="Läs och godkänn texten" />
        <ActionLink
          href={actions.submit}
          isFirst={isReady(checklist)}
          label={isReturned ? 'Lämna in igen' : 'Lämna in motionen'}
        />
        <ActionLink href={actions.discard} isFirst={false} label="Kassera utkastet" />
        <ActionLink href={actions.withdraw} isFirst={false} label="Återta motionen" />
      </ul>
    )}
    <HandedInFor meeting={meeting} council={council} />
    {checklist.length === 0 ? null : (
      <>
        <h2>Innan ni lämnar in</h2>
        <Checklist checklist={checklist} />
      </>
    )}
  </aside>
);

const titleOf = ({ isNew, isReturned }: DraftPageProps) =>
  isReturned ? 'Komplettera motionen' : isNew ? 'Skriv en motion' : 'Utkast till motion';

/** A motion while it is written: private to those who write it until they hand it in. */
export const draftPage = (props: DraftPageProps) => {
  const { chrome, faults, conflict, returnedWith, group, isReturned } = props;
  const title = titleOf(props);
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={[['Mina motioner', '/kontor/mina-motioner']]} />
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      {conflict === undefined ? null : <TwoTexts conflict={conflict} />}
      {returnedWith === undefined ? null : (
        <Notice tone="warn" title="Därför kom motionen tillbaka">
          <Prose text={returnedWith} />
        </Notice>
      )}
      <p class="lead">
        {isReturned
          ? 'Det ni ändrar är ert eget tills ni lämnar in igen (TF 2:13). Motionen behåller sitt nummer.'
          : `Utkastet är privat: bara ${group === undefined ? 'du' : `gruppen ${group}`} och de som står som undertecknare ser det, tills ni lämnar in det (TF 2:13).`}{' '}
        Ändras texten behöver alla godkänna den på nytt.
      </p>
      <div class="split">
        <div>
          <DraftForm {...props} />
        </div>
        <Aside {...props} />
      </div>
    </OfficePage>
  );
};
