import type { Chrome } from '../chrome.ts';
import { PublicPage } from '../layout.tsx';

/** The accessibility statement (DOS-lagen 13 §), with the way to tell what does not work. */
export const accessibilityPage = ({ chrome, contact }: { chrome: Chrome; contact: string }) => (
  <PublicPage title="Tillgänglighet" chrome={chrome}>
    <div class="prose">
      <h1>Tillgänglighetsredogörelse</h1>
      <p class="lead">
        {chrome.organisation.name} står bakom det här motionsregistret. Alla ska kunna använda det.
      </p>
      <h2>Hur tillgängligt är registret?</h2>
      <p>
        Registret är byggt för att uppfylla lagen om tillgänglighet till digital offentlig service (2018:1937)
        och WCAG 2.2 på nivå AA. Varje sida prövas automatiskt i ljust och mörkt läge och i tre bredder, och
        går att använda med enbart tangentbord och utan skript. Vi känner inte till något som inte uppfyller
        kraven, men ingen oberoende granskning är gjord.
      </p>
      <p>
        Det som partier och tjänstepersoner skriver visas som text. Papper som har kommit in inskannade kan
        sakna text som går att läsa upp. Be oss då om innehållet i ett annat format.
      </p>
      <h2>Säg till om något inte fungerar</h2>
      <p>
        Skriv till <a href={`mailto:${contact}`}>{contact}</a> om du hittar ett hinder, eller om du behöver
        något i ett annat format. Berätta vilken sida det gäller och vad du försökte göra.
      </p>
      <h2>Om du inte är nöjd med vårt svar</h2>
      <p>
        Myndigheten för digital förvaltning har tillsyn över lagen. Du kan anmäla brister till dem på
        digg.se/tdosanmalan.
      </p>
      <h2>Så har vi prövat</h2>
      <p>
        Sidorna prövas med axe-core i en riktig webbläsare vid varje ändring av programmet, och av dem som
        bygger det. Redogörelsen gäller den version som körs nu.
      </p>
    </div>
  </PublicPage>
);

/** What data there is, and how it may be used. */
export const openDataPage = ({ chrome, year }: { chrome: Chrome; year: number }) => (
  <PublicPage title="Öppna data" chrome={chrome}>
    <div class="prose">
      <h1>Öppna data</h1>
      <p class="lead">Allt som visas i registret går också att hämta som data, utan inloggning.</p>
      <h2>Det här finns</h2>
      <ul>
        <li>
          <a href={`/motioner.json?year=${year}`}>/motioner.json?year={year}</a>: motioner som registrerats
          ett år, med text, motionärer, läge, förslag och beslut per att-sats. Sidor om 50;{' '}
          <code>cursor</code> leder till nästa.
        </li>
        <li>
          <code>/motioner/….json</code>: en motion, med svaret när det är offentligt, reservationer och vad
          som har hänt. Adressen står längst ner på motionens sida.
        </li>
        <li>
          <a href={`/sammantraden.json?year=${year}`}>/sammantraden.json?year={year}</a>: sammanträden ett år,
          också inställda.
        </li>
        <li>
          <a href="/openapi.json">/openapi.json</a>: beskrivningen av allt detta, enligt OpenAPI 3.1.
        </li>
      </ul>
      <h2>Hur det får användas</h2>
      <p>
        Uppgifterna är allmänna handlingar och får användas fritt. Ange {chrome.organisation.name} som källa.
        Den som behandlar personuppgifter ansvarar själv för det enligt dataskyddsförordningen.
      </p>
      <h2>Varför är inte allt med?</h2>
      <p>
        Utkast till motioner är partigruppernas egna tills de lämnas in, och utkast till svar är inte allmänna
        handlingar (2 kap. tryckfrihetsförordningen). Om personer visas bara namn och parti. Namn på den som
        har skyddade personuppgifter visas inte. Något som måste döljas försvinner härifrån inom några
        minuter: hämta hellre på nytt än att spara länge.
      </p>
    </div>
  </PublicPage>
);
