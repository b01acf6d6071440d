/** What was checked and looks normal, as the report says it. */
import { Icon } from '../layout/icon.tsx';
import { words } from '../words/en.ts';
import { type View, wordsAt } from './view.ts';

export function Normal({ view }: { readonly view: View }) {
  const { normal } = view.explanation;
  if (normal.length === 0) return null;
  return (
    <section class="section" id="normal" aria-labelledby="h-normal">
      <h2 id="h-normal">{words.result.normal.heading}</h2>
      <p class="intro">{words.result.normal.intro}</p>
      <ul class="ledger">
        {normal.map(({ text, basis }) => (
          <li key={text}>
            <Icon name="tick" />
            <span>{text}</span>
            {basis[0] && <span class="from report">“{wordsAt(view.text, basis[0])}”</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
