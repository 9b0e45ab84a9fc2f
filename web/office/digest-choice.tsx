import { Carried } from '../forms/form-page.tsx';

/** A letter each working day with the tasks that wait: chosen here, sent to the address an administrator has entered. */
export const digestChoice = ({
  csrf,
  isOn,
  email,
}: {
  readonly csrf: string;
  readonly isOn: boolean;
  readonly email: string | undefined;
}) => (
  <section aria-labelledby="sammanfattning">
    <h2 id="sammanfattning">Dagligt brev</h2>
    {email === undefined ? (
      <p>
        Vill du ha ett brev varje arbetsdag med dina uppgifter? Be en administratör föra in din e-postadress.
      </p>
    ) : (
      <form method="post" action="/kontor/jag/sammanfattning">
        <Carried csrf={csrf} />
        <p>
          {isOn
            ? `Du får ett brev till ${email} varje arbetsdag då något väntar på dig.`
            : `Du kan få ett brev till ${email} varje arbetsdag då något väntar på dig.`}
        </p>
        <button type="submit" name="dagligen" value={isOn ? 'nej' : 'ja'}>
          {isOn ? 'Sluta skicka' : 'Skicka dagligt brev'}
        </button>
      </form>
    )}
  </section>
);
