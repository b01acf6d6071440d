/** All words of the glossary by their first letter. */
import type { GlossaryPage } from '@readingscan/knowledge';
import type { Language } from '@readingscan/reader/languages';
import { hrefOf } from '../layout/href.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { InReport } from './in-report.tsx';

/** Written without letters: what the reader sees in the report stands first, and counts. */
const WITHOUT_LETTERS: ReadonlySet<Language> = new Set(['zh']);

export function Letters({ entries }: { readonly entries: readonly GlossaryPage[] }) {
  const { glossary } = useWords();
  const language = useLanguage();
  const isByReport = WITHOUT_LETTERS.has(language);
  const letters = byLetter(entries, isByReport);
  return (
    <>
      <nav class="glossary-letters" aria-label={glossary.letters}>
        {letters.map(([letter]) => (
          <a key={letter} href={`#${anchorOf(letter)}`}>
            {letter}
          </a>
        ))}
      </nav>
      {letters.map(([letter, own]) => (
        <section key={letter} class="glossary-letter" aria-labelledby={anchorOf(letter)}>
          <h2 id={anchorOf(letter)}>{letter}</h2>
          <ul>
            {own.map(({ id, name, written }) => (
              <li key={id}>
                <a href={hrefOf(language, `/glossary/${id}`)}>
                  {isByReport && <InReport word={written} />} {name} {!isByReport && <InReport word={written} />}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function byLetter(entries: readonly GlossaryPage[], isByReport: boolean): readonly [string, readonly GlossaryPage[]][] {
  const nameOf = ({ name, written = name }: GlossaryPage): string => (isByReport ? written : name);
  const ordered = isByReport ? entries.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en')) : entries;
  const letters = new Map<string, GlossaryPage[]>();
  for (const entry of ordered) {
    const letter = initialOf(nameOf(entry));
    const own = letters.get(letter);
    if (own) own.push(entry);
    else letters.set(letter, [entry]);
  }
  return [...letters].sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/** Accents count for nothing. */
const initialOf = (name: string): string => {
  const first = name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .charAt(0)
    .toUpperCase();
  return /[A-Z]/.test(first) ? first : '0–9';
};
const anchorOf = (letter: string): string => `letter-${letter.charAt(0).toLowerCase()}`;
