/** One article and one page in each language: what the routes need to be tested. */
import type { LanguageContent, SiteContent } from '@readingscan/web';

const told = (word: string): LanguageContent => ({
  categories: [{ id: 'findings', name: `${word} shelf`, description: `${word} shelf, described` }],
  articles: [
    {
      slug: 'lung-nodule',
      title: `${word} title?`,
      description: `${word} description`,
      category: 'findings',
      published: '2026-11-28',
      updated: '2026-11-28',
      takeaways: [`${word} takeaway`],
      questions: [{ question: `${word} question?`, answer: `${word} answer <b>` }],
      related: [],
      sources: [
        {
          key: 'a',
          title: 'A page',
          publisher: 'A body',
          year: 2020,
          url: 'https://example.org/a',
          read: '2026-11-28',
          supports: 'What it supports.',
        },
      ],
      minutes: 5,
      headings: [{ id: 'what', text: `${word} heading` }],
      html: `<h2 id="what">${word} heading</h2><p>${word} text</p>`,
    },
  ],
  pages: {
    contact: {
      name: 'contact',
      title: `${word} contact`,
      description: `${word} contact, described`,
      updated: '2026-11-28',
      headings: [],
      questions: [],
      sources: [],
      html: '<p>{operator.name}, {operator.mail}</p>',
    },
  },
});

export const fakeContent = (): SiteContent => ({ en: told('English'), es: told('Spanish'), zh: told('Chinese') });
