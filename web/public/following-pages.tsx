import type { Child } from 'hono/jsx';
import type { Chrome, FieldFault } from '../chrome.ts';
import { ErrorSummary } from '../components/notice.tsx';
import type { Choice, Filled } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { PublicPage } from '../layout.tsx';

interface Framed {
  readonly chrome: Chrome;
}

const Sheet = ({ chrome, title, children }: Framed & { title: string; children: Child }) => (
  <PublicPage title={title} chrome={chrome}>
    <h1>{title}</h1>
    <div class="prose">{children}</div>
  </PublicPage>
);

/** What can be followed, and the address. */
export const followPage = ({
  chrome,
  choices,
  filled,
  faults,
}: Framed & {
  readonly choices: readonly Choice[];
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
}) => {
  const title = 'Prenumerera på motioner';
  return (
    <PublicPage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      <div class="prose">
        <p>Du får högst ett mejl om dagen, och bara när något har hänt. Du kan sluta när du vill.</p>
        <p>
          Vi sparar adressen så länge du prenumererar och använder den inte till något annat. När du slutar
          tas den bort.
        </p>
      </div>
      <form method="post" action="/prenumerera" class="sheet" novalidate>
        <FieldInput
          field={{ kind: 'choice', name: 'amne', label: 'Vad vill du följa?', choices }}
          filled={filled}
          faults={faults}
        />
        <FieldInput
          field={{ kind: 'email', name: 'epost', label: 'E-postadress' }}
          filled={filled}
          faults={faults}
        />
        <button type="submit" class="first">
          Prenumerera
        </button>
      </form>
    </PublicPage>
  );
};

/** The same whether the address follows already or not. */
export const askedPage = ({ chrome, hours }: Framed & { readonly hours: number }) => (
  <Sheet title="Nästan klart" chrome={chrome}>
    <p>
      Vi mejlar en länk till adressen du angav. Det kan ta några minuter. Öppna mejlet och bekräfta inom{' '}
      {hours} timmar.
    </p>
    <p>Kommer inget mejl? Titta i skräpposten. Om du redan prenumererar på samma sak skickas inget nytt.</p>
  </Sheet>
);

const OneButton = ({ name, value, children }: { name?: string; value?: string; children: Child }) => (
  <form method="post" class="sheet">
    {name === undefined ? null : <input type="hidden" name={name} value={value} />}
    <button type="submit" class="first">
      {children}
    </button>
  </form>
);

/** A button, since programs that look through letters follow their links. */
export const confirmPage = ({ chrome, about }: Framed & { readonly about: string }) => (
  <PublicPage title="Bekräfta prenumerationen" chrome={chrome}>
    <h1>Bekräfta prenumerationen</h1>
    <p>Du får ett mejl när det har hänt något med {about}, högst ett om dagen.</p>
    <OneButton>Bekräfta</OneButton>
  </PublicPage>
);

export const confirmedPage = ({ chrome }: Framed) => (
  <Sheet title="Du prenumererar nu" chrome={chrome}>
    <p>Morgonen efter att något har hänt får du ett mejl. I varje mejl finns en länk för att sluta.</p>
  </Sheet>
);

/** What is followed, each with a button that ends it, and one that ends all. */
export const endPage = ({
  chrome,
  followed,
}: Framed & { readonly followed: readonly { readonly key: string; readonly label: string }[] }) => (
  <PublicPage title="Sluta prenumerera" chrome={chrome}>
    <h1>Sluta prenumerera</h1>
    {followed.length < 2 ? null : (
      <ul class="plain">
        {followed.map(({ key, label }) => (
          <li>
            <p>{label}</p>
            <OneButton name="amne" value={key}>
              Sluta följa {label}
            </OneButton>
          </li>
        ))}
      </ul>
    )}
    <p>
      {followed.length < 2
        ? `Du följer ${followed[0]?.label ?? 'inget'}. När du slutar tas din adress bort.`
        : 'När du slutar med allt tas din adress bort.'}
    </p>
    <OneButton>Sluta prenumerera{followed.length < 2 ? '' : ' på allt'}</OneButton>
  </PublicPage>
);

export const endedPage = ({ chrome, isAll }: Framed & { readonly isAll: boolean }) => (
  <Sheet title={isAll ? 'Du prenumererar inte längre' : 'Prenumerationen är ändrad'} chrome={chrome}>
    <p>
      {isAll
        ? 'Din adress är borttagen. Du får inga fler mejl om motioner härifrån.'
        : 'Du får fortfarande mejl om det andra du följer.'}
    </p>
  </Sheet>
);

/** A link that is good no more says nothing of anybody. */
export const goneLinkPage = ({ chrome }: Framed) => (
  <Sheet title="Länken gäller inte längre" chrome={chrome}>
    <p>
      Den kan redan ha använts, eller vara för gammal. Har du fått flera mejl gäller länken i det senaste.
    </p>
    <p>
      <a href="/prenumerera">Prenumerera på motioner</a>
    </p>
  </Sheet>
);
