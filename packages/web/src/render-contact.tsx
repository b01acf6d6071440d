/** The contact page with its form, and the answers to what was sent with it, as HTML. */
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { SitePage } from './content/types.ts';
import type { SiteView } from './layout/site-view.ts';
import { ContactAgainPage, ContactThanksPage } from './pages/contact-answer.tsx';
import { CONTACT_PLACE, ContactForm } from './pages/contact-form.tsx';
import type { ContactView } from './pages/contact-view.ts';
import { ContentPage } from './pages/content-page.tsx';
import type { Operator } from './pages/operator.ts';
import { CONTACT_WORDS } from './words/contact.ts';

/** The written page, with the form under it. */
export function renderContact(site: SiteView, page: SitePage, operator: Operator, view: ContactView): string {
  const text = CONTACT_WORDS[site.language];
  const jump = (
    <p>
      <a class="button" href={`#${CONTACT_PLACE}`}>
        {text.jump}
      </a>
    </p>
  );
  return html(
    <ContentPage site={site} page={page} operator={operator} lead={jump}>
      <section class="contact" aria-labelledby={CONTACT_PLACE}>
        <h2 id={CONTACT_PLACE}>{text.title}</h2>
        <p>{text.intro}</p>
        <ContactForm view={view} />
      </section>
    </ContentPage>,
  );
}

export const renderContactAgain = (site: SiteView, view: ContactView): string =>
  html(<ContactAgainPage site={site} view={view} />);

export const renderContactThanks = (site: SiteView): string => html(<ContactThanksPage site={site} />);

const html = (page: VNode): string => `<!doctype html>${render(page)}`;
