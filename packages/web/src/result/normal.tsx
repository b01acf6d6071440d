/** What was checked and looks normal, as the report says it. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { atColon } from './halves.ts';
import { type View, wordsAt } from './view.ts';

export function Normal({ view }: { readonly view: View }) {
  const words = useWords();
  const { normal } = view.explanation;
  if (normal.length === 0) return null;
  const said = sharedStart(normal.map(({ text }) => text));
  return (
    <section class="section" id="normal" aria-labelledby="h-normal">
      <h2 id="h-normal">{words.result.normal.heading}</h2>
      <p class="intro">{words.result.normal.intro}</p>
      <ul class="ledger">
        {normal.map(({ text, basis }) => (
          <li key={text}>
            <Icon name="tick" />
            <span>{text.slice(said)}</span>
            {basis[0] && (
              <span class="from report" lang="en">
                “{wordsAt(view.text, basis[0])}”
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where every line opens with the same words and a colon, the heading has said them already. */
function sharedStart(texts: readonly string[]): number {
  const [start, rest] = atColon(texts[0] ?? '');
  if (rest === null) return 0;
  return texts.every((text) => text.startsWith(start)) ? start.length : 0;
}
