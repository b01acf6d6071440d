/** What search engines are told of a word: what it means, in which set of words, and on what the page rests. */
import type { GlossaryPage } from '@readingscan/knowledge';
import { addressIn, CONTEXT } from '../blog/data.ts';
import { LANGUAGE_TAG } from '../layout/href.ts';
import type { SiteView } from '../layout/site-view.ts';
import { wordsOf } from '../words/words-of.ts';

export function termData(site: SiteView, { id, name, answer, also, sources, radlex }: GlossaryPage): object {
  const url = addressIn(site, `/glossary/${id}`);
  return {
    '@context': CONTEXT,
    '@type': 'MedicalWebPage',
    name,
    description: answer,
    url,
    inLanguage: LANGUAGE_TAG[site.language],
    audience: { '@type': 'MedicalAudience', audienceType: 'Patient' },
    isAccessibleForFree: true,
    mainEntity: {
      '@type': 'DefinedTerm',
      name,
      description: answer,
      url,
      ...(also.length === 0 ? {} : { alternateName: also }),
      ...(radlex === null ? {} : { termCode: radlex, sameAs: `http://radlex.org/RID/${radlex}` }),
      inDefinedTermSet: {
        '@type': 'DefinedTermSet',
        name: wordsOf(site.language).glossary.title,
        url: addressIn(site, '/glossary'),
      },
    },
    citation: sources.map(({ title, publisher, url: at }) => ({
      '@type': 'CreativeWork',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
      url: at,
    })),
  };
}
