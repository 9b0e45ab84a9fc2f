import type { Chrome, OfficeChrome } from './chrome.ts';
import { OfficePage, PublicPage } from './layout.tsx';

export interface ErrorPageProps {
  readonly chrome: Chrome | OfficeChrome;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly way: { readonly label: string; readonly href: string };
}

/** A page for what could not be shown or done, and the way on. */
export const errorPage = ({ chrome, title, sentences, way }: ErrorPageProps) => {
  const content = (
    <div class="prose">
      <h1>{title}</h1>
      {sentences.map((each) => (
        <p>{each}</p>
      ))}
      <p>
        <a class="button" href={way.href}>
          {way.label}
        </a>
      </p>
    </div>
  );
  return 'csrf' in chrome ? (
    <OfficePage title={title} chrome={chrome}>
      {content}
    </OfficePage>
  ) : (
    <PublicPage title={title} chrome={chrome}>
      {content}
    </PublicPage>
  );
};
