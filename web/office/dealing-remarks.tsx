import type { Choice } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { More, Numbered, numbers, WhichClauses } from './dealing-claims.tsx';
import type { DealingForm } from './dealing-props.ts';

const Reservation = ({ no, form }: { no: number; form: DealingForm }) => {
  const { filled, faults, movers, parties, clauses } = form;
  const whole = parties.map(({ party, people }) => ({
    value: `parti:${party}`,
    label: `Alla i ${party} (${people.length})`,
  }));
  const members = movers.filter(({ value }) => value !== 'board');
  return (
    <Numbered name={`r.${no}`} legend={`Reservation ${no}`} faults={faults}>
      <FieldInput
        field={{
          kind: 'select',
          name: `r.${no}.who`,
          label: 'Vem',
          choices: [...whole, ...members],
          empty: 'Ingen',
        }}
        filled={filled}
        faults={faults}
      />
      <WhichClauses
        name={`r.${no}.against`}
        label="Mot beslutet i"
        hint="Inga valda är hela beslutet."
        clauses={clauses}
        filled={filled}
      />
      <FieldInput
        field={{ kind: 'prose', name: `r.${no}.text`, label: 'Motivering', size: 'short', isOptional: true }}
        filled={filled}
        faults={faults}
      />
      <FieldInput
        field={{
          kind: 'check',
          name: `r.${no}.late`,
          label: 'Anmäldes först när sammanträdet var avslutat',
        }}
        filled={filled}
        faults={faults}
      />
    </Numbered>
  );
};

const Remark = ({ no, form, kinds }: { no: number; form: DealingForm; kinds: readonly Choice[] }) => {
  const { filled, faults, movers } = form;
  return (
    <Numbered name={`s.${no}`} legend={`Yttrande eller anteckning ${no}`} faults={faults}>
      <div class="grid">
        <FieldInput
          field={{ kind: 'select', name: `s.${no}.kind`, label: 'Vad', choices: kinds, empty: 'Inget' }}
          filled={filled}
          faults={faults}
        />
        <FieldInput
          field={{
            kind: 'select',
            name: `s.${no}.who`,
            label: 'Vem',
            choices: movers.filter(({ value }) => value !== 'board'),
          }}
          filled={filled}
          faults={faults}
        />
      </div>
      <FieldInput
        field={{ kind: 'prose', name: `s.${no}.text`, label: 'Text', size: 'short' }}
        filled={filled}
        faults={faults}
      />
    </Numbered>
  );
};

const Point = ({ no, form }: { no: number; form: DealingForm }) => (
  <Numbered name={`b.${no}`} legend={`Beslutspunkt ${no}`} faults={form.faults}>
    <FieldInput
      field={{ kind: 'prose', name: `b.${no}.text`, label: 'Lydelse', size: 'short', isOptional: true }}
      filled={form.filled}
      faults={form.faults}
    />
    <WhichClauses
      name={`b.${no}.clauses`}
      label="Svarar på att-satserna"
      hint="Kan lämnas tomt."
      clauses={form.clauses}
      filled={form.filled}
    />
  </Numbered>
);

/** The words of the decision, and what members had noted (KL 4:27, 5:67 p. 4 and 6). */
export const Remarks = ({ form, kinds }: { form: DealingForm; kinds: readonly Choice[] }) => (
  <section aria-labelledby="ovrigt">
    <h2 id="ovrigt">Beslutspunkter, reservationer och anteckningar</h2>
    {numbers(form.rows.points).map((no) => (
      <Point no={no} form={form} />
    ))}
    {numbers(form.rows.reservations).map((no) => (
      <Reservation no={no} form={form} />
    ))}
    {numbers(form.rows.remarks).map((no) => (
      <Remark no={no} form={form} kinds={kinds} />
    ))}
    <p class="row">
      <More what="b" label="En beslutspunkt" />
      <More what="r" label="En reservation" />
      {kinds.length === 0 ? null : <More what="s" label="Ett yttrande eller en anteckning" />}
    </p>
  </section>
);
