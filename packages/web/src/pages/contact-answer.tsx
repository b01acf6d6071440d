/** What a sent contact form is answered with: thanks, or the form again with all that was typed. */
import { hrefOf } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { CONTACT_WORDS } from '../words/contact.ts';
import { wordsOf } from '../words/words-of.ts';
import { ContactForm, ContactSummary } from './contact-form.tsx';
import type { ContactView } from './contact-view.ts';

/** There is a page at this address: its language can be changed, and one can come back to it. */
const PATH = '/contact';

export function ContactAgainPage({ site, view }: { readonly site: SiteView; readonly view: ContactView }) {
  const text = CONTACT_WORDS[site.language];
  return (
    <Page site={site} path={PATH} title={`${text.wrongTitle}: ${wordsOf(site.language).titled(text.title)}`}>
      <div class="wrap text-page contact">
        <h1>{text.title}</h1>
        <ContactSummary view={view} />
        <ContactForm view={view} />
      </div>
    </Page>
  );
}

export function ContactThanksPage({ site }: { readonly site: SiteView }) {
  const { language } = site;
  const text = CONTACT_WORDS[language];
  const words = wordsOf(language);
  return (
    <Page site={site} path={PATH} title={words.titled(text.thanks)}>
      <div class="wrap text-page contact">
        <h1>{text.thanks}</h1>
        <div>
          {text.thanksMore.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <p>
          <a class="button" href={hrefOf(language, '/')}>
            {words.pages.toReader}
          </a>
        </p>
      </div>
    </Page>
  );
}
