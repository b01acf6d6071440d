/** Search as you type. What is typed stays here; without script it is a form that the server answers. */
import { READ } from '@readingscan/reader/languages';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hrefOf, LANGUAGE_TAG } from '../layout/href.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import type { Find, Findable } from './find.ts';

interface Props {
  /** where the words to search in are */
  readonly index: string;
  /** that the server has answered, or what was typed before the script came */
  readonly query?: string;
  readonly found?: readonly Findable[];
  readonly open?: (index: string) => Promise<Find>;
}

export function GlossarySearch({ index, query = '', found, open }: Props) {
  const text = useWords().glossary.search;
  const language = useLanguage();
  const find = useRef<Promise<Find> | null>(null);
  const [typed, setTyped] = useState(query);
  const [shown, setShown] = useState(found ?? null);
  const ready = (): Promise<Find> | null => {
    if (open) find.current ??= open(index);
    return find.current;
  };
  const type = async (value: string): Promise<void> => {
    setTyped(value);
    const search = await ready()?.catch(() => {
      find.current = null;
      return null;
    });
    if (search) setShown(value.trim() === '' ? null : search(value));
  };
  // it comes to life when it has the focus already, and perhaps the first letters
  useEffect(() => void (typed === '' ? ready() : type(typed)), []);
  return (
    <search>
      <form class="glossary-search" action={hrefOf(language, '/glossary')} method="get">
        <label for="glossary-q">{text.label}</label>
        <div class="row">
          <input
            id="glossary-q"
            type="search"
            name="q"
            autocomplete="off"
            spellcheck={false}
            maxLength={80}
            value={typed}
            onInput={(event) => void type(event.currentTarget.value)}
          />
          <button class="button primary" type="submit">
            {text.button}
          </button>
        </div>
        <div aria-live="polite">{shown && <Results found={shown} />}</div>
      </form>
    </search>
  );
}

function Results({ found }: { readonly found: readonly Findable[] }) {
  const text = useWords().glossary.search;
  const language = useLanguage();
  if (found.length === 0) return <p class="quiet">{text.none}</p>;
  return (
    <>
      <p class="hidden">{text.count(found.length)}</p>
      <ul class="glossary-found">
        {found.map(({ id, name, beside }) => (
          <li key={id}>
            <a href={hrefOf(language, `/glossary/${id}`)}>
              <b>{name}</b>{' '}
              <span class="quiet" {...(language === READ ? {} : { lang: LANGUAGE_TAG[READ] })}>
                {beside}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
